"""What is written in an assessment, and what was done for it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.protection import models, rules
from maillon.protection.content import SaidOfParents
from maillon.protection.enums import ActKind, Sealed, WritingKind
from maillon.protection.refusals import Empty, ParentsUnclear, WrongDay
from maillon.protection.rights import Ability
from maillon.protection.services.act import Act, act_on
from maillon.vault import services as vault

_SEALED = {
    WritingKind.CHILD: Sealed.CHILD,
    WritingKind.NOTE: Sealed.NOTE,
    WritingKind.SYNTHESIS: Sealed.SYNTHESIS,
}


@transaction.atomic
def write(*, assessment_id: UUID, kind: WritingKind, text: str, by: Membership, at: datetime) -> models.Writing:
    """Seals a text. Of all kinds but notes there is one: what it replaces is destroyed. Raises NotAllowed or Empty."""
    act = act_on(assessment_id, by, at, Ability.WRITE)
    if not text.strip():
        raise Empty
    if kind is not WritingKind.NOTE:
        _replace(act, kind)
    writing = models.Writing.objects.create(
        id=new_id(),
        assessment=act.assessment,
        kind=kind,
        author=by,
        item=act.seal(text.strip(), _SEALED[kind]),
        written_at=at,
    )
    act.line(Action.ASSESSMENT_WRITTEN, reason=kind)
    act.finish()
    return writing


@transaction.atomic
def record_act(*, assessment_id: UUID, kind: ActKind, on: date, words: str, by: Membership, at: datetime) -> models.Act:
    """Notes a visit, a meeting or a call. Where the child or the family took part, it is a contact.

    Raises NotAllowed, or WrongDay for one to come or before the information was received.
    """
    act = act_on(assessment_id, by, at, Ability.ACT)
    assessment = act.assessment
    if not assessment.received_on <= on <= timezone.localdate(at):
        raise WrongDay
    done = models.Act.objects.create(
        id=new_id(),
        assessment=assessment,
        kind=kind,
        on=on,
        by=by,
        words=act.seal_if_any(words, Sealed.ACT),
        recorded_at=at,
    )
    if kind in rules.CONTACTS:
        _contact(act, on)
    act.line(Action.STEP_DONE, reason=kind)
    act.finish()
    return done


@transaction.atomic
def say_parents(*, assessment_id: UUID, said: SaidOfParents, by: Membership, at: datetime) -> models.ParentsTold:
    """Notes that the parents are informed, or why not (CASF L226-2-1). The latest counts; what was said before stays.

    Raises NotAllowed, ParentsUnclear, or WrongDay for a day to come.
    """
    act = act_on(assessment_id, by, at, Ability.SAY_PARENTS)
    if not said.is_whole:
        raise ParentsUnclear
    if said.on is not None and said.on > timezone.localdate(at):
        raise WrongDay
    told = models.ParentsTold.objects.create(
        id=new_id(),
        assessment=act.assessment,
        informed=said.informed,
        on=said.on,
        how=said.how or "",
        reason=said.reason or "",
        by=by,
        words=act.seal_if_any(said.words, Sealed.PARENTS),
        said_at=at,
    )
    if said.on is not None:
        _contact(act, said.on)
    act.line(Action.PARENTS_INFORMED, reason=said.how or said.reason or "", details={"informed": said.informed})
    act.finish()
    return told


def _contact(act: Act, on: date) -> None:
    if on > act.assessment.last_contact_on:
        act.save(last_contact_on=on)


def _replace(act: Act, kind: WritingKind) -> None:
    for old in models.Writing.objects.filter(assessment=act.assessment, kind=kind).select_related("item"):
        item = old.item
        old.delete()
        vault.forget(item=item)
