"""Whole lives of meetings, as Hypothesis makes them up: anybody tries anything, and days and clock changes go by."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from maillon.base.errors import Refusal
from maillon.commission import rules, services
from maillon.commission.enums import Emergency, Mode, RecusalReason, Sense, State, Vote
from maillon.commission.models import Attendance, Opinion, Recusal, Session
from maillon.commission.rules import Count
from maillon.commission.services import Advice, Answered
from maillon.exits.enums import RequestState
from maillon.exits.models import Request
from maillon.vault.enums import KeyOwner
from maillon.vault.models import Grant
from tests.commission.factories import make_commission, make_request, planned, point_of, seat
from tests.reports.factories import AT, make_house

PICK = st.integers(min_value=0, max_value=10_000)
WHO = st.sampled_from(["prefet", "gendarmerie", "association", "sante", "conseil_departemental", "police"])
# Ordinary days; across the changes to summer time and back; across a leap day; across the end of a year.
STARTS = [
    AT,
    dt.datetime(2027, 3, 27, 12, tzinfo=dt.UTC),
    dt.datetime(2027, 10, 30, 12, tzinfo=dt.UTC),
    dt.datetime(2028, 2, 26, 12, tzinfo=dt.UTC),
    dt.datetime(2027, 12, 29, 12, tzinfo=dt.UTC),
]
WORLD: dict[str, Any] = {}


class Life(RuleBasedStateMachine):
    """One meeting on two requests. Every example runs in a transaction that is undone."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.house = WORLD["house"]
        self.ended: dict[Any, Any] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @initialize(start=st.sampled_from(STARTS), days=st.integers(0, 9), under_way=st.booleans())
    def made(self, start: dt.datetime, days: int, under_way: bool) -> None:
        self.now = start
        self.requests = [WORLD["own"], WORLD["other"]]
        held_at = start + dt.timedelta(days=days, hours=1)
        self.session = planned(self.house, self.requests, at=start, held_at=held_at)
        if under_way:
            self.it_is_convoked(Emergency.SAFETY)
            self.the_day_comes()
            self.the_roll_is_called({"prefet", "gendarmerie", "association", "police"})

    # --- What happens -----------------------------------------------------------------------------------------------

    @rule(emergency=st.sampled_from([None, Emergency.SAFETY]))
    def it_is_convoked(self, emergency: Any) -> None:
        self.by_secretary(services.convoke, emergency=emergency)

    @rule()
    def the_day_comes(self) -> None:
        self.now = max(self.now, self.session.held_at)

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        self.now += dt.timedelta(hours=hours)
        services.shut_forgotten(at=self.now)

    @rule(there=st.sets(WHO, max_size=6))
    def the_roll_is_called(self, there: set[str]) -> None:
        roll = [Answered(self.house[quality].mandate.pk, Mode.REMOTE) for quality in sorted(there)]
        self.by_secretary(services.open_session, roll=roll, keyring=self.house.secretary.keyring)

    @rule(who=WHO)
    def somebody_comes(self, who: str) -> None:
        answered = Answered(self.house[who].mandate.pk, Mode.ON_SITE)
        self.by_secretary(services.arrive, answered=answered, keyring=self.house.secretary.keyring)

    @rule(who=WHO)
    def somebody_leaves(self, who: str) -> None:
        self.by_secretary(services.leave, seat_id=self.house[who].mandate.seat_id)

    @rule(giver=WHO, holder=WHO)
    def a_proxy_is_given(self, giver: str, holder: str) -> None:
        by = self.house[giver]
        self.tried(
            lambda: services.give_proxy(
                session_id=self.session.pk,
                giver_id=by.mandate.seat_id,
                holder_id=self.house[holder].mandate.seat_id,
                by=by.person.membership,
                at=self.now,
            )
        )

    @rule(who=WHO, pick=PICK)
    def somebody_has_an_interest(self, who: str, pick: int) -> None:
        by = self.house[who]
        item = point_of(self.session, self.requests[pick % 2])
        self.tried(
            lambda: services.recuse(
                item_id=item.pk,
                seat_id=by.mandate.seat_id,
                reason=RecusalReason.INTEREST,
                by=by.person.membership,
                at=self.now,
            )
        )

    @rule(pick=PICK, voices=st.tuples(*[st.integers(0, 4)] * 3), chair=st.sampled_from([None, *Vote]))
    def it_is_voted(self, pick: int, voices: tuple[int, int, int], chair: Any) -> None:
        advice = Advice(count=Count(*voices), chair=chair) if pick % 3 else Advice(sense=Sense.FAVOURABLE)
        item = point_of(self.session, self.requests[pick % 2])
        act = {"item_id": item.pk, "advice": advice, "by": self.house.secretary.membership, "at": self.now}
        self.tried(lambda: services.give_opinion(**act))

    @rule(who=WHO, pick=PICK)
    def anybody_opens_a_file(self, who: str, pick: int) -> None:
        person, item = self.house[who].person, point_of(self.session, self.requests[pick % 2])
        act = {"item_id": item.pk, "by": person.membership, "keyring": person.keyring, "at": self.now}
        may = self.holds(who, item.pk) and item.request.state == RequestState.SUBMITTED
        opened = self.tried(lambda: services.open_file(**act))
        assert opened == may

    @rule(who=WHO)
    def a_member_tries_to_keep_the_secretariat(self, who: str) -> None:
        by, before = self.house[who].person.membership, self.state()
        for act in (services.convoke, services.close, services.lapse, services.cancel):
            assert not self.tried(lambda act=act: act(session_id=self.session.pk, by=by, at=self.now))
        assert self.state() == before

    @rule(what=st.sampled_from([services.close, services.lapse, services.cancel]))
    def it_ends(self, what: Any) -> None:
        self.by_secretary(what)

    def by_secretary(self, act: Callable[..., Any], **more: Any) -> None:
        by = self.house.secretary.membership
        self.tried(lambda: act(session_id=self.session.pk, by=by, at=self.now, **more))

    def tried(self, act: Callable[[], Any]) -> bool:
        """Whether it was done; a refusal is an answer, and leaves nothing half done."""
        before = (self.state(), self.keys())
        try:
            with transaction.atomic():
                act()
        except Refusal:
            assert (self.state(), self.keys()) == before
            return False
        return True

    # --- What always holds ------------------------------------------------------------------------------------------

    @invariant()
    def keys_are_held_by_who_is_there_and_deliberates_and_by_nobody_else(self) -> None:
        for request in self.requests:
            item = point_of(self.session, request)
            may = {seated.person.membership.member_id for who, seated in self.seated() if self.holds(who, item.pk)}
            assert self.keys(request) == may

    @invariant()
    def no_opinion_without_a_quorum_reached_at_its_opening(self) -> None:
        if Opinion.objects.filter(item__session=self.session).exists():
            assert self.state() in {State.OPEN, State.CLOSED}

    @invariant()
    def who_presents_never_deliberates(self) -> None:
        presenting = self.house["association"].mandate.seat_id
        there = Attendance.objects.filter(session=self.session, seat=presenting).exists()
        kept = Recusal.objects.filter(item=point_of(self.session, WORLD["own"]), seat=presenting)
        assert not there or kept.exists()

    @invariant()
    def members_are_told_in_time_or_for_an_emergency(self) -> None:
        session = Session.objects.get(pk=self.session.pk)
        if session.convoked_at is not None:
            in_time = rules.in_time(convoked_at=session.convoked_at, held_at=session.held_at, days=5)
            assert in_time != bool(session.emergency)

    @invariant()
    def an_end_stays_an_end(self) -> None:
        session = Session.objects.get(pk=self.session.pk)
        if session.ended_at is not None:
            end = (session.state, session.ended_at)
            assert self.ended.setdefault("end", end) == end

    @invariant()
    def opinions_reach_the_request_with_the_closing(self) -> None:
        advised = Opinion.objects.filter(item__session=self.session).values_list("item__request_id", flat=True)
        state = RequestState.OPINION if self.state() is State.CLOSED else RequestState.SUBMITTED
        assert all(Request.objects.get(pk=key).state == state for key in advised)

    def holds(self, who: str, item_id: Any) -> bool:
        """Whether the law lets this member hold the key to a point's file now."""
        session, mandate = Session.objects.get(pk=self.session.pk), self.house[who].mandate
        there = Attendance.objects.filter(session=session, seat=mandate.seat_id, left_at=None).exists()
        kept = Recusal.objects.filter(item=item_id, seat=mandate.seat_id).exists()
        is_open = session.state == State.OPEN and session.files_shut_at is None
        # Nobody ever undertook secrecy for the police seat.
        return is_open and there and not kept and who not in {"police", "conseil_departemental"}

    def keys(self, request: Request | None = None) -> set[Any]:
        wanted = [request] if request else self.requests
        items = [paper.item_id for one in wanted for paper in one.papers.all()]
        found = Grant.objects.filter(item_id__in=items, key_pair__owner_kind=KeyOwner.MEMBER)
        return set(found.values_list("key_pair__owner_id", flat=True))

    def seated(self) -> Any:
        return self.house.seated.items()

    def state(self) -> State:
        return State(Session.objects.values_list("state", flat=True).get(pk=self.session.pk))


@pytest.fixture
def world(db) -> Iterator[None]:
    house = make_commission()
    house.seated["police"] = seat(house, "police", make_house(police=True).reader, pledged=False)
    WORLD.update(house=house, own=make_request(house), other=make_request(house, association=make_house()))
    yield
    WORLD.clear()


def test_whatever_happens_to_a_meeting(world) -> None:
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=4,
            stateful_step_count=9,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
