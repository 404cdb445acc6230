"""Whole lives of exit paths, as Hypothesis makes them up: both sides act in any order while time travels on."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from maillon.base.errors import Refusal
from maillon.cases import services as cases
from maillon.cases.models import Consent
from maillon.exits import rules, services
from maillon.exits.enums import EndReason, How, Opinion, PathState, RequestState
from maillon.exits.models import Path, Request
from maillon.exits.selectors import granted_periods, sealed_of
from maillon.guidance.records import months_later
from maillon.vault.selectors import is_sealed_to
from tests.exits.factories import World, agreed, make_world, write_all

WORLD: dict[str, World] = {}
DAY = dt.timedelta(days=1)
# A leap day, the day after one, ends of months, a change of clocks, and an approval that ends soon after.
STARTS = st.sampled_from(
    [
        dt.date(2028, 2, 29),
        dt.date(2027, 8, 31),
        dt.date(2026, 8, 30),
        dt.date(2026, 3, 29),
        dt.date(2026, 10, 25),
        dt.date(2028, 8, 29),
    ]
)


class Life(RuleBasedStateMachine):
    """One person, one association, one préfecture."""

    @initialize(start=STARTS)
    def she_asks_about_it(self, start: dt.date) -> None:
        self.world = WORLD["world"]
        self.now = dt.datetime.combine(start, dt.time(23, 30), tzinfo=dt.UTC)
        self.seen: dict[Any, tuple[Any, ...]] = {}
        self.savepoint = transaction.savepoint()
        self.path = self.tried(
            lambda: services.start(
                case_id=self.world.case.pk, prefecture_id=self.world.prefecture.organisation.pk, **self.worker()
            )
        )

    def teardown(self) -> None:
        if hasattr(self, "savepoint"):
            transaction.savepoint_rollback(self.savepoint)

    def worker(self) -> dict[str, Any]:
        return {"by": self.world.worker.membership, "at": self.now}

    def officer(self) -> dict[str, Any]:
        return {"by": self.world.officer.membership, "at": self.now}

    @property
    def today(self) -> dt.date:
        """What the calendar on the wall says; at half past eleven at night in Greenwich, the next day already."""
        return timezone.localdate(self.now)

    def request(self) -> Request | None:
        return Request.objects.select_related("path").filter(path=self.path).order_by("-position").first()

    def tried(self, act: Callable[[], Any]) -> Any:
        """A refusal is an answer, and leaves nothing half done."""
        try:
            with transaction.atomic():
                return act()
        except Refusal:
            return None

    @rule(how=st.sampled_from(list(How)))
    def it_is_explained(self, how: How) -> None:
        self.tried(
            lambda: services.explain(
                path_id=self.path.pk, language="fr", how=how, explained_on=self.today, **self.worker()
            )
        )

    @rule()
    def an_entry_is_asked_for(self) -> None:
        self.tried(lambda: services.ask_entry(path_id=self.path.pk, agreed=agreed(self.now), **self.worker()))

    @rule()
    def a_renewal_is_asked_for(self) -> None:
        self.tried(lambda: services.ask_renewal(path_id=self.path.pk, agreed=agreed(self.now), **self.worker()))

    @rule()
    def the_whole_file_goes(self) -> None:
        request = self.request()
        if request is None:
            return
        self.tried(lambda: write_all(self.world, request, at=self.now))
        key = {"request_id": request.pk, "keyring": self.world.worker.keyring, "agreed": agreed(self.now)}
        self.tried(lambda: services.submit(**key, **self.worker()))

    @rule(what=st.sampled_from(["send_back", "opine", "grant", "refuse", "withdraw"]), ahead=st.integers(0, 40))
    def the_request_moves(self, what: str, ahead: int) -> None:
        request = self.request()
        if request is None:
            return
        key, today = {"request_id": request.pk}, self.today
        later = {"from_on": today + ahead * DAY} if ahead else {}
        acts = {
            "send_back": lambda: services.send_back(wanted="x", **key, **self.officer()),
            "opine": lambda: services.note_opinion(opinion=Opinion.FAVOURABLE, given_on=today, **key, **self.officer()),
            "grant": lambda: services.grant(decided_on=today, **later, **key, **self.officer()),
            "refuse": lambda: services.refuse(decided_on=today, reasons="x", **key, **self.officer()),
            "withdraw": lambda: services.withdraw_request(**key, **self.worker()),
        }
        self.tried(acts[what])

    @rule(ahead=st.integers(0, 20))
    def all_goes_well(self, ahead: int) -> None:
        """A whole turn, so that long lives are reached: asked for, handed over, granted, begun."""
        self.it_is_explained(How.SPOKEN)
        self.an_entry_is_asked_for()
        self.a_renewal_is_asked_for()
        self.the_whole_file_goes()
        self.the_request_moves("opine", 0)
        self.the_request_moves("grant", ahead)
        self.tried(lambda: services.begin(path_id=self.path.pk, told_on=self.today, **self.worker()))

    @rule(what=st.sampled_from(["withdraw", "send_back", "refuse"]))
    def a_file_goes_and_comes_back(self, what: str) -> None:
        """Handed over, and then not granted: the moments in which keys change hands."""
        self.it_is_explained(How.SPOKEN)
        self.an_entry_is_asked_for()
        self.a_renewal_is_asked_for()
        self.the_whole_file_goes()
        if what == "refuse":
            self.the_request_moves("opine", 0)
        self.the_request_moves(what, 0)

    @rule()
    def she_takes_her_agreement_back(self) -> None:
        for key in Consent.objects.filter(withdrawn_at=None).values_list("pk", flat=True):
            cases.withdraw_consent(consent_id=key, **self.worker())
        request = self.request()
        assert request is None or request.state not in rules.OPEN_REQUESTS

    @rule(reason=st.sampled_from(list(EndReason)), rarely=st.integers(0, 9))
    def somebody_ends_it(self, reason: EndReason, rarely: int) -> None:
        if rarely == 0:
            self.tried(lambda: services.end(path_id=self.path.pk, reason=reason, ended_on=self.today, **self.worker()))

    @rule(days=st.sampled_from([1, 5, 30, 31, 59, 120, 181, 184, 366]))
    def time_passes_and_the_worker_looks(self, days: int) -> None:
        self.now += days * DAY
        before = self.states()
        services.watch(at=self.now)
        services.watch_approvals(at=self.now)
        # Whatever the day, no rule alone ends, grants or refuses anything.
        assert self.states() == before

    # --- What always holds ------------------------------------------------------------------------------------------

    @invariant()
    def never_more_than_twenty_four_months(self) -> None:
        granted = granted_periods(self.path)
        assert len(granted) <= 4
        days = sum((period.until_on - period.from_on + DAY).days for period in granted)
        if granted:
            first = granted[0].from_on
            assert days <= (rules.last_day(first, 24) - first + DAY).days
        for period in granted:
            assert period.until_on <= months_later(period.from_on, 6)
        for before, after in pairwise(granted):
            assert before.until_on < after.from_on

    @invariant()
    def the_prefecture_holds_keys_to_what_is_with_it_and_to_nothing_else(self) -> None:
        key = self.world.prefecture.organisation.pk
        for request in Request.objects.filter(path=self.path):
            held = {is_sealed_to(item=item, organisation_id=key) for item in sealed_of(request)}
            assert held <= {request.state in rules.HANDED_OVER}

    @invariant()
    def path_and_requests_fit(self) -> None:
        path, states = Path.objects.get(pk=self.path.pk), self.states()[1:]
        granted = granted_periods(path)
        assert (path.until_on is None) == (not granted)
        if granted:
            assert (path.from_on, path.until_on) == (granted[0].from_on, granted[-1].until_on)
        assert sum(state in rules.OPEN_REQUESTS for state in states) <= 1
        if path.state in {PathState.ENDED, PathState.INTEREST, PathState.REFUSED}:
            assert not set(states) & rules.OPEN_REQUESTS
        if path.state == PathState.ASKING:
            assert set(states) & rules.OPEN_REQUESTS

    @invariant()
    def what_was_decided_stays(self) -> None:
        for request in Request.objects.filter(path=self.path, state__in=rules.DECIDED):
            decision = (request.state, request.decided_on, request.from_on, request.until_on)
            assert self.seen.setdefault(request.pk, decision) == decision
            assert request.opinion_on is not None
            assert request.opinion_on <= request.decided_on
            assert request.consent is not None

    def states(self) -> list[str]:
        states = Request.objects.filter(path=self.path).order_by("position").values_list("state", flat=True)
        return [Path.objects.get(pk=self.path.pk).state, *(RequestState(state) for state in states)]


@pytest.fixture
def world(db) -> Iterator[None]:
    WORLD["world"] = make_world()
    # Long enough for every life; the world's own association is approved throughout.
    WORLD["world"].home.organisation.psp_approved_until = dt.date(2060, 1, 1)
    WORLD["world"].home.organisation.save()
    yield
    WORLD.clear()


def test_whatever_happens_to_a_path(world) -> None:
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=8,
            stateful_step_count=14,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
