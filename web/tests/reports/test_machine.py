"""Whole lives of reports, as Hypothesis makes them up: several organisations act in any order, and time goes on."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from maillon.base.errors import Refusal
from maillon.guidance.enums import Ground
from maillon.reports import rules, selectors, services
from maillon.reports.enums import Move, Outcome, ReturnReason, State
from maillon.reports.models import Report, Transmission
from maillon.reports.rights import Ability, on_transmission
from maillon.reports.rules import FINAL, OPEN_STATES, TRANSMISSION, UNANSWERED
from maillon.reports.services import watch_silence
from tests.reports.factories import AT, adult_content, make_house, make_orne, make_report, minor_content

PICK = st.integers(min_value=0, max_value=10_000)
WORLD = {}
# What a page offers, with how it is done here.
OFFERED = {
    Ability.OPEN: "open",
    Ability.ACKNOWLEDGE: "acknowledge",
    Ability.TAKE: "take",
    Ability.TRANSFER: "transfer",
    Ability.RETURN: "give_back",
    Ability.TAKE_BACK: "take_back",
    Ability.CLOSE: "close",
}


def holding(transmissions: list[Transmission]) -> list[Transmission]:
    """Those that somebody has in front of her: open, and not passed on."""
    return [item for item in transmissions if item.state in OPEN_STATES - {State.TRANSFERRED}]


class Life(RuleBasedStateMachine):
    """One report at all its organisations. Every example runs in a transaction that is undone."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.houses = WORLD["houses"]
        self.now = AT
        self.ended: dict = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @initialize(minor=st.booleans(), danger=st.booleans())
    def sent(self, minor: bool, danger: bool) -> None:
        orne = WORLD["orne"]
        content = (minor_content if minor else adult_content)(orne.commune, danger=danger)
        self.report = make_report(orne, content=content, at=self.now)

    # --- What happens -------------------------------------------------------------------------------------------

    @rule(plan=st.lists(st.tuples(PICK, PICK, PICK), min_size=4, max_size=12))
    def people_do_what_their_pages_offer(self, plan: list[tuple[int, int, int]]) -> None:
        for pick, which, to in plan:
            house, item = self.picked(pick)
            offered = sorted(on_transmission(house.reader.membership, item) & set(OFFERED))
            if offered:
                getattr(self, OFFERED[offered[which % len(offered)]])(pick, to)

    @rule(hours=st.integers(1, 60))
    def time_passes_and_silence_is_watched(self, hours: int) -> None:
        self.now += dt.timedelta(hours=hours)
        before = self.states()
        watch_silence(at=self.now)
        assert self.states() == before

    @rule(pick=PICK, to=PICK, what=st.sampled_from(["acknowledge", "take", "take_back", "give_back", "note", "close"]))
    def somebody_tries_whatever_comes_to_mind(self, pick: int, to: int, what: str) -> None:
        getattr(self, what)(pick, to)

    @rule(
        pick=PICK,
        to=PICK,
        ground=st.sampled_from(Ground),
        outcome=st.sampled_from(Outcome),
        days=st.none() | st.integers(-3, 60),
    )
    def somebody_makes_up_a_ground_or_an_outcome(
        self, pick: int, to: int, ground: Ground, outcome: Outcome, days: int | None
    ) -> None:
        self.transfers(pick, to, ground)
        verify_on = None if days is None else (self.now + dt.timedelta(days=days)).date()
        self.acts(pick, Move.CLOSE, services.close, outcome=outcome, verify_on=verify_on)

    def open(self, pick: int, _to: int) -> None:
        house, item = self.picked(pick)
        self.tried(
            item,
            Move.OPEN if item.state == State.SENT else None,
            lambda: services.open_transmission(
                transmission_id=item.id,
                by=house.reader.membership,
                keyring=house.reader.keyring,
                at=self.now,
                reason="handling",
            ),
        )

    def acknowledge(self, pick: int, _to: int) -> None:
        self.acts(pick, Move.ACKNOWLEDGE, services.acknowledge)

    def take(self, pick: int, _to: int) -> None:
        self.acts(pick, Move.TAKE, services.take)

    def take_back(self, pick: int, _to: int) -> None:
        self.acts(pick, Move.TAKE_BACK, services.take_back)

    def close(self, pick: int, to: int) -> None:
        _house, item = self.picked(pick)
        possible = sorted(rules.outcomes(minor=rules.is_minor(item.report.facts)) - {Outcome.ENDED})
        self.acts(pick, Move.CLOSE, services.close, outcome=possible[to % len(possible)])

    def note(self, pick: int, _to: int) -> None:
        self.acts(pick, None, services.write_note, text="une note")

    def give_back(self, pick: int, to: int) -> None:
        _house, item = self.picked(pick)
        reason = list(ReturnReason)[to % len(ReturnReason)]
        before = item.state
        self.acts(pick, Move.RETURN, services.return_transfer, reason=reason)
        item.refresh_from_db()
        # One given back long ago may have been taken back and closed since.
        if item.state == State.RETURNED != before:
            self.can_be_taken_back(item.parent)

    def transfer(self, pick: int, to: int) -> None:
        _house, item = self.picked(pick)
        targets = selectors.transfer_targets(item)
        lawful = [(target, ground) for target in targets for ground in services.grounds_for(item, target)]
        if lawful:
            target, ground = sorted(lawful, key=lambda pair: (pair[0].name, pair[1]))[to % len(lawful)]
            self.transfers(pick, list(self.houses).index(target.id), ground)

    # --- What always holds --------------------------------------------------------------------------------------

    @invariant()
    def closed_means_an_outcome_and_a_date(self) -> None:
        for item in self.transmissions():
            assert (item.state == State.CLOSED) == bool(item.outcome) == (item.closed_at is not None)
            assert (item.outcome == Outcome.ENDED) == (item.verify_on is not None)
            if item.outcome:
                assert item.outcome in rules.outcomes(minor=rules.is_minor(item.report.facts))

    @invariant()
    def an_end_stays_an_end(self) -> None:
        for item in self.transmissions():
            if item.state in FINAL:
                end = (item.state, item.outcome, item.closed_at, item.return_reason)
                assert self.ended.setdefault(item.id, end) == end
        assert set(self.ended) <= {item.id for item in self.transmissions() if item.state in FINAL}

    @invariant()
    def no_report_is_in_two_hands_of_one_chain(self) -> None:
        for chain in self.chains():
            assert len(holding(chain)) <= 1

    @invariant()
    def who_passed_it_on_waits_for_whoever_has_it(self) -> None:
        for item in self.transmissions():
            if item.parent_id is not None and item.state in OPEN_STATES:
                assert item.parent.state == State.TRANSFERRED

    @invariant()
    def an_open_chain_is_answered_or_has_a_clock(self) -> None:
        for chain in self.chains():
            for item in holding(chain):
                assert item.acknowledged_at or (item.state in UNANSWERED and item.acknowledge_by)
            root_open = chain[0].state in OPEN_STATES
            if root_open and not holding(chain):
                # Everybody has passed it on, given it back or closed it: the last to answer for it has a clock, or
                # the one it went to has closed it.
                waiting = [item for item in chain if item.take_up_by is not None]
                assert waiting or any(item.state == State.CLOSED for item in chain)

    @invariant()
    def an_organisation_has_a_report_once(self) -> None:
        recipients = [item.recipient_id for item in self.transmissions() if item.state != State.RETURNED]
        assert len(recipients) == len(set(recipients))

    # --- How it is done -----------------------------------------------------------------------------------------

    def transmissions(self) -> list[Transmission]:
        return list(
            Transmission.objects.filter(report=self.report)
            .select_related("report", "parent")
            .order_by("sent_at", "recipient__name", "state")
        )

    def states(self) -> dict:
        return {item.pk: (item.state, item.outcome, item.closed_at) for item in self.transmissions()}

    def chains(self) -> Iterator[list[Transmission]]:
        items = self.transmissions()
        roots = {item.id: [item] for item in items if item.parent_id is None}
        parents = {item.id: item.parent_id for item in items}
        for item in items:
            if item.parent_id is not None:
                top = item.parent_id
                while parents[top] is not None:
                    top = parents[top]
                roots[top].append(item)
        yield from roots.values()

    def picked(self, pick: int):
        items = self.transmissions()
        item = items[pick % len(items)]
        return self.houses[item.recipient_id], item

    def acts(self, pick: int, move: Move | None, service, **more) -> None:
        house, item = self.picked(pick)
        self.tried(
            item,
            move,
            lambda: service(transmission_id=item.id, by=house.reader.membership, at=self.now, **more),
        )

    def transfers(self, pick: int, to: int, ground: Ground) -> None:
        house, item = self.picked(pick)
        target = list(self.houses.values())[to % len(self.houses)]
        lawful = services.grounds_for(item, target.organisation)
        done = self.tried(
            item,
            Move.TRANSFER,
            lambda: services.transfer(
                transmission_id=item.id,
                recipient=target.organisation,
                ground=ground,
                by=house.reader.membership,
                keyring=house.reader.keyring,
                at=self.now,
            ),
        )
        assert not done or ground in lawful

    def tried(self, item: Transmission, move: Move | None, act) -> bool:
        """Does it; what is done follows the table, what is refused changes nothing."""
        before = self.states()
        try:
            with transaction.atomic():
                act()
        except Refusal:
            assert self.states() == before
            return False
        after = self.states()
        expected = TRANSMISSION.after(State(item.state), move) if move else State(item.state)
        assert after[item.pk][0] == expected
        assert {key: value for key, value in after.items() if key in before and key != item.pk} == {
            key: value for key, value in before.items() if key != item.pk
        }
        return True

    def can_be_taken_back(self, parent: Transmission) -> None:
        house = self.houses[parent.recipient_id]
        assert Ability.TAKE_BACK in on_transmission(house.reader.membership, parent)
        assert parent.take_up_by is not None
        with transaction.atomic():
            taken = services.take_back(transmission_id=parent.id, by=house.reader.membership, at=self.now)
            assert taken.state == State.IN_HAND
            transaction.set_rollback(True)


@pytest.mark.django_db
def test_whatever_happens_to_a_report_the_rules_hold():
    orne = make_orne()
    houses = [orne.council, orne.prosecutor, orne.police, orne.association, make_house(health=True)]
    WORLD.update(orne=orne, houses={house.organisation.id: house for house in houses})
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=25,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            # Making a failing life shorter takes minutes with a real database: it is shown as it was found.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert not Report.objects.exists()
