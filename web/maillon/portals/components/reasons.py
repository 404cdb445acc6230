"""Why somebody has opened something sealed, for as long as she is signed in.

Asked once for each thing and session; each page that shows something sealed of it is then journalled with the reason.
It is a code, and stands in the session at the server's side.
"""

from typing import Generic, TypeVar
from uuid import UUID

from django.db.models import TextChoices

from maillon.accounts.http import MemberRequest

Reason = TypeVar("Reason", bound=TextChoices)


class Reasons(Generic[Reason]):
    """The reasons given for one kind of thing. `name` is where the session keeps them."""

    def __init__(self, name: str, reasons: type[Reason]) -> None:
        self._name, self._reasons = name, reasons

    def give(self, request: MemberRequest, key: UUID, reason: Reason) -> None:
        """Keeps the reason until the session ends."""
        request.session[self._name] = {**self._kept(request), _entry(request, key): reason.value}

    def forget(self, request: MemberRequest, key: UUID) -> None:
        """Asks for the reason anew the next time: what it was given for was not opened."""
        kept = {**self._kept(request)}
        kept.pop(_entry(request, key), None)
        request.session[self._name] = kept

    def given(self, request: MemberRequest, key: UUID) -> Reason | None:
        """The reason given in this session for this thing, in the name of the present organisation; or None."""
        value = self._kept(request).get(_entry(request, key))
        return self._reasons(value) if value in self._reasons.values else None

    def _kept(self, request: MemberRequest) -> dict[str, str]:
        kept: dict[str, str] = request.session.get(self._name, {})
        return kept


def _entry(request: MemberRequest, key: UUID) -> str:
    return f"{request.membership.pk}/{key}"
