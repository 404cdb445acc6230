"""What is asked of services for her, as its cards show it: who was told what, on which agreement, where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from maillon.base.dates import date_format
from maillon.referrals.enums import Basis, How, PartKind, ReferralState, StepState
from maillon.referrals.models import Consent, Step
from maillon.referrals.plain import PARTS, REFERRALS, sentences
from maillon.referrals.rights import Ability
from maillon.referrals.services import Followed, OwnReferral
from maillon.referrals.wording import wording

HOW: Mapping[How, Promise] = {
    How.SPOKEN: _("Vous avez dit oui, le %(day)s."),
    How.WRITTEN: _("Vous avez dit oui par écrit, le %(day)s."),
    How.BY_CODE: _("Vous avez dit oui ici, avec vos mots, le %(day)s."),
}
_NOT_YET = frozenset({StepState.ASKED, StepState.PLANNED})


@dataclass(frozen=True)
class ServiceCard:
    """One service in line. `told` are the parts it has received, `would_be_told` those it would; one is empty.

    `question` is what she agrees to, in the language of the page, where it is asked; `agreed` how she did and when,
    and the `consent` holds the very text that she then read or heard.
    """

    step: Step
    said: Sequence[str]
    moments: Sequence[tuple[str, datetime]]
    told: Sequence[str]
    would_be_told: Sequence[str]
    question: str
    agreed: str
    consent: Consent | None
    may: frozenset[Ability]

    @property
    def name(self) -> str:
        """The service, and whose it is."""
        return f"{self.step.service.name} – {self.step.service.provider.name}"

    @property
    def may_revoke(self) -> bool:
        """Whether there is an agreement to take back."""
        return Ability.REVOKE in self.may

    @property
    def asks_whether_met(self) -> bool:
        """Whether she is asked if this service got in touch."""
        return Ability.SAY_MET in self.may

    @property
    def buttons(self) -> dict[str, str]:
        """What each button says, by the act of `views.acting`."""
        acts = ("agree", "decline", "revoke", "met", "not_met", "not_yet")
        return {act: f"{act}:{self.step.id}" for act in acts}


@dataclass(frozen=True)
class AskedCard:
    """One referral of hers. The repr shows nothing of what is told."""

    own: OwnReferral
    state: str
    organisation: str
    by_law: bool
    services: Sequence[ServiceCard]
    told: Sequence[tuple[str, str]] = field(repr=False)

    @property
    def stops(self) -> str:
        """What the button says that stops all of it."""
        return f"stop:{self.own.referral.id}"


def asked(own: OwnReferral) -> AskedCard:
    """The card of a referral, in the language of the page."""
    return AskedCard(
        own=own,
        state=str(REFERRALS[ReferralState(own.referral.state)]),
        organisation=own.referral.organisation.name,
        by_law=own.referral.basis == Basis.CHILD_PROTECTION,
        services=[_service(followed) for followed in own.steps],
        told=[(str(PARTS[kind]), text) for kind, text in own.told.in_order()],
    )


def _service(followed: Followed) -> ServiceCard:
    step, consent = followed.step, followed.consent
    kinds = PartKind.in_order(step.parts)
    names = [str(PARTS[kind]) for kind in kinds]
    ahead = step.state in _NOT_YET
    language = get_language() or "fr"
    return ServiceCard(
        step=step,
        said=sentences(step),
        moments=_moments(step),
        told=names if step.proposed_at else [],
        would_be_told=names if ahead else [],
        question=wording(step.service, kinds, language=language) if Ability.AGREE in followed.may else "",
        agreed=_agreed(consent) if consent else "",
        consent=consent,
        may=followed.may,
    )


def _agreed(consent: Consent) -> str:
    return str(HOW[How(consent.how)]) % {"day": date_format(localtime(consent.given_at), "DATE_FORMAT")}


def _moments(step: Step) -> list[tuple[str, datetime]]:
    named = [(_("Arrivé"), step.proposed_at), (_("Ouvert"), step.seen_at), (_("Terminé"), step.ended_at)]
    return [(str(words), at) for words, at in named if at is not None]
