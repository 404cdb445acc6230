"""What is written about the work with her: notes, needs, what she wants, the safety plan, what she went through."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.cases.content import Identity, NewViolence, Piece, Reaching, SafetyPlan, Situation
from maillon.cases.enums import (
    Area,
    Control,
    EntryKind,
    Exploitation,
    GoalState,
    NeedLevel,
    Recruitment,
    SexualExploitation,
    Trafficking,
    ViolenceContext,
)
from maillon.cases.models import Entry, Goal, Incident, Need
from maillon.cases.refusals import AlreadyEnded, NotAllowed, NothingWritten, WrongChoice, WrongMoment
from maillon.cases.rights import Ability
from maillon.cases.rules.gbvims import violence_type
from maillon.cases.services.act import Act, act_on_case
from maillon.journal.enums import Action as Done


@transaction.atomic
def write_note(
    *,
    case_id: UUID,
    text: str,
    by: Membership,
    at: datetime,
    happened_at: datetime | None = None,
    replaces: UUID | None = None,
) -> Entry:
    """A note; with `replaces` in the place of an earlier one, which stays readable as replaced.

    Raises NotAllowed, NothingWritten, WrongMoment for what is yet to come, AlreadyEnded for a note replaced before.
    """
    act = act_on_case(case_id, by, at, Ability.WRITE)
    piece = words(text)
    earlier = _to_replace(act, EntryKind.NOTE, replaces) if replaces else None
    # A new version of a note stays where the note stood, unless it is dated otherwise.
    moment = happened_at or (earlier.happened_at if earlier else at)
    entry = act.write(EntryKind.NOTE, piece, happened_at=not_to_come(moment, at), replaces=earlier)
    act.finish()
    return entry


@transaction.atomic
def write_piece(
    *, case_id: UUID, piece: Identity | Reaching | Situation | SafetyPlan, by: Membership, at: datetime
) -> Entry:
    """A new version of what there is one of; the earlier one stays as replaced, until its time is over.

    Raises NotAllowed, NothingWritten, or WrongChoice for a code that does not exist.
    """
    act = act_on_case(case_id, by, at, Ability.WRITE)
    if piece.is_empty():
        raise NothingWritten
    if isinstance(piece, Situation) and not _are_known(piece):
        raise WrongChoice
    entry = act.write(piece.kind, piece, replaces=act.latest(piece.kind))
    act.finish()
    return entry


@transaction.atomic
def assess(*, case_id: UUID, area: Area, level: NeedLevel, by: Membership, at: datetime, text: str = "") -> Need:
    """How she sees one need today; it replaces what stood for that area. Words are not needed. Raises NotAllowed."""
    act = act_on_case(case_id, by, at, Ability.WRITE)
    earlier = act.case.entries.filter(need__area=area, replaced_by=None, erased_at=None).order_by("-written_at").first()
    entry = act.write(EntryKind.NEED, Piece(text=text.strip()), replaces=earlier, details={"area": area.value})
    need = Need.objects.create(entry=entry, area=area, level=level)
    act.finish()
    return need


@transaction.atomic
def set_goal(*, case_id: UUID, text: str, by: Membership, at: datetime) -> Goal:
    """What she wants, in her words. Raises NotAllowed or NothingWritten."""
    act = act_on_case(case_id, by, at, Ability.WRITE)
    goal = Goal.objects.create(entry=act.write(EntryKind.GOAL, words(text)))
    act.finish()
    return goal


@transaction.atomic
def end_goal(*, goal_id: UUID, state: GoalState, by: Membership, at: datetime) -> Goal:
    """She reached it, or gave it up. `goal_id` is its entry's. Raises NotAllowed, AlreadyEnded or WrongChoice."""
    act = act_on_entry(goal_id, EntryKind.GOAL, by, at)
    goal = Goal.objects.get(pk=goal_id)
    if state is GoalState.OPEN:
        raise WrongChoice
    if goal.state != GoalState.OPEN:
        raise AlreadyEnded
    goal.state, goal.ended_on = state, act.today
    goal.save(update_fields=["state", "ended_on"])
    act.line(Done.CASE_WRITTEN, reason=EntryKind.GOAL, details={"entry": str(goal_id), "state": state.value})
    act.finish()
    return goal


@transaction.atomic
def record_violence(*, case_id: UUID, new: NewViolence, by: Membership, at: datetime) -> Incident:
    """A violence she told of; the rules find its one type. Nothing is asked or kept about who did it.

    Raises NotAllowed, NothingWritten while no fact was given, WrongMoment for a day to come.
    """
    act = act_on_case(case_id, by, at, Ability.WRITE)
    type_ = violence_type(new.facts)
    if type_ is None:
        raise NothingWritten
    if new.happened_on is not None and new.happened_on > act.today:
        raise WrongMoment
    entry = act.write(EntryKind.VIOLENCE, Piece(text=new.text.strip()))
    held = [context.value for context in ViolenceContext if context in new.contexts]
    incident = Incident.objects.create(entry=entry, type=type_, contexts=held, happened_on=new.happened_on)
    act.finish()
    return incident


@transaction.atomic
def review(*, case_id: UUID, text: str, by: Membership, at: datetime) -> Entry:
    """A supervisor's view of the work, for whoever does it: by a lead, of a case that is not her own.

    Raises NotAllowed or NothingWritten.
    """
    act = act_on_case(case_id, by, at, Ability.REVIEW)
    entry = act.write(EntryKind.REVIEW, words(text))
    act.line(Done.CASE_REVIEWED, details={"entry": str(entry.pk)})
    act.finish()
    return entry


def words(text: str) -> Piece:
    """The typed words. Raises NothingWritten."""
    if not text.strip():
        raise NothingWritten
    return Piece(text=text.strip())


def not_to_come(moment: datetime, at: datetime) -> datetime:
    """The moment, which must not lie after `at`. Raises WrongMoment."""
    if moment > at:
        raise WrongMoment
    return moment


def act_on_entry(entry_id: UUID, kind: EntryKind, by: Membership, at: datetime) -> Act:
    """An act of whoever writes in the case, on one entry of this kind. Raises NotAllowed."""
    case_id = Entry.objects.filter(pk=entry_id, kind=kind, erased_at=None).values_list("case_id", flat=True).first()
    return act_on_case(case_id, by, at, Ability.WRITE)


def _to_replace(act: Act, kind: EntryKind, key: UUID) -> Entry:
    entry = act.case.entries.select_related("replaced_by").filter(pk=key, kind=kind, erased_at=None).first()
    if entry is None:
        raise NotAllowed
    if hasattr(entry, "replaced_by"):
        raise AlreadyEnded
    return entry


def _are_known(situation: Situation) -> bool:
    """Whether every code is one of its list."""
    lists = (
        ({situation.trafficking} - {""}, Trafficking),
        (situation.recruitment, Recruitment),
        (situation.control, Control),
        (situation.exploitation, Exploitation),
        (situation.sexual_exploitation, SexualExploitation),
    )
    return all(set(codes) <= set(choices.values) for codes, choices in lists)
