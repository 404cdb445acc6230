"""Making the codes that people copy by hand."""

import secrets

from maillon.base.ids import ALPHABET


def new_code(length: int) -> str:
    """A bare code of `length` random characters, five bits each."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
