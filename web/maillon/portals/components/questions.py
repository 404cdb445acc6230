"""Questions of one answer each, as shared by the paths that keep nothing."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Choice:
    """An answer as a button."""

    value: str
    label: str | Promise
    hint: str | Promise = ""
    urgent: bool = False
