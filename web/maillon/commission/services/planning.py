"""Preparing a meeting: its day, its agenda, the convocation, and a second one where a quorum was missing."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id, new_number
from maillon.base.tasks import defer_many
from maillon.commission import rules
from maillon.commission.enums import Emergency, Kind, Move, State, Topic
from maillon.commission.facts import value
from maillon.commission.models import AgendaItem, Commission, Session
from maillon.commission.refusals import (
    AlreadyThere,
    EmptyAgenda,
    NotAllowed,
    TooLate,
    WrongMoment,
    WrongPoint,
    WrongSheet,
)
from maillon.commission.rights import Ability, on_commission
from maillon.commission.selectors import mandates_on, ready_requests, ready_sheets
from maillon.commission.services.locking import line, to_act_on, to_act_on_item
from maillon.guidance.dated import Unit
from maillon.journal.enums import Action
from maillon.journal.services import record_many


@transaction.atomic
def plan(
    *,
    commission_id: UUID,
    kind: Kind,
    held_at: datetime,
    place: str = "",
    remote: bool = False,
    by: Membership,
    at: datetime,
) -> Session:
    """A meeting in preparation; nobody is told yet. `place` is where, in clear, in 120 characters.

    Raises NotAllowed, or WrongMoment for the past.
    """
    commission = Commission.objects.filter(pk=commission_id).first()
    if commission is None or Ability.PREPARE not in on_commission(by, commission, None):
        raise NotAllowed
    return _new(commission, kind, held_at, place=place, remote=remote, by=by, at=at)


def _new(
    commission: Commission,
    kind: Kind,
    held_at: datetime,
    *,
    place: str,
    remote: bool,
    by: Membership,
    at: datetime,
    second_of: Session | None = None,
) -> Session:
    if held_at <= at:
        raise WrongMoment
    return Session.objects.create(
        id=new_id(),
        number=new_number(),
        commission=commission,
        kind=kind,
        held_at=held_at,
        place=place.strip(),
        remote=remote,
        second_of=second_of,
        prepared_by=by,
    )


@transaction.atomic
def move(*, session_id: UUID, held_at: datetime, remote: bool, by: Membership, at: datetime) -> Session:
    """Another day, or from afar or not, while nobody was told. Raises NotAllowed or WrongMoment."""
    session, _place = to_act_on(session_id, by, at, Ability.CHANGE)
    if held_at <= at:
        raise WrongMoment
    session.held_at, session.remote = held_at, remote
    session.save(update_fields=["held_at", "remote"])
    return session


@transaction.atomic
def add_request(*, session_id: UUID, request_id: UUID, by: Membership, at: datetime) -> AgendaItem:
    """Puts a request that waits for an opinion on the agenda. Raises NotAllowed or WrongPoint."""
    session, _place = to_act_on(session_id, by, at, Ability.CHANGE)
    _check_open(session)
    request = ready_requests(session.commission).filter(pk=request_id).first()
    if session.kind != Kind.INDIVIDUAL or request is None:
        raise WrongPoint
    return _added(session, request_id=request_id)


@transaction.atomic
def add_sheet(*, session_id: UUID, sheet_id: UUID, by: Membership, at: datetime) -> AgendaItem:
    """Puts a minor's coordination sheet on the agenda of a meeting for that; nothing of it is opened.

    Raises NotAllowed, WrongSheet, or WrongPoint on a second convocation.
    """
    session, _place = to_act_on(session_id, by, at, Ability.CHANGE)
    _check_open(session)
    if session.kind != Kind.MINORS or not ready_sheets(session.commission).filter(pk=sheet_id).exists():
        raise WrongSheet
    return _added(session, sheet_id=sheet_id)


@transaction.atomic
def add_topic(*, session_id: UUID, topic: Topic, by: Membership, at: datetime) -> AgendaItem:
    """Puts a topic on the agenda of a meeting on policy, or on minors' paths. Raises NotAllowed or WrongPoint."""
    session, _place = to_act_on(session_id, by, at, Ability.CHANGE)
    _check_open(session)
    if session.kind == Kind.INDIVIDUAL or session.items.filter(topic=topic).exists():
        raise WrongPoint
    return _added(session, topic=topic)


