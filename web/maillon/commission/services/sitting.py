"""A meeting from its opening to its end: roll call, arrivals, departures, closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.commission import rules
from maillon.commission.enums import Kind, Mode, Move, RecusalReason, State
from maillon.commission.models import Attendance, Mandate, Opinion, Recusal, Session
from maillon.commission.refusals import NoQuorum, NotAllowed, WrongMoment, WrongRoll
from maillon.commission.rights import Ability
from maillon.commission.selectors import mandates_on, table_of
from maillon.commission.services.files import hand_out, requests_on, shut, take_back
from maillon.commission.services.handing_on import hand_on
from maillon.commission.services.locking import line, locked_session, to_act_on
from maillon.journal.enums import Action
from maillon.journal.services import record_many
from maillon.vault.keyrings import Keyring


@dataclass(frozen=True)
class Answered:
    """Somebody who answered the roll call: under which mandate, and from where."""

    mandate_id: UUID
    mode: Mode


@transaction.atomic
def open_session(
    *, session_id: UUID, roll: Sequence[Answered], by: Membership, keyring: Keyring, at: datetime
) -> Session:
    """Opens a meeting on its day, with the roll call: who answered may open the files until they are shut.

    Whoever is of an association that made a request is kept from that point. Raises NotAllowed, WrongMoment, WrongRoll,
    NoQuorum, or CannotOpen where the secretary was not given the préfecture's key.
    """
    session, _place = to_act_on(session_id, by, at, Ability.OPEN)
    _check_day(session, at)
    mandates = _called(session, roll, at)
    quorum = table_of(session, present=[mandate.seat_id for mandate in mandates.values()]).quorum()
    if not quorum.is_reached:
        raise NoQuorum(quorum.missing)
    session.state, session.opened_at = rules.MEETING.after(State(session.state), Move.OPEN), at
    session.save(update_fields=["state", "opened_at"])
    attendances = [_seated(session, mandates[one.mandate_id], one.mode, at) for one in roll]
    _keep_from(session, list(mandates.values()), by, at)
    hand_out(session, attendances, by, keyring, at)
    record_many(
        [line(session, Action.SESSION_OPENED, by, at, details={"seats": quorum.seats, "voices": quorum.taking_part})]
    )
    return session


def _check_day(session: Session, at: datetime) -> None:
    if timezone.localdate(session.held_at) != timezone.localdate(at):
        raise WrongMoment


def _called(session: Session, roll: Sequence[Answered], at: datetime) -> dict[UUID, Mandate]:
    """The mandates that the roll call names, each for a seat of its own that belongs to such a meeting."""
    wanted = {one.mandate_id for one in roll}
    found = {
        mandate.pk: mandate
        for mandate in mandates_on(session.commission_id, timezone.localdate(at)).filter(pk__in=wanted)
        if rules.may_attend(mandate.seat.in_quality, Kind(session.kind))
    }
    seats = {mandate.seat_id for mandate in found.values()}
    from_afar = any(one.mode is Mode.REMOTE for one in roll)
    if len(roll) != len(found) or len(seats) != len(found) or (from_afar and not session.remote):
        raise WrongRoll
    return found


def _seated(session: Session, mandate: Mandate, mode: Mode, at: datetime) -> Attendance:
    return Attendance.objects.create(
        id=new_id(), session=session, seat=mandate.seat, mandate=mandate, mode=mode, arrived_at=at
    )


def _keep_from(session: Session, mandates: Sequence[Mandate], by: Membership, at: datetime) -> None:
    """Notes who is of the association that made a request: she presents it, and does not deliberate on it."""
    Recusal.objects.bulk_create(
        [
            Recusal(
                id=new_id(),
                item=item,
                seat=mandate.seat,
                reason=RecusalReason.PRESENTS,
                noted_at=at,
                noted_by=by,
            )
            for item in requests_on(session)
            for mandate in mandates
            if rules.presents(
                member_organisation=mandate.membership.organisation_id,
                author_organisation=item.request.path.association_id if item.request else None,
            )
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def arrive(*, session_id: UUID, answered: Answered, by: Membership, keyring: Keyring, at: datetime) -> Attendance:
    """Somebody comes later, or comes back; the files are handed to her too. Raises as `open_session` does."""
    session, _place = to_act_on(session_id, by, at, Ability.CALL)
    mandate = _called(session, [answered], at)[answered.mandate_id]
    if Attendance.objects.filter(session=session, seat=mandate.seat_id, left_at=None).exists():
        raise WrongRoll
    attendance = _seated(session, mandate, answered.mode, at)
    _keep_from(session, [mandate], by, at)
    hand_out(session, [attendance], by, keyring, at)
    record_many([line(session, Action.SESSION_OPENED, by, at, reason="arrived", details=_seat_of(attendance))])
    return attendance


@transaction.atomic
def leave(*, session_id: UUID, seat_id: UUID, by: Membership, at: datetime) -> Attendance:
    """Somebody leaves before the end: she can open nothing from now on. Raises NotAllowed."""
    session, _place = to_act_on(session_id, by, at, Ability.CALL)
    found = Attendance.objects.filter(session=session, seat=seat_id, left_at=None)
    attendance = found.select_related("mandate__membership").first()
    if attendance is None:
        raise NotAllowed
    attendance.left_at = at
    attendance.save(update_fields=["left_at"])
    keys = take_back(session, [attendance.mandate.membership.member_id], by=by, at=at)
    details = {**_seat_of(attendance), "keys": keys}
    record_many([line(session, Action.SESSION_CLOSED, by, at, reason="left", details=details)])
    return attendance


def _seat_of(attendance: Attendance) -> dict[str, object]:
    return {"seat": str(attendance.seat_id)}


@transaction.atomic
def lapse(*, session_id: UUID, by: Membership, at: datetime) -> Session:
    """Too few came: nothing was deliberated, and a second convocation may follow. Raises NotAllowed or WrongMoment."""
    session, _place = to_act_on(session_id, by, at, Ability.LAPSE)
    _check_day(session, at)
    if session.second_of_id is not None:
        raise WrongMoment
    session.state, session.ended_at = rules.MEETING.after(State(session.state), Move.LAPSE), at
    session.save(update_fields=["state", "ended_at"])
    record_many([line(session, Action.SESSION_CLOSED, by, at, reason=session.state)])
    return session


@transaction.atomic
def close(*, session_id: UUID, by: Membership, at: datetime) -> Session:
    """Ends the meeting: every file is taken back at once, and each opinion goes to the préfet. Raises NotAllowed.

    A point without an opinion is free for the agenda of another meeting.
    """
    session, _place = to_act_on(session_id, by, at, Ability.CLOSE)
    keys = shut(session, by, at)
    session.state, session.ended_at = rules.MEETING.after(State(session.state), Move.CLOSE), at
    session.save(update_fields=["state", "ended_at"])
    Attendance.objects.filter(session=session, left_at=None).update(left_at=at)
    given = list(Opinion.objects.filter(item__session=session).select_related("item__request"))
    hand_on(given, by=by, at=at)
    details: dict[str, object] = {"keys": keys, "opinions": len(given)}
    record_many([line(session, Action.SESSION_CLOSED, by, at, details=details)])
    return session


def shut_forgotten(*, at: datetime) -> int:
    """Takes back the files of meetings that nobody closed by the end of their day; says of how many.

    The meeting itself stays open: opinions may still be noted, and somebody has to close it.
    """
    forgotten = Session.objects.filter(state=State.OPEN, files_shut_at=None).order_by("pk")
    return sum(_shut_forgotten(key, at) for key in forgotten.values_list("pk", flat=True))


@transaction.atomic
def _shut_forgotten(key: UUID, at: datetime) -> bool:
    session = locked_session(key)
    if session is None or session.opened_at is None or session.files_shut_at is not None:
        return False
    if at < rules.files_shut(session.opened_at):
        return False
    keys = shut(session, None, at)
    record_many([line(session, Action.SESSION_CLOSED, None, at, reason="end_of_day", details={"keys": keys})])
    return True
