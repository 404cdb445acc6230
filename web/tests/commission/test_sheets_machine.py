"""Whole lives of minors' meetings, as Hypothesis makes them up.

In whatever order people come, go and withdraw, a key to a sheet is held by who is there, entitled and not kept from it,
and by nobody once it is over.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from maillon.accounts.enums import Role
from maillon.base.errors import Refusal
from maillon.commission import services
from maillon.commission.enums import Kind, Mode, RecusalReason, State
from maillon.commission.models import Attendance, Recusal, Session
from maillon.commission.services import Answered
from maillon.protection import services as protection
from maillon.protection.models import PathSheet, Showing
from maillon.vault.enums import KeyOwner
from maillon.vault.models import Grant
from tests.commission.factories import (
    HELD_AT,
    Commissioned,
    convoked,
    make_commission,
    make_sheet,
    point_of,
    seat,
)
from tests.reports.factories import make_house, make_person

# The last two are named and never undertook secrecy, or sit at meetings on adults' files alone.
WHO = st.sampled_from(["prefet", "conseil_departemental", "protection_enfance", "unpledged", "gendarmerie"])
QUORUM = {"prefet", "conseil_departemental"}
WORLD: dict[str, Any] = {}


class Life(RuleBasedStateMachine):
    """One meeting on two sheets. Every example runs in a transaction that is undone."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.house: Commissioned = WORLD["house"]
        self.sheets: list[PathSheet] = WORLD["sheets"]

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @initialize(there=st.sets(st.sampled_from(["protection_enfance", "unpledged"])))
    def it_opens(self, there: set[str]) -> None:
        self.session = convoked(self.house, self.sheets, kind=Kind.MINORS)
        self.now = HELD_AT
        roll = [Answered(self.house[who].mandate.pk, Mode.REMOTE) for who in sorted(there | QUORUM)]
        self.by_secretary(services.open_session, roll=roll, keyring=self.house.secretary.keyring)

    @rule(who=WHO)
    def somebody_comes(self, who: str) -> None:
        answered = Answered(self.house[who].mandate.pk, Mode.ON_SITE)
        self.by_secretary(services.arrive, answered=answered, keyring=self.house.secretary.keyring)

    @rule(who=WHO)
    def somebody_leaves(self, who: str) -> None:
        self.by_secretary(services.leave, seat_id=self.house[who].mandate.seat_id)

    @rule(who=WHO, which=st.integers(0, 1))
    def somebody_has_an_interest(self, who: str, which: int) -> None:
        self.tried(
            lambda: services.recuse(
                item_id=self.item(which).pk,
                seat_id=self.house[who].mandate.seat_id,
                reason=RecusalReason.INTEREST,
                by=self.house[who].person.membership,
                at=self.now,
            )
        )

    @rule(which=st.integers(0, 1))
    def the_council_takes_a_sheet_back(self, which: int) -> None:
        by = self.house["conseil_departemental"].person.membership
        self.tried(lambda: protection.withdraw_sheet(sheet_id=self.sheets[which].pk, by=by, at=self.now))

    @rule(who=WHO, which=st.integers(0, 1))
    def anybody_opens_a_sheet(self, who: str, which: int) -> None:
        person, may = self.house[who].person, self.holds(who, which)
        act: dict[str, Any] = {"by": person.membership, "keyring": person.keyring, "at": self.now}
        assert self.tried(lambda: services.open_sheet(item_id=self.item(which).pk, **act)) == may

    @rule()
    def the_day_ends(self) -> None:
        self.now = self.now.replace(day=self.now.day + 1)
        services.shut_forgotten(at=self.now)

    @rule()
    def it_is_closed(self) -> None:
        self.by_secretary(services.close)

    def by_secretary(self, act: Callable[..., Any], **more: Any) -> None:
        by = self.house.secretary.membership
        self.tried(lambda: act(session_id=self.session.pk, by=by, at=self.now, **more))

    def tried(self, act: Callable[[], Any]) -> bool:
        """Whether it was done; a refusal is an answer, and leaves no key behind."""
        before = [self.keys(which) for which in (0, 1)]
        try:
            with transaction.atomic():
                act()
        except Refusal:
            assert [self.keys(which) for which in (0, 1)] == before
            return False
        return True

    @invariant()
    def keys_are_held_by_who_is_there_and_entitled_and_by_nobody_else(self) -> None:
        for which in (0, 1):
            may = {
                seated.person.membership.member_id
                for who, seated in self.house.seated.items()
                if self.holds(who, which)
            }
            assert self.keys(which) == may

    @invariant()
    def once_it_is_over_nothing_stays_shown(self) -> None:
        session = Session.objects.get(pk=self.session.pk)
        if session.state != State.OPEN or session.files_shut_at is not None:
            assert not Showing.objects.filter(session_id=session.pk, hidden_at=None).exists()

    def holds(self, who: str, which: int) -> bool:
        """Whether this member should hold the key to this sheet now."""
        if who not in {"prefet", "conseil_departemental", "protection_enfance"}:
            return False
        session, mandate = Session.objects.get(pk=self.session.pk), self.house[who].mandate
        there = Attendance.objects.filter(session=session, seat=mandate.seat_id, left_at=None).exists()
        kept = Recusal.objects.filter(item=self.item(which), seat=mandate.seat_id).exists()
        is_open = session.state == State.OPEN and session.files_shut_at is None
        return is_open and there and not kept and PathSheet.objects.get(pk=self.sheets[which].pk).item_id is not None

    def item(self, which: int) -> Any:
        return point_of(self.session, self.sheets[which])

    def keys(self, which: int) -> set[Any]:
        item = PathSheet.objects.get(pk=self.sheets[which].pk).item_id
        found = Grant.objects.filter(item_id=item, key_pair__owner_kind=KeyOwner.MEMBER)
        return set(found.values_list("key_pair__owner_id", flat=True))


@pytest.fixture
def world(db) -> Iterator[None]:
    house = make_commission()
    stranger = make_person(make_house().organisation, Role.REPORTER)
    house.seated["protection_enfance"] = seat(house, "protection_enfance", stranger)
    house.seated["unpledged"] = seat(house, "protection_enfance", make_house().reader, pledged=False)
    WORLD.update(house=house, sheets=[make_sheet(house), make_sheet(house)])
    yield
    WORLD.clear()


@pytest.mark.guardrail("G6")
def test_whatever_happens_to_a_minors_meeting_no_key_stays(world) -> None:
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=6,
            stateful_step_count=10,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
