"""Why somebody has opened a referral or a step, for as long as she is signed in.

Asked once for each and each session; whatever sealed is shown then is journalled with it. A code, kept in the session
at the server's side.
"""

from uuid import UUID

from maillon.accounts.http import MemberRequest
from maillon.referrals.enums import Reading

_KEY = "referral_openings"


def give_reason(request: MemberRequest, key: UUID, reason: Reading) -> None:
    """Keeps the reason until the session ends."""
    request.session[_KEY] = {**request.session.get(_KEY, {}), _name(request, key): reason.value}


def reason_for(request: MemberRequest, key: UUID) -> Reading | None:
    """The reason given in this session, in the name of the present organisation; or None."""
    value = request.session.get(_KEY, {}).get(_name(request, key))
    return Reading(value) if value in Reading.values else None


def _name(request: MemberRequest, key: UUID) -> str:
    return f"{request.membership.pk}/{key}"
