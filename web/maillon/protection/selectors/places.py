"""Where minors' informations préoccupantes are assessed, and where coordination sheets are kept."""

from maillon.accounts.models import Membership
from maillon.directory.enums import OrganisationKind
from maillon.reports.models import Transmission
from maillon.reports.rights import Ability, on_transmission


def may_assess(membership: Membership | None) -> bool:
    """Whether `membership` works where informations préoccupantes are assessed: a reader of a département council.

    Needs its organisation loaded.
    """
    return _reads_at(membership, OrganisationKind.COUNCIL)


def receives_sheets(membership: Membership | None) -> bool:
    """Whether `membership` reads at a préfecture, whose secretariat keeps the sheets. Needs its organisation loaded."""
    return _reads_at(membership, OrganisationKind.PREFECTURE)


def has_in_hand(membership: Membership, transmission: Transmission) -> bool:
    """Whether her organisation received this transmission, has opened it and does not keep it back to be sorted.

    Needs its report loaded.
    """
    ours = transmission.recipient_id == membership.organisation_id and transmission.held_at is None
    return ours and Ability.READ_CONTENT in on_transmission(membership, transmission)


def _reads_at(membership: Membership | None, kind: OrganisationKind) -> bool:
    if membership is None or membership.ended_at is not None or not membership.role_enum.reads:
        return False
    return membership.organisation.kind == kind
