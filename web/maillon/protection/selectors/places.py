"""Where minors' informations préoccupantes are assessed, and where coordination sheets are kept."""

from maillon.accounts.models import Membership
from maillon.directory.enums import OrganisationKind


def may_assess(membership: Membership | None) -> bool:
    """Whether `membership` works where informations préoccupantes are assessed: a reader of a département council.

    Needs its organisation loaded.
    """
    return _reads_at(membership, OrganisationKind.COUNCIL)


def receives_sheets(membership: Membership | None) -> bool:
    """Whether `membership` reads at a préfecture, whose secretariat keeps the sheets. Needs its organisation loaded."""
    return _reads_at(membership, OrganisationKind.PREFECTURE)


def _reads_at(membership: Membership | None, kind: OrganisationKind) -> bool:
    if membership is None or membership.ended_at is not None or not membership.role_enum.reads:
        return False
    return membership.organisation.kind == kind
