"""Whole lives of referrals, as Hypothesis makes them up: all act in any order, services close, and time goes on."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.utils.timezone import localdate
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from maillon.base.errors import Refusal
from maillon.directory.models import Service
from maillon.referrals import rules, services
from maillon.referrals.enums import Outcome, PartKind, Reading, ReferralState, RefusalReason, StepState
from maillon.referrals.models import Referral, Step
from maillon.referrals.rights import Ability, of_the_person, on_step
from maillon.speaking.code import new_code
from maillon.vault.models import Grant
from tests.referrals.factories import TOLD, agreed, code_keyring, make_town, refer
from tests.reports.factories import AT

PICK = st.integers(min_value=0, max_value=10_000)
PARTS = st.sets(st.sampled_from(sorted({PartKind.SITUATION, PartKind.NEEDS, PartKind.CONTACT})), min_size=1)
WORLD: dict[str, Any] = {}


class Life(RuleBasedStateMachine):
    """One referral. Every example runs in a transaction that is undone."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.town, self.now = WORLD["town"], AT
        self.ended: dict[Any, Any] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @initialize(parts=st.lists(PARTS, min_size=1, max_size=3))
    def made(self, parts: list[set[PartKind]]) -> None:
        code = new_code()
        wanted = tuple(agreed(place, kinds) for place, kinds in zip(self.town.inside, parts, strict=False))
        self.referral = refer(self.town, wanted=wanted, code=code)
        self.keyring = code_keyring(code)

    # --- What happens -----------------------------------------------------------------------------------------------

    @rule(plan=st.lists(st.tuples(PICK, PICK), min_size=1, max_size=6))
    def services_do_what_their_pages_offer(self, plan: list[tuple[int, int]]) -> None:
        for pick, which in plan:
            step = self.picked(pick)
            house = self.house_of(step)
            offered = sorted(on_step(house.reader.membership, step))
            if offered:
                self.act(step, house.reader, offered[which % len(offered)], which)

    @rule(pick=PICK, which=PICK, who=st.sampled_from(["worker", "colleague", "stranger"]))
    def anybody_tries_anything(self, pick: int, which: int, who: str) -> None:
        step, abilities = self.picked(pick), sorted(Ability)
        stranger = self.house_of(self.picked(pick + 1)).reader
        person = stranger if who == "stranger" else getattr(self.town, who)
        ability = abilities[which % len(abilities)]
        before = self.states()
        self.act(step, person, ability, which)
        if ability not in on_step(person.membership, step):
            assert before == self.states() or person is not stranger

    @rule(pick=PICK, what=st.sampled_from(["revoke", "yes", "no", "agree", "decline"]))
    def she_acts_with_her_code(self, pick: int, what: str) -> None:
        step, hers = self.picked(pick), {"keyring": self.keyring, "at": self.now}
        if what == "revoke":
            self.tried(lambda: services.revoke_by_code(step_id=step.pk, **hers))
        elif what in {"yes", "no"}:
            self.tried(lambda: services.said_met_by_person(step_id=step.pk, met=what == "yes", **hers))
        elif what == "agree":
            self.tried(lambda: services.agree_by_code(step_id=step.pk, language="fr", **hers))
        else:
            self.tried(lambda: services.decline_by_code(step_id=step.pk, **hers))

    @rule()
    def she_stops_everything(self) -> None:
        self.tried(lambda: services.withdraw_by_code(referral_id=self.referral.pk, keyring=self.keyring, at=self.now))

    @rule(pick=PICK, suggested=st.booleans())
    def a_further_service_is_named(self, pick: int, suggested: bool) -> None:
        place, who = self.town.inside[pick % 3], self.town.worker
        more = {"referral_id": self.referral.pk, "by": who.membership, "at": self.now}
        if suggested:
            self.tried(lambda: services.ask_consent(service_id=place.service.pk, parts=TOLD & self.written(), **more))
        else:
            kinds = TOLD & self.written()
            self.tried(lambda: services.add_recipient(wanted=agreed(place, kinds), keyring=who.keyring, **more))

    @rule(days=st.integers(1, 12))
    def time_passes_and_silence_is_watched(self, days: int) -> None:
        self.now += dt.timedelta(days=days)
        services.watch_silence(at=self.now)

    @rule(pick=PICK)
    def a_service_closes(self, pick: int) -> None:
        place = self.town.inside[pick % 3]
        Service.objects.filter(pk=place.service.pk).update(ended_on=localdate(self.now))

    def act(self, step: Step, person: Any, ability: Ability, which: int) -> None:
        who: dict[str, Any] = {"step_id": step.pk, "by": person.membership, "at": self.now}
        key = {"keyring": person.keyring, "reason": Reading.ANSWERING}
        reasons, outcomes = list(RefusalReason), list(Outcome)
        acts = {
            Ability.OPEN: lambda: services.open_step(**who, **key),
            Ability.READ: lambda: services.open_step(**who, **key),
            Ability.ACCEPT: lambda: services.accept(**who),
            Ability.REFUSE: lambda: services.refuse(reason=reasons[which % len(reasons)], words="Mot", **who),
            Ability.APPOINT: lambda: services.appoint(
                starts_at=self.now + dt.timedelta(days=which % 30 + 1), minutes=30, joint=False, **who
            ),
            Ability.MISS: lambda: services.missed(**who),
            Ability.MEET: lambda: services.met(**who),
            Ability.FINISH: lambda: services.finish(outcome=outcomes[which % len(outcomes)], words="Mot", **who),
            Ability.READ_WORDS: lambda: services.read_words(**who, **key),
            Ability.WITHDRAW_STEP: lambda: services.withdraw_step(**who),
            Ability.RECORD_REVOCATION: lambda: services.revoke_consent(**who),
            Ability.WITHDRAW: lambda: services.withdraw(
                referral_id=step.referral_id, by=person.membership, at=self.now
            ),
        }
        if ability in acts:
            self.tried(acts[ability])

    def tried(self, act: Any) -> None:
        """A refusal is an answer, and leaves nothing half done."""
        before = self.states()
        try:
            with transaction.atomic():
                act()
        except Refusal:
            assert self.states() == before

    # --- What always holds ------------------------------------------------------------------------------------------

    @invariant()
    def keys_are_held_by_those_she_agreed_to_and_by_nobody_else(self) -> None:
        for place in self.town.inside:
            may = {
                kind
                for step in self.steps()
                if step.service_id == place.service.pk and step.shut_at is None and step.state != StepState.ASKED
                for kind in self.agreed_parts(step)
            }
            held = Grant.objects.filter(
                key_pair__owner_id=place.house.organisation.pk, item_id__in=self.referral.parts.values("item_id")
            )
            kinds = {part.kind for part in self.referral.parts.filter(item_id__in=held.values("item_id"))}
            assert kinds == may

    @invariant()
    def nobody_is_asked_whom_she_did_not_agree_to(self) -> None:
        for step in self.steps():
            if step.state in rules.ACTIVE or step.state == StepState.PLANNED:
                assert step.consent.revoked_at is None
                assert step.consent.parts == step.parts
            if step.proposed_at is not None:
                assert step.consent.given_at <= step.proposed_at

    @invariant()
    def the_whole_fits_its_steps(self) -> None:
        referral, states = Referral.objects.get(pk=self.referral.pk), self.states()
        assert sum(state in rules.ACTIVE for state in states) <= 1
        assert (referral.ended_at is None) == (referral.state in {ReferralState.OPEN, ReferralState.MET})
        assert referral.state == rules.whole(states, ended_as=ReferralState(referral.state))
        if StepState.PLANNED in states:
            assert any(state in rules.ACTIVE for state in states)

    @invariant()
    def an_end_stays_an_end(self) -> None:
        for step in self.steps():
            if step.state in rules.FINAL:
                end = (step.state, step.ended_at, step.outcome, step.refusal_reason, step.withdrawn)
                assert self.ended.setdefault(step.pk, end) == end

    @invariant()
    def who_gave_it_up_is_offered_nothing_of_it(self) -> None:
        for step in self.steps():
            offered = on_step(self.house_of(step).reader.membership, step)
            if step.shut_at is not None or step.state in {StepState.ASKED, StepState.PLANNED}:
                assert not {Ability.READ, Ability.OPEN, Ability.ACCEPT} & offered
            if step.state == StepState.ASKED:
                assert of_the_person(step) >= {Ability.AGREE, Ability.DECLINE}

    def agreed_parts(self, step: Step) -> list[str]:
        assert step.consent.revoked_at is None
        return step.consent.parts

    def written(self) -> frozenset[PartKind]:
        return frozenset(PartKind(kind) for kind in self.referral.parts.values_list("kind", flat=True))

    def steps(self) -> list[Step]:
        return list(
            Step.objects.filter(referral=self.referral).select_related("referral", "consent").order_by("position")
        )

    def states(self) -> list[StepState]:
        return [StepState(step.state) for step in self.steps()]

    def picked(self, pick: int) -> Step:
        steps = self.steps()
        return steps[pick % len(steps)]

    def house_of(self, step: Step) -> Any:
        return next(place.house for place in self.town.inside if place.service.pk == step.service_id)


@pytest.fixture
def world(db) -> Iterator[None]:
    WORLD["town"] = make_town()
    yield
    WORLD.clear()


def test_whatever_happens_to_a_referral(world) -> None:
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=10,
            stateful_step_count=10,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
