"""What is remembered of sources: nothing of one ever weighs on another, and no more than there is room for."""

from hypothesis import given
from hypothesis import strategies as st

from maillon.portals.public.gate.ledger import Ledger
from maillon.portals.public.gate.levels import Act
from maillon.portals.public.gate.sources import ROTATES_IN

HONEST, ATTACKER = "203.0.113.7", "198.51.100.{}"
deeds = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(Act), st.floats(0, 20), st.floats(0, 60)), max_size=60)


@given(deeds)
def test_whatever_others_do_a_source_that_did_nothing_owes_nothing_and_has_its_turn(done):
    ledger, at = Ledger(0.0), 0.0
    for number, act, points, later in done:
        at += later
        ledger.charge(ATTACKER.format(number), act, points, at)
        ledger.delay(ATTACKER.format(number), at)
    assert [ledger.points(HONEST, act, at) for act in Act] == [0, 0]
    assert [ledger.delay(HONEST, at) for _ in range(100)] == [0] * 100


@given(deeds)
def test_what_a_source_owes_is_the_same_whatever_others_do(done):
    alone, among = Ledger(0.0), Ledger(0.0)
    at = 0.0
    for number, act, points, later in done:
        at += later
        among.charge(ATTACKER.format(number), act, points, at)
        if number == 0:
            alone.charge(ATTACKER.format(0), act, points, at)
    assert [among.points(ATTACKER.format(0), act, at) for act in Act] == [
        alone.points(ATTACKER.format(0), act, at) for act in Act
    ]


def test_only_a_source_that_owes_is_made_to_take_turns():
    ledger = Ledger(0.0)
    ledger.charge(HONEST, Act.CODE, 6, 0.0)
    assert not any(ledger.delay(HONEST, 0.0) for _ in range(200))
    ledger.charge(HONEST, Act.CODE, 1, 0.0)
    assert any(ledger.delay(HONEST, 0.0) for _ in range(200))


def test_a_million_sources_take_no_more_room_than_the_latest_ones():
    ledger = Ledger(0.0, most=1000)
    for number in range(20_000):
        ledger.charge(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", Act.CODE, 1, 0.0)
        assert len(ledger) <= 1000
    assert ledger.points("10.0.78.31", Act.CODE, 0.0) == 1
    assert ledger.points("10.0.0.0", Act.CODE, 0.0) == 0


def test_asking_remembers_nobody():
    ledger = Ledger(0.0)
    ledger.points(HONEST, Act.CODE, 0.0)
    ledger.delay(HONEST, 0.0)
    assert len(ledger) == 0


def test_everything_is_forgotten_with_the_days_key():
    ledger = Ledger(0.0)
    ledger.charge(HONEST, Act.REPORT, 80, ROTATES_IN - 1)
    assert ledger.points(HONEST, Act.REPORT, ROTATES_IN - 1) == 80
    assert ledger.points(HONEST, Act.REPORT, ROTATES_IN) == 0
    assert len(ledger) == 0


def test_no_address_stands_in_the_memory():
    ledger = Ledger(0.0)
    ledger.charge(HONEST, Act.CODE, 1, 0.0)
    kept = b"".join(ledger._entries)
    assert bytes([203, 0, 113, 7]) not in kept
    assert HONEST.encode() not in kept


def test_the_load_is_that_of_everybody_and_passes():
    ledger = Ledger(0.0)
    assert ledger.load(0.0) == 0
    for number in range(250):
        ledger.charge(f"10.1.0.{number}", Act.CODE, 1, 0.0)
    assert ledger.load(0.0) == 1
    assert ledger.load(300.0) < 0.01
