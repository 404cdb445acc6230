"""Who may do what with the commission, a meeting and a point, in every state and from every place."""

from dataclasses import replace
from typing import Any

import pytest

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.commission.enums import Kind, State
from maillon.commission.facts import qualities
from maillon.commission.models import AgendaItem, Attendance, Commission, Mandate, Seat, Session
from maillon.commission.rights import Ability, may_found, on_commission, on_item, on_session
from maillon.commission.selectors import Place
from maillon.directory.models import Organisation
from tests.reports.factories import AT

PREFECTURE, ELSEWHERE = new_id(), new_id()
COMMISSION = Commission(id=new_id(), prefecture_id=PREFECTURE)
SEE = Ability.SEE
OUTSIDE_SECRETARY = {Ability.OPEN, Ability.CONVOKE, Ability.CHANGE, Ability.CALL, Ability.CLOSE, Ability.MINUTE}


def member(organisation_id=ELSEWHERE, role: Role = Role.REPORTER, **more: Any) -> Membership:
    return Membership(id=new_id(), organisation_id=organisation_id, role=role, **more)


SECRETARY = member(PREFECTURE, Role.RECIPIENT)
NOBODY = [
    None,
    member(ELSEWHERE, Role.LEAD),
    member(PREFECTURE, Role.REPORTER),
    member(PREFECTURE, Role.ADMINISTRATOR),
    member(PREFECTURE, Role.LEAD, ended_at=AT),
]


def session_in(state: State, kind: Kind = Kind.INDIVIDUAL, **more: Any) -> Session:
    told = None if state in {State.DRAFT, State.CANCELLED} else AT
    given = {"id": new_id(), "commission": COMMISSION, "kind": kind, "state": state, "convoked_at": told, "held_at": AT}
    return Session(**{**given, **more})


def place(quality: str = "gendarmerie", *, present: bool = True, pledged: bool = True, kept=frozenset()) -> Place:
    mandate = Mandate(
        id=new_id(),
        seat=Seat(id=new_id(), commission=COMMISSION, quality=quality),
        membership=member(),
        pledged_at=AT if pledged else None,
    )
    return Place(mandate=mandate, attendance=Attendance() if present else None, kept_from=kept)


def may(found: Place, item: AgendaItem) -> frozenset[Ability]:
    return on_item(found.mandate.membership, item, found)


def point(state: State = State.OPEN, kind: Kind = Kind.INDIVIDUAL, **more: Any) -> AgendaItem:
    return AgendaItem(id=new_id(), session=session_in(state, kind, **more), request_id=new_id())


@pytest.mark.parametrize("state", State)
@pytest.mark.guardrail("G6")
def test_strangers_reporters_administrators_and_those_who_left_may_nothing(state) -> None:
    session = session_in(state)
    item = AgendaItem(id=new_id(), session=session, request_id=new_id())
    for nobody in NOBODY:
        assert on_session(nobody, session, None) == frozenset()
        assert on_item(nobody, item, None) == frozenset()
        assert on_commission(nobody, COMMISSION, None) == frozenset()


AS_SECRETARY = {
    State.DRAFT: {SEE, Ability.CHANGE, Ability.CONVOKE, Ability.CANCEL},
    State.CONVOKED: {SEE, Ability.OPEN, Ability.LAPSE, Ability.CANCEL, Ability.NOTE_PROXY, Ability.NOTE_RECUSAL},
    State.OPEN: {SEE, Ability.CALL, Ability.CLOSE, Ability.NOTE_PROXY, Ability.NOTE_RECUSAL},
    State.CLOSED: {SEE, Ability.MINUTE},
    State.MINUTED: {SEE},
    State.LAPSED: {SEE, Ability.REPEAT},
    State.CANCELLED: {SEE},
}


@pytest.mark.parametrize("state", State)
def test_the_secretary_may_what_the_state_says_and_opens_no_file_here(state) -> None:
    assert on_session(SECRETARY, session_in(state), None) == AS_SECRETARY[state]
    of_point = on_item(SECRETARY, point(state), None)
    assert Ability.OPEN_FILE not in of_point
    assert (Ability.OPINE in of_point) == (state is State.OPEN)


@pytest.mark.parametrize("state", State)
def test_a_member_sees_what_she_was_told_of_and_keeps_no_secretariat(state) -> None:
    found = place()
    seen = on_session(found.mandate.membership, session_in(state), found)
    assert (SEE in seen) == (state not in {State.DRAFT, State.CANCELLED})
    assert not seen & OUTSIDE_SECRETARY
    assert (Ability.GIVE_PROXY in seen) == (state is State.CONVOKED)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("quality", qualities())
@pytest.mark.guardrail("G6")
def test_a_file_opens_in_session_alone_and_never_to_who_was_added_in_2025(quality, state) -> None:
    entitled = quality not in {"conseil_departemental", "protection_enfance"}
    for present in (True, False):
        abilities = may(place(quality, present=present), point(state))
        assert (Ability.OPEN_FILE in abilities) == (entitled and present and state is State.OPEN)
        assert bool(abilities) == (entitled and state not in {State.DRAFT, State.CANCELLED})


def test_neither_recused_nor_unpledged_nor_after_they_were_shut_does_a_file_open() -> None:
    item = point()
    assert Ability.OPEN_FILE in may(place(), item)
    kept = may(place(kept=frozenset({item.pk})), item)
    assert not {Ability.OPEN_FILE, Ability.DISSENT, Ability.RECUSE} & kept
    assert Ability.OPEN_FILE not in may(place(pledged=False), item)
    assert Ability.OPEN_FILE not in may(place(), point(files_shut_at=AT))
    topic = AgendaItem(id=new_id(), session=session_in(State.OPEN, Kind.POLICY), topic="review")
    assert Ability.OPEN_FILE not in may(place(), topic)


def test_somebody_elses_place_gives_nothing() -> None:
    assert on_item(member(), point(), place()) == frozenset()
    assert on_session(None, session_in(State.OPEN), place()) == frozenset()


def test_minutes_are_read_once_there_are_some_by_secretary_and_members_of_such_meetings() -> None:
    session, found = session_in(State.MINUTED, minutes_id=new_id()), place()
    assert Ability.READ_MINUTES in on_session(SECRETARY, session, None)
    assert Ability.READ_MINUTES in on_session(found.mandate.membership, session, found)
    added = place("conseil_departemental")
    assert on_session(added.mandate.membership, session, added) == frozenset()
    session.minutes_id = None
    assert Ability.READ_MINUTES not in on_session(SECRETARY, session, None)


def test_a_minors_meeting_is_for_who_coordinates_and_no_police() -> None:
    session = session_in(State.CONVOKED, Kind.MINORS)
    seeing = {
        quality for quality in qualities() if on_session((found := place(quality)).mandate.membership, session, found)
    }
    assert seeing == {"prefet", "conseil_departemental", "protection_enfance"}


def test_leads_of_a_prefecture_set_up_and_name_and_nobody_else() -> None:
    here = Organisation(id=PREFECTURE, kind="prefecture")
    lead = Membership(id=new_id(), organisation=here, role=Role.LEAD)
    assert may_found(lead)
    assert not may_found(Membership(id=new_id(), organisation=here, role=Role.RECIPIENT))
    assert not may_found(Membership(id=new_id(), organisation=Organisation(kind="association"), role=Role.LEAD))
    assert Ability.NAME in on_commission(lead, COMMISSION, None)
    assert on_commission(SECRETARY, COMMISSION, None) == {SEE, Ability.PREPARE}
    assert on_commission(member(), COMMISSION, replace(place(), attendance=None)) == {SEE}
