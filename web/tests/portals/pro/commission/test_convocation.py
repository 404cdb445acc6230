"""A convocation as members get it: a notice in the product, a neutral e-mail, and a letter that names nobody."""

import datetime as dt
import io
from typing import Any

import pypdf
import pytest

from maillon.commission import services
from maillon.commission.enums import Kind, Topic
from maillon.commission.models import Session
from maillon.portals.components.pdf import PdfUnavailable
from maillon.portals.pro.commission.convocation_document import document, html
from tests.commission.factories import (
    HELD_AT,
    Commissioned,
    convoked,
    make_commission,
    make_request,
    opened,
    planned,
)
from tests.portals.pro.commission.test_journeys import NAME, address, asked, browser, seen
from tests.reports.factories import AT

TOLD = "Vous êtes convoqué ou convoquée"
PLACE = "Préfecture inventée, salle 2"


@pytest.fixture(autouse=True)
def _in_november(time_machine) -> None:
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def house(db) -> Commissioned:
    return make_commission()


def words_of(session: Session) -> str:
    return " ".join(html(session).replace("\u00a0", " ").split())


def test_a_member_is_told_when_where_and_that_there_is_an_agenda_to_read(house, time_machine) -> None:
    client, home = browser(house["sante"].person), address("home")
    draft = planned(house, [request := make_request(house)], place=PLACE)
    assert TOLD not in seen(client, home)
    services.convoke(session_id=draft.pk, by=house.secretary.membership, at=AT)
    for page in (seen(client, home), seen(client, address("commission"))):
        assert TOLD in page
        assert "mardi 1er décembre 2026, à 10:30" in page
        assert PLACE in page
        assert "à distance" in page
        assert address("commission_session", draft.pk) in page
    told = seen(client, home)
    assert request.path.number not in told
    assert request.path.association.name not in told
    time_machine.move_to(HELD_AT, tick=False)
    opened(house, draft)
    assert TOLD not in seen(browser(house["sante"].person), home)


def test_nobody_is_told_of_a_meeting_that_is_not_hers_or_was_cancelled(house) -> None:
    session = convoked(house, [make_request(house)])
    assert TOLD not in seen(browser(house["conseil_departemental"].person), address("home"))
    assert TOLD not in seen(browser(house.secretary), address("home"))
    services.cancel(session_id=session.pk, by=house.secretary.membership, at=AT)
    assert TOLD not in seen(browser(house["sante"].person), address("home"))


def test_each_who_sits_is_sent_the_e_mail_that_says_nothing(house, monkeypatch) -> None:
    sent: list[Any] = []
    monkeypatch.setattr("maillon.commission.services.planning.defer_many", lambda *task: sent.append(task))
    convoked(house, [make_request(house)])
    ((task, told),) = sent
    seated = ("prefet", "gendarmerie", "association", "sante")
    wanted = sorted(str(house[quality].person.membership.member_id) for quality in seated)
    assert task == "reports.notify_member"
    assert sorted(one["member_id"] for one in told) == wanted
    assert all(set(one) == {"member_id"} for one in told)


def test_the_secretary_says_where_and_prints_the_letter_once_it_went_out(house, monkeypatch) -> None:
    monkeypatch.setattr("maillon.portals.pro.commission.convocation_document.render", lambda html: html.encode())
    client = browser(house.secretary)
    asked(client, address("commission_plan"), kind="policy", day="2026-12-01", time="10:30", place=PLACE)
    session = Session.objects.get()
    letter = address("commission_convocation", session.pk)
    assert client.get(letter).status_code == 404
    asked(client, address("commission_agenda", session.pk), points=["review"])
    page = asked(client, address("commission_convoke", session.pk))
    assert letter in page
    assert PLACE in page
    answer = client.get(letter)
    assert answer["Content-Type"] == "application/pdf"
    assert PLACE in answer.content.decode()
    assert browser(house["sante"].person).get(letter).status_code == 200


def test_the_letter_names_points_by_number_and_explains_quorum_and_proxies_with_their_articles(house) -> None:
    session = convoked(house, [request := make_request(house)], place=PLACE)
    text = words_of(session)
    for words in (
        "mardi 1er décembre 2026, à 10:30",
        PLACE,
        request.path.number,
        "2 membres sur 4",
        "CRPA R133-10, à confirmer",
        "CRPA R133-9, à confirmer",
        "CRPA R133-12, à confirmer",
        "au moins 5 jours avant la séance (CRPA R133-8, à confirmer)",
        "Donnez pouvoir à un autre membre",
    ):
        assert words in text, words
    assert NAME not in text
    for seated in house.seated.values():
        assert seated.person.membership.member.name not in text


def test_the_second_convocation_says_that_no_quorum_is_needed(house) -> None:
    first = convoked(house, [Topic.REVIEW], kind=Kind.POLICY)
    by: dict[str, Any] = {"by": house.secretary.membership, "at": HELD_AT}
    services.lapse(session_id=first.pk, **by)
    second = services.repeat(session_id=first.pk, held_at=HELD_AT + dt.timedelta(days=8), **by)
    services.convoke(session_id=second.pk, **by)
    text = words_of(Session.objects.get(pk=second.pk))
    assert "aucun quorum n’est exigé" in text
    assert "membres sur" not in text


def test_the_letter_is_pdf_ua(house) -> None:
    session = convoked(house, [make_request(house)], place=PLACE)
    try:
        drawn = document(session)
    except PdfUnavailable:
        pytest.skip("this machine draws no PDF")
    reader = pypdf.PdfReader(io.BytesIO(drawn))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
