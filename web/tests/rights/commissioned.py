"""Meetings for the matrix, at each point of their way: the council keeps the secretariat, and the health house sits.

A commission belongs to a préfecture; here it is given to the organisation of the receiving relations, so that the same
people are tried at every address.
"""

import datetime as dt
from typing import Any

from django.utils.timezone import localdate

from maillon.accounts.models import Membership
from maillon.base import clock
from maillon.base.ids import new_id
from maillon.commission import services
from maillon.commission.enums import Kind, Mode, Rank, Sense, Topic
from maillon.commission.models import AgendaItem, Commission, Mandate, Seat, Session
from maillon.commission.services import Advice, Answered
from tests.commission.factories import Commissioned, make_request
from tests.reports.factories import House, Orne


def commissioned(orne: Orne, health: House, lead: Membership) -> dict[str, dict[str, Any]]:
    """Keyword arguments of addresses, by what the matrix calls their objects."""
    room = _Room(orne, health, lead)
    convoked, open_one, closed, lapsed = room.convoked(), room.opened(), room.closed(), room.lapsed()
    draft = room.planned()
    room.add_topic(draft)
    return {
        "seat": {"seat_id": room.seat.pk},
        "mandate": {"mandate_id": room.mandate.pk},
        "draft_session": _key(draft),
        "convoked_session": _key(convoked),
        "to_pledge": _key(convoked),
        "open_session": _key(open_one),
        "present": {**_key(open_one), "seat_id": room.seat.pk},
        "closed_session": _key(closed),
        "lapsed_session": _key(lapsed),
        "minuted_session": _key(room.minuted()),
        "draft_point": _point(draft),
        "convoked_point": _point(convoked),
        "open_point": _point(open_one),
    }


def _key(session: Session) -> dict[str, Any]:
    return {"session_id": session.pk}


def _point(session: Session) -> dict[str, Any]:
    return {"item_id": AgendaItem.objects.filter(session=session).first().pk}


class _Room:
    """The commission and who keeps it."""

    def __init__(self, orne: Orne, health: House, lead: Membership) -> None:
        self.by, self.keyring = orne.council.reader.membership, orne.council.reader.keyring
        self.now, self.told_at = clock.now(), clock.now() - dt.timedelta(days=9)
        council = orne.council.organisation
        self.commission = Commission.objects.create(id=new_id(), prefecture=council, founded_at=self.told_at)
        act: dict[str, Any] = {"by": lead, "at": self.told_at}
        self.seat, self.mandate = self._named("sante", health.reader.membership, act)
        self._named("gendarmerie", orne.firefighter.membership, act)
        services.pledge(mandate_id=self.mandate.pk, by=health.reader.membership, at=self.told_at)
        self.house = Commissioned(self.commission, orne.council, orne.council.reader, None, orne.association, {})

    def _named(self, quality: str, membership: Membership, act: dict[str, Any]) -> tuple[Seat, Mandate]:
        seat = services.open_seat(commission_id=self.commission.pk, quality=quality, **act)
        starts_on = localdate(self.told_at)
        mandate = services.name(
            seat_id=seat.pk, membership=membership, held_as=Rank.TITULAR, starts_on=starts_on, **act
        )
        return seat, mandate

    def planned(self, kind: Kind = Kind.POLICY) -> Session:
        return services.plan(commission_id=self.commission.pk, kind=kind, held_at=self.now, by=self.by, at=self.told_at)

    def add_topic(self, session: Session) -> None:
        services.add_topic(session_id=session.pk, topic=Topic.REVIEW, by=self.by, at=self.told_at)

    def convoked(self) -> Session:
        session, request = self.planned(Kind.INDIVIDUAL), make_request(self.house)
        services.add_request(session_id=session.pk, request_id=request.pk, by=self.by, at=self.told_at)
        return services.convoke(session_id=session.pk, by=self.by, at=self.told_at)

    def opened(self) -> Session:
        session = self.convoked()
        answered = [Answered(self.mandate.pk, Mode.ON_SITE)]
        services.open_session(session_id=session.pk, roll=answered, by=self.by, keyring=self.keyring, at=self.now)
        item = AgendaItem.objects.get(session=session)
        services.give_opinion(item_id=item.pk, advice=Advice(sense=Sense.FAVOURABLE), by=self.by, at=self.now)
        return session

    def closed(self) -> Session:
        session = self.planned()
        self.add_topic(session)
        services.convoke(session_id=session.pk, by=self.by, at=self.told_at)
        answered = [Answered(self.mandate.pk, Mode.ON_SITE)]
        services.open_session(session_id=session.pk, roll=answered, by=self.by, keyring=self.keyring, at=self.now)
        return services.close(session_id=session.pk, by=self.by, at=self.now)

    def minuted(self) -> Session:
        return services.draw_minutes(
            session_id=self.closed().pk, draw=lambda _minutes: b"%PDF", by=self.by, keyring=self.keyring, at=self.now
        )

    def lapsed(self) -> Session:
        return services.lapse(session_id=self.convoked().pk, by=self.by, at=self.now)
