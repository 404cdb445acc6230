"""Tickets: what was not issued here, is too old, was used, or was neither waited nor worked for, opens nothing."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.portals.public.gate.levels import Act
from maillon.portals.public.gate.work import LIVES, Desk, Early, Expired, Forged, NotHonoured, Replayed, is_work

AT = 5000.0


@pytest.fixture
def desk() -> Desk:
    return Desk()


def worked(ticket) -> str:
    return next(str(number) for number in count() if is_work(ticket, str(number)))


def test_a_ticket_is_good_once_its_wait_is_over(desk):
    ticket = desk.issue(Act.CODE, wait=4, bits=18, at=AT)
    with pytest.raises(Early) as early:
        desk.redeem(desk.signed(ticket), "", Act.CODE, AT + 3.9)
    assert early.value.ticket == ticket
    desk.redeem(desk.signed(ticket), "", Act.CODE, AT + 4)


def test_work_stands_for_the_wait(desk):
    ticket = desk.issue(Act.CODE, wait=30, bits=8, at=AT)
    desk.redeem(desk.signed(ticket), worked(ticket), Act.CODE, AT)


@pytest.mark.parametrize("later", [0, 60])
def test_nothing_is_used_twice_by_work_or_by_waiting(desk, later):
    ticket = desk.issue(Act.CODE, wait=30, bits=8, at=AT)
    desk.redeem(desk.signed(ticket), worked(ticket), Act.CODE, AT)
    for number in ("", worked(ticket)):
        with pytest.raises(Replayed):
            desk.redeem(desk.signed(ticket), number, Act.CODE, AT + later)


def test_an_old_ticket_is_expired_and_one_for_another_act_is_none(desk):
    ticket = desk.issue(Act.CODE, wait=1, bits=8, at=AT)
    with pytest.raises(Expired):
        desk.redeem(desk.signed(ticket), "", Act.CODE, AT + LIVES + 1)
    with pytest.raises(Forged):
        desk.redeem(desk.signed(ticket), "", Act.REPORT, AT + 2)


@given(st.data())
def test_one_changed_sign_is_a_forgery(data):
    desk = Desk()
    signed = desk.signed(desk.issue(Act.CODE, wait=1, bits=8, at=AT))
    place = data.draw(st.integers(0, len(signed) - 1))
    sign = data.draw(st.characters().filter(lambda found: found != signed[place]))
    with pytest.raises(Forged):
        desk.redeem(signed[:place] + sign + signed[place + 1 :], "", Act.CODE, AT + 2)


@given(st.text(max_size=80), st.text(max_size=20))
def test_no_text_breaks_the_desk(typed, number):
    with pytest.raises(NotHonoured):
        Desk().redeem(typed, number, Act.CODE, AT)


def test_another_process_issues_other_tickets(desk):
    with pytest.raises(Forged):
        Desk().redeem(desk.signed(desk.issue(Act.CODE, wait=1, bits=8, at=AT)), "", Act.CODE, AT + 2)


def test_what_is_forgotten_for_want_of_room_does_not_come_back():
    desk = Desk(most_spent=10)
    tickets = [desk.issue(Act.CODE, wait=0, bits=8, at=AT + number) for number in range(12)]
    for ticket in tickets:
        desk.redeem(desk.signed(ticket), "", Act.CODE, AT + 20)
    for ticket in tickets:
        with pytest.raises((Replayed, Expired)):
            desk.redeem(desk.signed(ticket), "", Act.CODE, AT + 20)


@pytest.mark.parametrize("number", ["", "-1", "1.5", "²", "0x1", "9" * 16, "1\n"])
def test_only_a_plain_number_is_work(desk, number):
    assert not is_work(desk.issue(Act.CODE, wait=1, bits=0, at=AT), number)
