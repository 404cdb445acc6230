"""A service reads what it was sent and answers."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.directory import services as directory
from maillon.journal.enums import Action
from maillon.referrals import rules
from maillon.referrals.content import OpenedParts
from maillon.referrals.enums import Move, Reading, ReferralState, RefusalReason, Sealed, StepState, Withdrawn
from maillon.referrals.models import Step
from maillon.referrals.refusals import NotAllowed, WrongReason
from maillon.referrals.rights import Ability, on_step
from maillon.referrals.services.act import Act
from maillon.referrals.services.locking import act_on_step
from maillon.referrals.services.opening import parts_of, texts_of
from maillon.referrals.services.words import seal_words
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@transaction.atomic
def open_step(
    *, step_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading
) -> tuple[Step, OpenedParts]:
    """Opens at the service what it may have; the first opening makes of PROPOSED a SEEN. Journalled each time.

    Raises NotAllowed, or CannotOpen when the reader has not been given her organisation's key yet.
    """
    act, step = act_on_step(step_id, by, at, Ability.SEE)
    ability = Ability.OPEN if step.state == StepState.PROPOSED else Ability.READ
    if by.organisation_id != step.recipient_id or ability not in on_step(by, step):
        raise NotAllowed
    parts = parts_of(act.referral, step.parts)
    opened = vault.open_items(
        items=[part.item for part in parts],
        keyring=keyring,
        organisation_id=step.recipient_id,
        by=by,
        at=at,
        reason=reason,
    )
    texts = texts_of(parts, opened)
    see(act, step, reason=reason)
    act.finish()
    return step, texts


def see(act: Act, step: Step, *, reason: str) -> None:
    """An opening: the first one changes the state, each one stands in the journal."""
    if step.state == StepState.PROPOSED:
        act.move(step, Move.SEE, Action.OPENED, reason=reason, seen_at=act.at)
    else:
        act.line(step, Action.OPENED, reason=reason)


@transaction.atomic
def accept(*, step_id: UUID, by: Membership, at: datetime) -> Step:
    """The service takes it. Raises NotAllowed unless it was opened and not answered.

    For a service without an account also by who refers, where it said yes by telephone.
    """
    act, step = act_on_step(step_id, by, at, Ability.ACCEPT)
    take(act, step)
    act.finish()
    return step


def take(act: Act, step: Step) -> None:
    """An acceptance, whoever gives it: the clock of silence starts anew, and the directory learns of it."""
    act.move(
        step,
        Move.ACCEPT,
        Action.STEP_ACCEPTED,
        answered_at=act.at,
        accepted_at=act.at,
        heard_at=act.at,
        answered_by=act.by,
        reminded_at=None,
        escalated_at=None,
    )
    act.end_links(step)
    act.tell_author()
    directory.note_success(step.service_id, timezone.localdate(act.at))


@transaction.atomic
def refuse(*, step_id: UUID, reason: RefusalReason, words: str = "", by: Membership, at: datetime) -> Step:
    """The service does not take it; the next one that was agreed to is asked at once.

    `words` are sealed to both sides of professionals. With RefusalReason.DECLINED the whole referral ends: the person
    does not want it. Also by who refers, for a service without an account that answered by telephone.
    Raises NotAllowed or WrongReason.
    """
    act, step = act_on_step(step_id, by, at, Ability.REFUSE)
    turn_down(act, step, reason, words)
    return step


def turn_down(act: Act, step: Step, reason: RefusalReason, words: str) -> None:
    """A refusal, whoever gives it, to the end of the act. Raises WrongReason."""
    if reason not in rules.refusal_reasons(minor=act.referral.minor):
        raise WrongReason
    act.move(
        step,
        Move.REFUSE,
        Action.STEP_REFUSED,
        reason=reason,
        refusal_reason=reason,
        answered_at=step.answered_at or act.at,
        answered_by=act.by,
        words=seal_words(step, Sealed.REFUSAL, words, act.at),
    )
    act.tell_author()
    if reason is RefusalReason.OUT_OF_ZONE:
        directory.note_out_of_zone(
            refusal_id=step.pk, service_id=step.service_id, commune_code=act.referral.commune_id, at=act.at
        )
    declined = reason is RefusalReason.DECLINED
    if declined:
        act.end_all(Withdrawn.PERSON)
    act.finish(ended_as=ReferralState.WITHDRAWN if declined else None)