def _check_open(session: Session) -> None:
    # A second convocation has the agenda of the first: it needs no quorum for that one alone (CRPA R133-10).
    if session.second_of_id is not None:
        raise WrongPoint


def _added(session: Session, **point: object) -> AgendaItem:
    last = session.items.aggregate(last=Max("position"))["last"] or 0
    return AgendaItem.objects.create(id=new_id(), session=session, kind=session.kind, position=last + 1, **point)


@transaction.atomic
def take_off(*, item_id: UUID, by: Membership, at: datetime) -> None:
    """Takes a point off the agenda while nobody was told. Raises NotAllowed or WrongPoint."""
    session, item, _place = to_act_on_item(item_id, by, at, Ability.SEE)
    to_act_on(session.pk, by, at, Ability.CHANGE)
    _check_open(session)
    item.delete()


@transaction.atomic
def convoke(*, session_id: UUID, emergency: Emergency | None = None, by: Membership, at: datetime) -> Session:
    """Tells the members who sit at such a meeting, by a notice that says nothing; the agenda is fixed from now on.

    Raises NotAllowed, EmptyAgenda, WrongMoment, or TooLate where fewer days are left than CRPA R133-8 asks and no
    emergency is given.
    """
    session, _place = to_act_on(session_id, by, at, Ability.CONVOKE)
    if not session.items.exists():
        raise EmptyAgenda
    if session.held_at <= at:
        raise WrongMoment
    in_time = rules.in_time(convoked_at=at, held_at=session.held_at, days=value("convocation", Unit.DAYS))
    if not in_time and emergency is None:
        raise TooLate
    session.state = rules.MEETING.after(State(session.state), Move.CONVOKE)
    session.convoked_at, session.emergency = at, "" if in_time or emergency is None else emergency.value
    session.save(update_fields=["state", "convoked_at", "emergency"])
    _tell(session)
    record_many([line(session, Action.SESSION_CONVOKED, by, at, reason=session.emergency)])
    return session


def _tell(session: Session) -> None:
    sitting = mandates_on(session.commission_id, timezone.localdate(session.held_at))
    members = {
        mandate.membership.member_id
        for mandate in sitting
        if rules.may_attend(mandate.seat.in_quality, Kind(session.kind))
    }
    defer_many("reports.notify_member", [{"member_id": str(member)} for member in sorted(members)])


@transaction.atomic
def cancel(*, session_id: UUID, by: Membership, at: datetime) -> Session:
    """The meeting will not take place; members who were told are told again. Raises NotAllowed."""
    session, _place = to_act_on(session_id, by, at, Ability.CANCEL)
    session.state = rules.MEETING.after(State(session.state), Move.CANCEL)
    session.ended_at = at
    session.save(update_fields=["state", "ended_at"])
    if session.convoked_at is not None:
        _tell(session)
    record_many([line(session, Action.SESSION_CLOSED, by, at, reason=session.state)])
    return session


@transaction.atomic
def repeat(*, session_id: UUID, held_at: datetime, by: Membership, at: datetime) -> Session:
    """Prepares the second convocation of a meeting that had no quorum: same kind, same agenda, none required.

    Raises NotAllowed, AlreadyThere or WrongMoment.
    """
    first, _place = to_act_on(session_id, by, at, Ability.REPEAT)
    if Session.objects.filter(second_of=first).exists():
        raise AlreadyThere
    second = _new(
        first.commission,
        Kind(first.kind),
        held_at,
        place=first.place,
        remote=first.remote,
        by=by,
        at=at,
        second_of=first,
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(
            id=new_id(),
            session=second,
            kind=second.kind,
            position=item.position,
            request_id=item.request_id,
            sheet_id=item.sheet_id,
            topic=item.topic,
        )
        for item in first.items.order_by("position")
    )
    return second
