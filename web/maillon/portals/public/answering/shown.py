"""What a service without an account is shown of a step: who asks, for what, and the parts that it may read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from maillon.directory.enums import Need
from maillon.referrals.content import OpenedParts
from maillon.referrals.enums import Basis, PartKind
from maillon.referrals.models import Consent, Step


@dataclass(frozen=True)
class Asked:
    """One request as its service sees it; the repr shows nothing of what is told.

    `agreed` is her agreement to exactly this, or None where the law stands in its place.
    """

    step: Step
    organisation: str
    author: str
    needs: Sequence[str]
    commune: str
    agreed: Consent | None
    parts: Sequence[tuple[str, str]] = field(repr=False)
    contact: str = field(repr=False)


def shown(step: Step, parts: OpenedParts) -> Asked:
    """What the pages show of a step and what was opened of it."""
    referral = step.referral
    return Asked(
        step=step,
        organisation=referral.organisation.name,
        author=referral.author.member.name,
        needs=[str(Need(need).label) for need in referral.needs],
        commune=referral.commune.name,
        agreed=step.consent if referral.basis == Basis.CONSENT else None,
        parts=[(str(kind.label), text) for kind, text in parts.in_order()],
        contact=parts.text(PartKind.CONTACT),
    )
