"""The invented commission: its seats, a meeting with its minutes, and one to come."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.commission import services
from maillon.commission.enums import Kind, Mode, Rank, Sense, Vote
from maillon.commission.models import Mandate
from maillon.commission.rules import Count
from maillon.commission.services import Advice, Answered
from maillon.demo.paths import Paths
from maillon.demo.timeline import Step, ago
from maillon.portals.components.pdf import PdfUnavailable
from maillon.portals.pro.commission.minutes_document import document
from maillon.vault.keyrings import Keyring

_FILE = Path(__file__).parent / "data" / "commission.toml"
_SATURDAY = 5


@dataclass(frozen=True)
class Commission:
    """The commission of the invented préfecture, which its lead keeps; `now` is the moment of loading."""

    paths: Paths
    members: Mapping[str, Membership]
    keyrings: Mapping[UUID, Keyring]
    now: datetime
    # The mandates by the quality of their seats.
    mandates: dict[str, Mandate] = field(default_factory=dict)

    def steps(self) -> list[Step]:
        """Everything that happens in it."""
        data = tomllib.loads(_FILE.read_text("utf-8"))
        secretary, founded = self.members[data["secretary"]], ago(self.now, data)
        steps = [Step(founded, partial(self._found, data["seats"], secretary, founded))]
        for row in data["sessions"]:
            steps += _Meeting(self, row, secretary).steps()
        return steps

    def _found(self, rows: list[Mapping[str, Any]], secretary: Membership, at: datetime) -> None:
        commission = services.found(by=secretary, at=at)
        for row in rows:
            act: dict[str, Any] = {"by": secretary, "at": at}
            seat = services.open_seat(commission_id=commission.pk, quality=row["quality"], **act)
            if "member" not in row:
                continue
            member = self.members[row["member"]]
            mandate = services.name(
                seat_id=seat.pk,
                membership=member,
                held_as=Rank.TITULAR,
                starts_on=timezone.localdate(at),
                **act,
            )
            self.mandates[row["quality"]] = services.pledge(mandate_id=mandate.pk, by=member, at=at)


@dataclass(frozen=True)
class _Meeting:
    """One meeting on requests, from its preparation as far as it came."""

    commission: Commission
    row: Mapping[str, Any]
    secretary: Membership
    made: list[UUID] = field(default_factory=list)

    def steps(self) -> list[Step]:
        planned, convoked, held = self._moment("planned"), self._moment("convoked"), self._held_at()
        steps = [Step(planned, partial(self._plan, planned, held)), Step(convoked, partial(self._convoke, convoked))]
        if "roll" in self.row:
            steps += [Step(held, partial(self._sit, held)), Step(held, partial(self._draw, held + timedelta(days=1)))]
        return steps

    def _moment(self, name: str) -> datetime:
        return self.commission.now - timedelta(days=self.row[name])

    def _held_at(self) -> datetime:
        """In the afternoon of a working day, on the clocks of France."""
        day = timezone.localdate(self.commission.now) + timedelta(days=self.row["held_in_days"])
        while day.weekday() >= _SATURDAY:
            day += timedelta(days=1)
        return timezone.make_aware(datetime.combine(day, time(14, 30)))

    def _by(self, at: datetime) -> dict[str, Any]:
        return {"session_id": self.made[0], "by": self.secretary, "at": at}

    def _plan(self, at: datetime, held_at: datetime) -> None:
        commission_id = next(iter(self.commission.mandates.values())).seat.commission_id
        session = services.plan(
            commission_id=commission_id,
            kind=Kind.INDIVIDUAL,
            held_at=held_at,
            remote=True,
            by=self.secretary,
            at=at,
        )
        self.made.append(session.pk)
        for point in self.row["points"]:
            services.add_request(request_id=self.commission.paths.request_of(point["case"]), **self._by(at))

    def _convoke(self, at: datetime) -> None:
        services.convoke(**self._by(at))

    def _sit(self, at: datetime) -> None:
        """The roll call, an opinion on each point, and the end."""
        mandates, keyring = self.commission.mandates, self.commission.keyrings[self.secretary.member_id]
        for giver, holder in self.row["proxies"].items():
            services.give_proxy(giver_id=mandates[giver].seat_id, holder_id=mandates[holder].seat_id, **self._by(at))
        roll = [Answered(mandates[quality].pk, Mode(mode)) for quality, mode in self.row["roll"].items()]
        session = services.open_session(roll=roll, keyring=keyring, **self._by(at))
        for minutes, point in enumerate(self.row["points"], start=1):
            item = session.items.get(request=self.commission.paths.request_of(point["case"]))
            self._advise(item.pk, point, at + timedelta(minutes=20 * minutes))
        services.close(**self._by(at + timedelta(minutes=90)))

    def _advise(self, item_id: UUID, point: Mapping[str, Any], at: datetime) -> None:
        services.give_opinion(item_id=item_id, advice=_advice(point), words=point["words"], by=self.secretary, at=at)
        for quality, words in point.get("dissents", {}).items():
            member = self.commission.mandates[quality].membership
            services.dissent(item_id=item_id, words=words, by=member, at=at)

    def _draw(self, at: datetime) -> None:
        """The minutes; a machine without the libraries that draw them leaves them to whoever keeps the commission."""
        keyring = self.commission.keyrings[self.secretary.member_id]
        try:
            services.draw_minutes(draw=document, keyring=keyring, **self._by(at))
        except PdfUnavailable:
            return


def _advice(point: Mapping[str, Any]) -> Advice:
    if "count" in point:
        return Advice(count=Count(*point["count"]), chair=Vote(point["chair"]))
    return Advice(sense=Sense(point["sense"]))
