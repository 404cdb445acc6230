"""A further service for a referral that is under way or exhausted: recorded by who refers, or agreed to by code."""

from collections.abc import Set
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.guidance.enums import Ground
from maillon.journal.enums import Action
from maillon.referrals import rules
from maillon.referrals.content import Wanted
from maillon.referrals.enums import Basis, How, Move, PartKind, StepState, Withdrawn
from maillon.referrals.models import Referral, Step
from maillon.referrals.refusals import AlreadyThere, NotAllowed, NothingToTell
from maillon.referrals.rights import Ability
from maillon.referrals.services.act import Act
from maillon.referrals.services.checking import Addressed, addressed, reachable
from maillon.referrals.services.locking import act_by_code, act_on_referral
from maillon.referrals.services.opening import items_of, through_of
from maillon.referrals.services.planning import plan, record_consent
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@transaction.atomic
def add_recipient(*, referral_id: UUID, wanted: Wanted, by: Membership, keyring: Keyring, at: datetime) -> Step:
    """Plans one more service, last in line, and asks it at once where nobody else is being asked.

    An exhausted referral is open again. Raises what `propose` raises for one service, AlreadyThere, or CannotOpen when
    the keyring opens none of the parts.
    """
    act = act_on_referral(referral_id, by, at, Ability.ADD_RECIPIENT)
    referral = act.referral
    _not_there_yet(act, wanted.service_id)
    service = addressed(wanted, _written(referral), sender=referral.organisation, minor=referral.minor, at=at)
    step = plan(referral, service, len(act.steps), by, at)
    if service.recipient is not None:
        vault.grant_further(
            items=items_of(act.referral, step.parts),
            keyring=keyring,
            through_organisation_id=through_of(referral, by),
            organisation_id=service.recipient.pk,
            by=by,
            at=at,
        )
    act = Act(referral, by, at)
    act.note_consent(act.step(step.pk))
    act.finish()
    return act.step(step.pk)


@transaction.atomic
def ask_consent(*, referral_id: UUID, service_id: UUID, parts: Set[PartKind], by: Membership, at: datetime) -> Step:
    """Suggests one more service, which the person sees with her code and accepts or not. Sealed to nobody new yet.

    Adults with a code only. Raises NotAllowed, NothingToTell, ServiceGone, Unreachable or AlreadyThere.
    """
    act = act_on_referral(referral_id, by, at, Ability.ADD_RECIPIENT)
    referral = act.referral
    if referral.basis != Basis.CONSENT or referral.code_key_id is None:
        raise NotAllowed
    _not_there_yet(act, service_id)
    if not parts or not parts <= _written(referral):
        raise NothingToTell
    service, recipient, email = reachable(service_id, "", at)
    step = Step.objects.create(
        id=new_id(),
        referral=referral,
        service=service,
        recipient=recipient,
        contact_email=email,
        position=len(act.steps),
        state=StepState.ASKED,
        ground=Ground.CONSENT,
        parts=[kind.value for kind in PartKind.in_order(parts)],
    )
    act.line(step, Action.CONSENT_ASKED, details={"service": str(service_id), "parts": step.parts})
    act.finish()
    return step


@transaction.atomic
def agree_by_code(*, step_id: UUID, keyring: Keyring, language: str, at: datetime) -> Step:
    """The person accepts a suggested service: her keyring seals the parts to it, and it takes its place in line.

    `language` is the one she read the wording in. Raises NotAllowed, ServiceGone or Unreachable.
    """
    act, step = act_by_code(step_id, keyring, at, Ability.AGREE)
    parts = frozenset(PartKind(kind) for kind in step.parts)
    wanted = Wanted(service_id=step.service_id, parts=parts, how=How.BY_CODE, language=language, given_at=at)
    service, recipient, email = reachable(step.service_id, step.contact_email, at)
    step.recipient, step.contact_email = recipient, email
    # On the step itself, so that passing the turn on sees it.
    step.consent = record_consent(step, Addressed(wanted, service, recipient, email, Ground.CONSENT), None)
    if recipient is not None:
        vault.grant_further(
            items=items_of(act.referral, step.parts),
            keyring=keyring,
            through_organisation_id=None,
            organisation_id=recipient.pk,
            by=None,
            at=at,
        )
    act.move(step, Move.AGREE, Action.CONSENT_GIVEN, reason=How.BY_CODE, planned_at=at)
    act.tell_author()
    act.finish()
    return step


@transaction.atomic
def decline_by_code(*, step_id: UUID, keyring: Keyring, at: datetime) -> Step:
    """The person does not want a suggested service. Raises NotAllowed."""
    act, step = act_by_code(step_id, keyring, at, Ability.DECLINE)
    act.withdraw(step, Withdrawn.PERSON)
    act.tell_author()
    act.finish()
    return step


def _written(referral: Referral) -> frozenset[PartKind]:
    return frozenset(PartKind(kind) for kind in referral.parts.values_list("kind", flat=True))


def _not_there_yet(act: Act, service_id: UUID) -> None:
    if any(step.service_id == service_id and step.state not in rules.FINAL for step in act.steps):
        raise AlreadyThere
