"""What the person sees and says with her code; beside taking back, which is in `withdrawing`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.base import clock
from maillon.journal.enums import Action
from maillon.referrals.content import OpenedParts
from maillon.referrals.enums import Move, PartKind, StepState
from maillon.referrals.models import Consent, Part, Referral, Step
from maillon.referrals.rights import Ability, of_the_person
from maillon.referrals.services.locking import act_by_code
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@dataclass(frozen=True)
class Followed:
    """One step as its person sees it, with what she may do."""

    step: Step
    consent: Consent | None
    may: frozenset[Ability]


@dataclass(frozen=True)
class OwnReferral:
    """A referral as its person sees it: what is told of her, and each service in line. `told` is empty once erased."""

    referral: Referral
    told: OpenedParts
    steps: Sequence[Followed]

    @property
    def may_withdraw(self) -> bool:
        """Whether there is an agreement left to take back."""
        return any(Ability.REVOKE in followed.may for followed in self.steps)


def follow_by_code(*, keyring: Keyring) -> list[OwnReferral]:
    """Every referral of a code, newest first, with what is told opened. Not journalled: see `vault.open_for_code`.

    Raises CannotOpen for a keyring that is no code's.
    """
    related = ("author__member", "organisation", "commune")
    referrals = list(
        Referral.objects.filter(code_key_id=keyring.key_pair_id).select_related(*related).order_by("-created_at")
    )
    parts = list(Part.objects.filter(referral__in=referrals).select_related("item"))
    opened = vault.open_for_code(items=[part.item for part in parts], keyring=keyring)
    return [
        _own(referral, [part for part in parts if part.referral_id == referral.pk], opened) for referral in referrals
    ]


def _own(referral: Referral, parts: Sequence[Part], opened: dict[UUID, bytes]) -> OwnReferral:
    told = {PartKind(part.kind): opened[part.item_id].decode() for part in parts if part.item_id in opened}
    steps = list(referral.steps.select_related("service__provider", "recipient", "consent").order_by("position"))
    for step in steps:
        step.referral = referral
    return OwnReferral(referral, OpenedParts(told), [_followed(step) for step in steps])


def _followed(step: Step) -> Followed:
    return Followed(step, getattr(step, "consent", None), of_the_person(step))


@transaction.atomic
def said_met_by_person(*, step_id: UUID, met: bool, keyring: Keyring, at: datetime) -> Step:
    """She says whether contact was made; of the moment the day alone is kept.

    Yes makes of ACCEPTED a MET: she closes the loop herself. No leaves the state, and reminds the service and who
    refers. Raises NotAllowed.
    """
    act, step = act_by_code(step_id, keyring, at, Ability.SAY_MET)
    day = clock.midnight(at)
    step.person_met, step.person_said_at = met, day
    if met and step.state == StepState.ACCEPTED:
        act.move(step, Move.MEET, Action.STEP_MET, met_at=max(day, step.accepted_at or day))
    else:
        step.save(update_fields=["person_met", "person_said_at"])
    if not met and step.state == StepState.ACCEPTED:
        act.tell_service(step)
    act.tell_author()
    act.finish()
    return step
