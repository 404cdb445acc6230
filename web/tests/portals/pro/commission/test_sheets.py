"""A minor's coordination sheet in browsers: the secretariat, a member for child protection, and everybody else."""

import pytest
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.commission.enums import Kind
from maillon.commission.models import AgendaItem, Session
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.protection import services as protection
from tests.accounts.factories import sign_in
from tests.commission.factories import (
    HELD_AT,
    Commissioned,
    closed,
    convoked,
    make_commission,
    make_request,
    make_sheet,
    opened,
    point_of,
    seat,
)
from tests.portals.pro.commission.test_journeys import address, asked, browser, seen
from tests.protection.factories import SHEET
from tests.reports.factories import AT, make_house, make_person

COUNCIL, PROTECTION = "conseil_departemental", "protection_enfance"


@pytest.fixture(autouse=True)
def _in_november(time_machine) -> None:
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def house(db) -> Commissioned:
    made = make_commission()
    made.seated[PROTECTION] = seat(made, PROTECTION, make_person(make_house().organisation, Role.REPORTER))
    return made


def test_the_secretary_brings_a_sheet_before_a_minors_meeting_without_reading_it(house, time_machine) -> None:
    sheet, client = make_sheet(house), browser(house.secretary)
    assert "1 fiche de coordination n’a été" in seen(client, address("commission"))
    asked(client, address("commission_plan"), kind="minors", day="2026-12-01", time="10:30")
    session = Session.objects.get()
    where = address("commission_agenda", session.pk)
    assert f"Fiche de coordination {sheet.number}, {sheet.organisation.name}" in seen(client, where)
    page = asked(client, where, points=[str(sheet.pk), "minors"])
    assert sheet.number in page
    assert client.post(where, {"points": [str(sheet.pk)]}).status_code == 422
    asked(client, address("commission_convoke", session.pk))
    time_machine.move_to(HELD_AT, tick=False)
    client = browser(house.secretary)
    present = {
        f"seat-{house[quality].mandate.seat_id}": f"{house[quality].mandate.pk}:on_site"
        for quality in ("prefet", COUNCIL, PROTECTION)
    }
    asked(client, address("commission_roll", session.pk), **present)
    item = AgendaItem.objects.get(sheet=sheet)
    page = seen(client, address("commission_point", item.pk))
    assert "La fiche, hors séance" in page
    assert SHEET.situation not in page
    assert client.get(address("commission_sheet", item.pk)).status_code == 404
    assert not Line.objects.filter(action=Action.OPENED, subject_id=sheet.pk).exists()
    asked(client, address("commission_close", session.pk))
    page = seen(client, address("commission_minutes", session.pk))
    assert f"Fiche de coordination {sheet.number}" in page
    assert "Fiche présentée par" in page
    assert SHEET.situation not in page


def test_a_member_reads_it_in_session_with_her_name_across_the_page_and_never_after(house, time_machine) -> None:
    session = convoked(house, [sheet := make_sheet(house)], kind=Kind.MINORS)
    item, person = point_of(session), house[PROTECTION].person
    client, where = browser(person), address("commission_sheet", point_of(session).pk)
    assert "La fiche s’ouvre pendant la séance" in seen(client, address("commission_point", item.pk))
    assert client.get(where).status_code == 404
    time_machine.move_to(HELD_AT, tick=False)
    client = browser(person)
    opened(house, session, "prefet", COUNCIL, PROTECTION)
    assert "Ouvrir la fiche" in seen(client, address("commission_point", item.pk))
    answer = client.get(where)
    page = answer.content.decode()
    assert SHEET.situation in page
    assert page.count(person.membership.member.name) > 10
    assert "1er décembre 2026, 10:30:00" in page
    assert "no-store" in answer["Cache-Control"]
    assert Line.objects.filter(action=Action.OPENED, member_id=person.membership.member_id).count() == 2
    for outside in ("path_sheet", "path_sheet_content"):
        assert client.get(reverse(f"pro:{outside}", args=[sheet.pk])).status_code in {403, 404}
    closed(house, session)
    assert client.get(where).status_code == 404


def test_neither_a_gendarme_nor_a_file_of_an_adult_is_on_the_way(house, time_machine) -> None:
    minors = convoked(house, [make_sheet(house)], kind=Kind.MINORS)
    individual = convoked(house, [make_request(house)])
    time_machine.move_to(HELD_AT, tick=False)
    opened(house, minors, "prefet", COUNCIL, PROTECTION)
    opened(house, individual)
    sheet, file = point_of(minors), point_of(individual)
    gendarme, added = browser(house["gendarmerie"].person), browser(house[PROTECTION].person)
    for name in ("commission_point", "commission_sheet", "commission_file"):
        assert gendarme.get(address(name, sheet.pk)).status_code == 404
        assert added.get(address(name, file.pk)).status_code == 404
    assert gendarme.get(address("commission_session", minors.pk)).status_code == 404


def test_taken_back_in_session_the_page_says_so_and_shows_nothing(house, time_machine) -> None:
    session = convoked(house, [sheet := make_sheet(house)], kind=Kind.MINORS)
    time_machine.move_to(HELD_AT, tick=False)
    opened(house, session, "prefet", COUNCIL, PROTECTION)
    council = sign_in(browser(house[COUNCIL].person), house[COUNCIL].person.membership)
    assert "À l’ordre du jour de la séance du" in seen(council, reverse("pro:path_sheet", args=[sheet.pk]))
    protection.withdraw_sheet(sheet_id=sheet.pk, by=house[COUNCIL].person.membership, at=HELD_AT)
    client = browser(house[PROTECTION].person)
    refused = client.get(address("commission_sheet", point_of(session).pk))
    assert refused.status_code == 409
    assert "Fiche fermée" in refused.content.decode()
    assert "a retiré cette fiche" in seen(client, address("commission_point", point_of(session).pk))
