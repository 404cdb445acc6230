"""What is to be done and when one meets: actions, appointments, contacts made and missed."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.cases.content import Piece
from maillon.cases.enums import ActionState, AppointmentState, Doer, EntryKind, Means
from maillon.cases.models import Action, Appointment, Contact, Goal
from maillon.cases.refusals import AlreadyEnded, NotAllowed, WrongChoice, WrongMoment
from maillon.cases.rights import Ability
from maillon.cases.services.act import act_on_case
from maillon.cases.services.writing import act_on_entry, not_to_come, words
from maillon.journal.enums import Action as Done

SHORTEST, LONGEST = 5, 8 * 60


@transaction.atomic
def plan_action(
    *,
    case_id: UUID,
    text: str,
    doer: Doer,
    by: Membership,
    at: datetime,
    due_on: date | None = None,
    goal_id: UUID | None = None,
) -> Action:
    """Something to do, for a goal or not, by a day or not. Raises NotAllowed, NothingWritten, WrongMoment."""
    act = act_on_case(case_id, by, at, Ability.WRITE)
    if due_on is not None and due_on < act.today:
        raise WrongMoment
    goal = Goal.objects.filter(pk=goal_id, entry__case=act.case).first() if goal_id else None
    if goal_id and goal is None:
        raise NotAllowed
    entry = act.write(EntryKind.ACTION, words(text))
    action = Action.objects.create(entry=entry, goal=goal, doer=doer, due_on=due_on)
    act.finish()
    return action


@transaction.atomic
def finish_action(*, action_id: UUID, state: ActionState, by: Membership, at: datetime) -> Action:
    """It is done, or given up. `action_id` is its entry's. Raises NotAllowed, AlreadyEnded or WrongChoice."""
    act = act_on_entry(action_id, EntryKind.ACTION, by, at)
    action = Action.objects.get(pk=action_id)
    if state is ActionState.PLANNED:
        raise WrongChoice
    if action.state != ActionState.PLANNED:
        raise AlreadyEnded
    action.state, action.ended_on, action.ended_by = state, act.today, by
    action.save(update_fields=["state", "ended_on", "ended_by"])
    act.line(Done.CASE_WRITTEN, reason=EntryKind.ACTION, details={"entry": str(action_id), "state": state.value})
    act.finish()
    return action


@transaction.atomic
def appoint(
    *, case_id: UUID, starts_at: datetime, minutes: int, by: Membership, at: datetime, text: str = ""
) -> Appointment:
    """An appointment to come; with whom and where is sealed. Raises NotAllowed or WrongMoment."""
    act = act_on_case(case_id, by, at, Ability.WRITE)
    if starts_at <= at or not SHORTEST <= minutes <= LONGEST:
        raise WrongMoment
    entry = act.write(EntryKind.APPOINTMENT, Piece(text=text.strip()), happened_at=starts_at)
    appointment = Appointment.objects.create(entry=entry, starts_at=starts_at, minutes=minutes)
    act.line(Done.APPOINTED, details={"entry": str(entry.pk)})
    act.finish()
    return appointment


@transaction.atomic
def settle_appointment(*, appointment_id: UUID, state: AppointmentState, by: Membership, at: datetime) -> Appointment:
    """What became of it. One that took place is a contact. `appointment_id` is its entry's.

    Raises NotAllowed, AlreadyEnded, WrongChoice, or WrongMoment for one that has not begun and was not cancelled.
    """
    act = act_on_entry(appointment_id, EntryKind.APPOINTMENT, by, at)
    appointment = Appointment.objects.get(pk=appointment_id)
    if state is AppointmentState.PLANNED:
        raise WrongChoice
    if appointment.state != AppointmentState.PLANNED:
        raise AlreadyEnded
    if state is not AppointmentState.CANCELLED:
        not_to_come(appointment.starts_at, at)
    appointment.state = state
    appointment.save(update_fields=["state"])
    if state is AppointmentState.HELD:
        act.touched(timezone.localdate(appointment.starts_at))
    missed = state is AppointmentState.MISSED
    details = {"entry": str(appointment_id), "state": state.value}
    act.line(Done.APPOINTMENT_MISSED if missed else Done.CASE_WRITTEN, reason=EntryKind.APPOINTMENT, details=details)
    act.finish()
    return appointment


@transaction.atomic
def record_contact(
    *, case_id: UUID, means: Means, made: bool, happened_at: datetime, by: Membership, at: datetime, text: str = ""
) -> Contact:
    """One was in contact, or tried to be. Only the first counts as a contact. Raises NotAllowed or WrongMoment."""
    act = act_on_case(case_id, by, at, Ability.WRITE)
    entry = act.write(EntryKind.CONTACT, Piece(text=text.strip()), happened_at=not_to_come(happened_at, at))
    contact = Contact.objects.create(entry=entry, means=means, made=made)
    if made:
        act.touched(timezone.localdate(happened_at))
    act.finish()
    return contact
