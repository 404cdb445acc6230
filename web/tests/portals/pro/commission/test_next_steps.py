"""What a page offers next is what can be done now."""

from typing import Any

import pytest
from django.test import Client

from maillon.accounts.enums import Role
from maillon.commission import services
from tests.accounts.factories import make_membership, sign_in
from tests.commission.factories import (
    HELD_AT,
    Commissioned,
    closed,
    convoked,
    make_commission,
    make_request,
    opened,
    planned,
    point_of,
)
from tests.portals.pro.commission.test_journeys import address, asked, browser, seen
from tests.reports.factories import AT, make_house


@pytest.fixture(autouse=True)
def _in_november(time_machine: Any) -> None:
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def house(db: None) -> Commissioned:
    return make_commission()


def test_members_are_convoked_once_there_is_something_to_speak_of(house) -> None:
    client, session = browser(house.secretary), planned(house)
    page = seen(client, address("commission_session", session.pk))
    assert "Composer l’ordre du jour" in page
    assert "Convoquer les membres" not in page
    services.add_request(session_id=session.pk, request_id=make_request(house).pk, by=house.secretary.membership, at=AT)
    assert "Convoquer les membres" in seen(client, address("commission_session", session.pk))


def test_the_roll_is_called_on_the_day_alone(house, time_machine) -> None:
    session = convoked(house, [make_request(house)])
    where = address("commission_session", session.pk)
    page = seen(browser(house.secretary), where)
    assert "le jour de la séance" in page
    assert "Faire l’appel" not in page
    assert "Le quorum manque" not in page
    time_machine.move_to(HELD_AT, tick=False)
    page = seen(browser(house.secretary), where)
    assert "Faire l’appel" in page
    assert "Le quorum manque" in page


def test_a_roll_that_nobody_answered_lacks_the_quorum(house, time_machine) -> None:
    session = convoked(house, [make_request(house)])
    time_machine.move_to(HELD_AT, tick=False)
    client, where = browser(house.secretary), address("commission_roll", session.pk)
    assert "facultatif" not in seen(client, where)
    answer = client.post(where, {})
    assert answer.status_code == 422
    assert "Le quorum n’est pas atteint" in answer.content.decode()


def test_who_is_kept_from_a_point_reads_that_her_own_seat_is(house, time_machine) -> None:
    session = convoked(house, [make_request(house)])
    opened(house, session)
    where = address("commission_point", point_of(session).pk)
    time_machine.move_to(HELD_AT, tick=False)
    assert "Votre siège ne délibère pas" in seen(browser(house["association"].person), where)
    assert "Votre siège ne délibère pas" not in seen(browser(house["sante"].person), where)


def test_after_the_end_nobody_is_reminded_of_secrecy(house) -> None:
    session = convoked(house, [make_request(house)])
    house["sante"].mandate.__class__.objects.update(pledged_at=None)
    where = address("commission_session", session.pk)
    assert "N’ont pas encore pris" in seen(browser(house.secretary), where)
    opened(house, session)
    closed(house, session)
    assert "N’ont pas encore pris" not in seen(browser(house.secretary), where)


def test_a_member_reads_whose_commission_it_is(house) -> None:
    session = convoked(house, [make_request(house)])
    client = browser(house["sante"].person)
    for where in (address("commission"), address("commission_session", session.pk)):
        assert house.prefecture.organisation.name in seen(client, where)


def test_the_next_seat_of_the_list_is_offered(db) -> None:
    lead = sign_in(Client(), make_membership(make_house(prefecture=True).organisation, Role.LEAD))
    page = asked(lead, address("commission_found"))
    assert "Aucun siège pour l’instant" in page
    assert '<option value="prefet" selected>' in page
    assert '<option value="magistrat" selected>' in asked(lead, address("commission_seat_add"), quality="prefet")
