"""Why somebody opens a case, for as long as she is signed in."""

from datetime import date

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.cases.enums import Reading
from maillon.cases.models import Case
from maillon.cases.rights import is_replacement
from maillon.portals.components.reasons import Reasons

_REASONS = Reasons("case_openings", Reading)
give_reason, reason_for = _REASONS.give, _REASONS.given


def reasons_of(membership: Membership, case: Case, today: date) -> list[Reading]:
    """The reasons that somebody in her place may have, the usual one first."""
    found = []
    if membership.pk == case.responsible_id:
        found.append(Reading.FOLLOWING)
    elif is_replacement(membership, case, today):
        found.append(Reading.REPLACING)
    if membership.role_enum is Role.LEAD:
        found += [Reading.SUPERVISING, Reading.CHECKING]
    return [*found, Reading.PERSON_ASKS, Reading.JUDICIAL]
