"""Whole lives of assessments, as Hypothesis makes them up: anybody acts in any order, and time goes on across leap days
and summer time."""

import datetime as dt
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from maillon.base.errors import Refusal
from maillon.protection import rules, services
from maillon.protection.enums import ActKind, AssessmentState, HoldGround, Outcome, ProsecutorGround, ShorterReason
from maillon.protection.models import Assessment
from maillon.protection.rights import Ability, on_assessment
from maillon.protection.rules import Ending
from maillon.vault.models import Grant, SealedItem
from tests.protection.factories import INFORMED, NOT_INFORMED, make_place, started

DAY = dt.timedelta(days=1)
WORLD: dict[str, Any] = {}
# Just before midnight on the clocks of France, on days around leap days and both changes of the clocks.
STARTS = st.sampled_from(
    [
        dt.datetime(2027, 11, 29, 22, 59, tzinfo=dt.UTC),
        dt.datetime(2027, 11, 29, 23, 1, tzinfo=dt.UTC),
        dt.datetime(2028, 2, 28, 23, 30, tzinfo=dt.UTC),
        dt.datetime(2027, 3, 27, 23, 30, tzinfo=dt.UTC),
        dt.datetime(2026, 10, 24, 22, 30, tzinfo=dt.UTC),
    ]
)
ENDINGS = st.sampled_from(
    [
        Ending(Outcome.HELP),
        Ending(Outcome.EDUCATIONAL),
        Ending(Outcome.NO_FOLLOW_UP),
        Ending(Outcome.NO_FOLLOW_UP, why="Rien ne s’est confirmé."),
        Ending(Outcome.PROSECUTOR),
    ]
)


class Life(RuleBasedStateMachine):
    """One assessment. Every example runs in a transaction that is undone."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.place, self.over = WORLD["place"], False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @initialize(at=STARTS)
    def begun(self, at: dt.datetime) -> None:
        self.now = at
        made = started(self.place, at=at, received_on=timezone.localdate(at))
        self.key, self.received, self.latest = made.pk, made.received_on, made.latest_on

    @property
    def today(self) -> dt.date:
        return timezone.localdate(self.now)

    @property
    def row(self) -> Assessment:
        return Assessment.objects.get(pk=self.key)

    def attempt(self, service: Any, ability: Ability, person: Any = None, **given: Any) -> None:
        by = (person or self.place.lead).membership
        may = ability in on_assessment(by, self.row)
        try:
            with transaction.atomic():
                service(assessment_id=self.key, by=by, at=self.now, **given)
        except Refusal:
            return
        assert may

    # --- What happens -----------------------------------------------------------------------------------------------

    @rule(outsider=st.booleans())
    def it_is_assigned(self, outsider: bool) -> None:
        to = self.place.prefecture.reader if outsider else self.place.second
        self.attempt(services.assign, Ability.ASSIGN, to=to.membership)

    @rule(days=st.integers(-5, 100), reason=st.none() | st.sampled_from(ShorterReason))
    def the_time_is_set(self, days: int, reason: ShorterReason | None) -> None:
        self.attempt(services.set_due, Ability.SET_DUE, due_on=self.received + days * DAY, reason=reason)

    @rule(kind=st.sampled_from(ActKind), ago=st.integers(-2, 20))
    def something_is_done(self, kind: ActKind, ago: int) -> None:
        self.attempt(services.record_act, Ability.ACT, kind=kind, on=self.today - ago * DAY, words="Mots")

    @rule(informed=st.booleans())
    def parents_are_told_or_not(self, informed: bool) -> None:
        self.attempt(services.say_parents, Ability.SAY_PARENTS, said=INFORMED if informed else NOT_INFORMED)

    @rule(ending=ENDINGS, seized=st.booleans())
    def it_is_ended(self, ending: Ending, seized: bool) -> None:
        seizes = ending.outcome is Outcome.PROSECUTOR
        if seizes and seized:
            ending = Ending(Outcome.PROSECUTOR, ProsecutorGround.GRAVE_DANGER, self.today)
        told = self.row.parents.exists()
        self.attempt(services.end, Ability.SEIZE if seizes else Ability.END, ending=ending)
        if not told:
            assert self.row.state != AssessmentState.ENDED or self.over

    @rule(days=st.integers(0, 400))
    def it_is_held(self, days: int) -> None:
        hold = {"until": self.today + days * DAY, "ground": HoldGround.PROCEDURE}
        self.attempt(services.place_hold, Ability.HOLD, **hold)

    @rule()
    def a_stranger_tries_everything(self) -> None:
        stranger = self.place.prefecture.reader
        assert on_assessment(stranger.membership, self.row) == frozenset()
        self.attempt(services.end, Ability.END, stranger, ending=Ending(Outcome.HELP))
        self.attempt(services.say_parents, Ability.SAY_PARENTS, stranger, said=NOT_INFORMED)

    @rule(days=st.sampled_from([1, 7, 30, 60, 92, 366, 731]))
    def time_goes_on(self, days: int) -> None:
        self.now += days * DAY
        services.watch_due(at=self.now)
        services.erase_expired(at=self.now)

    # --- What always holds ------------------------------------------------------------------------------------------

    @invariant()
    def never_due_later_than_the_law_leaves(self) -> None:
        row = self.row
        assert row.latest_on == self.latest == rules.latest(row.received_on)
        assert row.received_on <= row.due_on <= row.latest_on
        assert bool(row.due_reason) == (row.due_on < row.latest_on)

    @invariant()
    def an_end_is_final_and_never_without_the_parents(self) -> None:
        row = self.row
        if self.over:
            assert row.state == AssessmentState.ENDED
        self.over = row.state == AssessmentState.ENDED
        if self.over:
            assert row.parents.exists()

    @invariant()
    def it_is_erased_in_time_announced_and_whole(self) -> None:
        row, items = self.row, SealedItem.objects.filter(subject_id=self.key)
        if row.erased_at is None:
            assert items.exists()
            return
        assert self.over
        assert not items.exists()
        assert row.erasure_told_on is not None
        gone_on = timezone.localdate(row.erased_at)
        assert gone_on >= max(rules.over_on(row.last_contact_on), row.erasure_told_on + rules.NOTICE)

    @invariant()
    def nobody_but_the_council_holds_a_key(self) -> None:
        owners = set(Grant.objects.filter(item__subject_id=self.key).values_list("key_pair__owner_id", flat=True))
        assert owners <= {self.place.council.organisation.pk}


@pytest.mark.django_db
def test_lives_of_assessments() -> None:
    WORLD["place"] = make_place()
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=6,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),
        ),
    )
