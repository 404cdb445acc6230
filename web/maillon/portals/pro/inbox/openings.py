"""Why somebody has opened a transmission, for as long as she is signed in.

The reason is asked once for each transmission and session; each page that shows something sealed is then journalled
with it. It is a code, and stands in the session at the server's side.
"""

from uuid import UUID

from maillon.accounts.http import MemberRequest
from maillon.reports.enums import OpeningReason

_KEY = "openings"


def give_reason(request: MemberRequest, transmission_id: UUID, reason: OpeningReason) -> None:
    """Keeps the reason until the session ends."""
    request.session[_KEY] = {**request.session.get(_KEY, {}), _name(request, transmission_id): reason.value}


def forget_reason(request: MemberRequest, transmission_id: UUID) -> None:
    """Asks for the reason anew the next time: what it was given for was not opened."""
    kept = {**request.session.get(_KEY, {})}
    kept.pop(_name(request, transmission_id), None)
    request.session[_KEY] = kept


def reason_for(request: MemberRequest, transmission_id: UUID) -> OpeningReason | None:
    """The reason given in this session for this transmission, in the name of the present organisation; or None."""
    value = request.session.get(_KEY, {}).get(_name(request, transmission_id))
    return OpeningReason(value) if value in OpeningReason.values else None


def _name(request: MemberRequest, transmission_id: UUID) -> str:
    return f"{request.membership.pk}/{transmission_id}"
