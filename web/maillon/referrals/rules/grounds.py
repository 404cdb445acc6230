"""On which ground a person's situation may go to a service."""

from maillon.directory.enums import OrganisationKind
from maillon.guidance.enums import AgeClass, Ground, OffenceKnown
from maillon.reports.rules import transfer_grounds

_OF_MINORS = (Ground.CASF_L226_2_1, Ground.CASF_L226_2_2)


def referral_ground(
    *, sender: OrganisationKind, recipient: OrganisationKind | None, minor: bool, bound: bool
) -> Ground | None:
    """The ground on which `sender` may refer somebody to `recipient`, or None when the law gives none.

    An adult: her agreement, whoever the recipient. A minor: CASF L226-2-1 to the council, L226-2-2 among those bound by
    secrecy in child protection (`bound` is the sender); nobody else, and no address outside Maillon, of which nobody
    knows what it is in law. Police and prosecutor are told by a report, never by a referral.
    """
    if not minor:
        return Ground.CONSENT
    if recipient is None:
        return None
    grounds = transfer_grounds(
        sender=sender, recipient=recipient, age=AgeClass.MINOR_15_17, offence=OffenceKnown.NONE, bound=bound
    )
    return next((ground for ground in _OF_MINORS if ground in grounds), None)
