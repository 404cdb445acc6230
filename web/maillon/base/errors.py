"""The root of every refusal that a person may read."""

from django.utils.functional import Promise


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Something that the rules do not allow. `message` is for the person, in plain words, and translated."""

    message: str | Promise

    def __init__(self, message: str | Promise | None = None) -> None:
        if message is not None:
            self.message = message
        # Put into words when it is shown, in the language of whoever reads it.
        super().__init__(self.message)
