"""Minors' coordination sheets on the commission's agenda: opened in session, by who sits for them, and never else."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from maillon.accounts.enums import Role
from maillon.base.ids import new_id
from maillon.commission import selectors, services
from maillon.commission.enums import Kind, Mode, RecusalReason, State, Topic
from maillon.commission.models import AgendaItem, Session
from maillon.commission.refusals import NotAllowed, NothingAdvised, SheetGone, WrongPoint, WrongRoll, WrongSheet
from maillon.commission.rules import FILES_LIFE
from maillon.commission.services import Answered
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.protection import services as protection
from maillon.protection.content import SheetContent
from maillon.protection.models import Assessment, PathSheet, Showing
from maillon.vault.crypto import CannotOpen
from maillon.vault.enums import KeyOwner
from maillon.vault.models import Grant
from tests.commission.factories import (
    HELD_AT,
    Commissioned,
    agreed,
    closed,
    convoked,
    make_commission,
    make_request,
    make_sheet,
    minuted,
    opened,
    planned,
    point_of,
    read,
    roll,
    seat,
)
from tests.protection.factories import SHEET
from tests.reports.factories import AT, make_house, make_person

pytestmark = pytest.mark.django_db
COUNCIL, PROTECTION = "conseil_departemental", "protection_enfance"


@pytest.fixture
def house() -> Commissioned:
    made = make_commission()
    made.seated[PROTECTION] = seat(made, PROTECTION, make_person(make_house().organisation, Role.REPORTER))
    return made


def meeting(house: Commissioned, *sheets: PathSheet, **more) -> Session:
    return convoked(house, sheets, kind=Kind.MINORS, **more)


def under_way(house: Commissioned, session: Session) -> Session:
    return opened(house, session, "prefet", COUNCIL, PROTECTION)


def read_sheet(house: Commissioned, quality: str, item: AgendaItem, at: dt.datetime = HELD_AT) -> SheetContent:
    person = house[quality].person
    return services.open_sheet(item_id=item.pk, by=person.membership, keyring=person.keyring, at=at).content


def by(house: Commissioned, at: dt.datetime = HELD_AT) -> dict:
    return {"by": house.secretary.membership, "at": at}


def stored(**fields) -> None:
    """A point past every service, with the checks that wait for the end of a transaction."""
    AgendaItem.objects.create(id=new_id(), position=1, **fields)
    transaction.get_connection().check_constraints()


def keys_of_members() -> set:
    found = Grant.objects.filter(item__kind="protection.sheet", key_pair__owner_kind=KeyOwner.MEMBER)
    return set(found.values_list("key_pair__owner_id", flat=True))


def account(house: Commissioned, quality: str) -> object:
    return house[quality].person.membership.member_id


def test_the_secretary_puts_a_sheet_on_the_agenda_and_opens_nothing(house) -> None:
    sheet = make_sheet(house)
    before = Line.objects.filter(action__in=[Action.OPENED, Action.UNSEALED]).count()
    session = meeting(house, sheet)
    assert services.label_of(point_of(session)) == f"Fiche de coordination {sheet.number}"
    assert services.brought_by(point_of(session)) == sheet.organisation.name
    assert Line.objects.filter(action__in=[Action.OPENED, Action.UNSEALED]).count() == before
    assert keys_of_members() == set()


def test_a_sheet_goes_to_one_minors_meeting_of_its_own_secretariat_and_to_no_other_kind(house) -> None:
    sheet = make_sheet(house)
    for kind in (Kind.INDIVIDUAL, Kind.POLICY):
        with pytest.raises(WrongSheet):
            planned(house, [sheet], kind=kind)
    with pytest.raises(WrongPoint):
        planned(house, [make_request(house)], kind=Kind.MINORS)
    with pytest.raises(WrongSheet):
        planned(make_commission(), [sheet], kind=Kind.MINORS)
    meeting(house, sheet)
    with pytest.raises(WrongSheet):
        planned(house, [sheet], kind=Kind.MINORS)


def test_what_the_council_keeps_or_took_back_is_on_no_agenda(house) -> None:
    sheet = make_sheet(house)
    protection.withdraw_sheet(sheet_id=sheet.pk, by=house[COUNCIL].person.membership, at=AT)
    assert not selectors.ready_sheets(house.commission).exists()
    with pytest.raises(WrongSheet):
        planned(house, [sheet], kind=Kind.MINORS)


@pytest.mark.guardrail("G6")
def test_the_table_itself_refuses_a_sheet_beside_an_adults_file_or_out_of_a_minors_meeting(house) -> None:
    sheet, request = make_sheet(house), make_request(house)
    minors, individual = planned(house, kind=Kind.MINORS), planned(house)
    wrong = [
        {"session": individual, "kind": Kind.INDIVIDUAL, "sheet": sheet},
        # A point that says of itself what its meeting is not.
        {"session": individual, "kind": Kind.MINORS, "sheet": sheet},
        {"session": minors, "kind": Kind.INDIVIDUAL, "request": request},
        {"session": minors, "kind": Kind.MINORS, "sheet": sheet, "request": request},
        {"session": minors, "kind": Kind.MINORS, "sheet": sheet, "topic": Topic.MINORS},
        {"session": minors, "kind": Kind.MINORS},
    ]
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            stored(**fields)


def test_it_opens_for_who_is_there_from_opening_to_closing_and_never_else(house) -> None:
    session = meeting(house, make_sheet(house))
    item = point_of(session)
    with pytest.raises(NotAllowed):
        read_sheet(house, COUNCIL, item)
    opened(house, session, "prefet", PROTECTION)
    assert keys_of_members() == {account(house, "prefet"), account(house, PROTECTION)}
    assert read_sheet(house, PROTECTION, item) == SHEET
    with pytest.raises(NotAllowed):
        read_sheet(house, COUNCIL, item)
    closed(house, session)
    assert keys_of_members() == set()
    assert not Showing.objects.filter(hidden_at=None).exists()
    for quality in ("prefet", PROTECTION):
        with pytest.raises(NotAllowed):
            read_sheet(house, quality, item)


@pytest.mark.guardrail("G6")
def test_who_was_added_in_2025_opens_sheets_and_no_file_and_the_others_the_reverse(house) -> None:
    minors, individual = meeting(house, make_sheet(house)), convoked(house, [make_request(house)])
    under_way(house, minors)
    opened(house, individual, "prefet", "gendarmerie", "sante")
    sheet, file = point_of(minors), point_of(individual)
    assert read_sheet(house, COUNCIL, sheet) == SHEET
    assert read(house, "gendarmerie", file)
    for quality in (COUNCIL, PROTECTION):
        with pytest.raises(NotAllowed):
            read(house, quality, file)
    for quality in ("gendarmerie", "sante", "association"):
        with pytest.raises(NotAllowed):
            read_sheet(house, quality, sheet)
    with pytest.raises(WrongRoll):
        services.arrive(
            session_id=minors.pk,
            answered=roll(house, "gendarmerie")[0],
            keyring=house.secretary.keyring,
            **by(house),
        )


def test_each_opening_is_journalled_at_the_meeting_and_at_the_sheet(house) -> None:
    session = meeting(house, sheet := make_sheet(house))
    under_way(house, session)
    for _twice in range(2):
        read_sheet(house, PROTECTION, point_of(session))
    lines = Line.objects.filter(member_id=account(house, PROTECTION))
    assert lines.filter(action=Action.OPENED, subject_id=session.pk, reason="session").count() == 2
    assert lines.filter(action=Action.OPENED, subject_id=sheet.pk, reason="meeting").count() == 2
    assert lines.filter(action=Action.UNSEALED, reason="meeting").count() == 2


def test_leaving_takes_the_sheet_away_and_coming_back_brings_it(house) -> None:
    session = meeting(house, make_sheet(house))
    under_way(house, session)
    item, mandate = point_of(session), house[PROTECTION].mandate
    services.leave(session_id=session.pk, seat_id=mandate.seat_id, **by(house))
    assert account(house, PROTECTION) not in keys_of_members()
    with pytest.raises(NotAllowed):
        read_sheet(house, PROTECTION, item)
    answered = Answered(mandate.pk, Mode.REMOTE)
    services.arrive(session_id=session.pk, answered=answered, keyring=house.secretary.keyring, **by(house))
    assert read_sheet(house, PROTECTION, item) == SHEET


def test_who_has_an_interest_loses_that_sheet_and_keeps_the_others(house) -> None:
    one, other = make_sheet(house), make_sheet(house)
    session = meeting(house, one, other)
    under_way(house, session)
    person = house[PROTECTION].person
    services.recuse(
        item_id=point_of(session, one).pk,
        seat_id=house[PROTECTION].mandate.seat_id,
        reason=RecusalReason.INTEREST,
        by=person.membership,
        at=HELD_AT,
    )
    with pytest.raises(NotAllowed):
        read_sheet(house, PROTECTION, point_of(session, one))
    assert read_sheet(house, PROTECTION, point_of(session, other)) == SHEET
    assert read_sheet(house, COUNCIL, point_of(session, one)) == SHEET


def test_without_the_undertaking_of_secrecy_no_sheet_is_handed_out(house) -> None:
    house.seated["second"] = seat(house, PROTECTION, make_house().reader, pledged=False)
    session = meeting(house, make_sheet(house))
    opened(house, session, "prefet", COUNCIL, PROTECTION, "second")
    services.pledge(mandate_id=house["second"].mandate.pk, by=house["second"].person.membership, at=HELD_AT)
    with pytest.raises(CannotOpen):
        read_sheet(house, "second", point_of(session))
    assert account(house, "second") not in keys_of_members()


def test_taken_back_by_the_council_in_session_it_is_gone_and_the_meeting_still_closes(house) -> None:
    session = meeting(house, sheet := make_sheet(house))
    under_way(house, session)
    protection.withdraw_sheet(sheet_id=sheet.pk, by=house[COUNCIL].person.membership, at=HELD_AT)
    with pytest.raises(SheetGone):
        read_sheet(house, PROTECTION, point_of(session))
    assert closed(house, session).state == State.CLOSED


def test_a_forgotten_meeting_loses_its_sheets_at_the_end_of_its_day(house) -> None:
    session = meeting(house, make_sheet(house))
    under_way(house, session)
    midnight = dt.datetime(2026, 12, 1, 23, 0, tzinfo=dt.UTC)
    assert services.shut_forgotten(at=midnight) == 1
    assert keys_of_members() == set()
    with pytest.raises(NotAllowed):
        read_sheet(house, PROTECTION, point_of(session), at=midnight)
    assert closed(house, session, at=midnight).state == State.CLOSED


def test_a_second_convocation_takes_the_sheet_along_and_a_closed_meeting_frees_it(house) -> None:
    session = meeting(house, sheet := make_sheet(house))
    services.lapse(session_id=session.pk, **by(house))
    second = services.repeat(session_id=session.pk, held_at=HELD_AT + dt.timedelta(days=8), **by(house))
    assert point_of(second).sheet == sheet
    services.cancel(session_id=second.pk, **by(house))
    assert list(selectors.ready_sheets(house.commission)) == [sheet]


def test_minutes_name_the_sheet_without_its_content_and_no_opinion_is_given_on_it(house) -> None:
    session = meeting(house, sheet := make_sheet(house))
    under_way(house, session)
    with pytest.raises(NothingAdvised):
        agreed(house, point_of(session))
    closed(house, session)
    (minutes,) = minuted(house, session)
    (point,) = minutes.points
    assert (point.label, point.association) == (f"Fiche de coordination {sheet.number}", sheet.organisation.name)
    assert not point.put_off
    assert all(text not in repr(minutes) + point.label for text in (SHEET.situation, SHEET.done, SHEET.asked))
    for quality in ("gendarmerie", "sante"):
        with pytest.raises(NotAllowed):
            services.read_minutes(
                session_id=session.pk,
                by=house[quality].person.membership,
                keyring=house[quality].person.keyring,
                at=HELD_AT,
            )


@pytest.mark.guardrail("G8")
def test_minutes_on_minors_end_two_years_on_and_never_before_the_sheets_they_spoke_of(house) -> None:
    session = meeting(house, sheet := make_sheet(house))
    under_way(house, session)
    closed(house, session)
    minuted(house, session)
    assert services.erase_expired(at=HELD_AT + 3 * FILES_LIFE) == 0
    protection.withdraw_sheet(sheet_id=sheet.pk, by=house[COUNCIL].person.membership, at=HELD_AT)
    assert services.erase_expired(at=HELD_AT + FILES_LIFE - dt.timedelta(seconds=1)) == 0
    assert services.erase_expired(at=HELD_AT + FILES_LIFE) == 1
    assert Assessment.objects.exists()
