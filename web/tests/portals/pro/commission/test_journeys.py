"""The secretary from convocation to minutes, and the members, as browsers without scripts."""

import datetime as dt
import io
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.commission import services
from maillon.commission.enums import Mode, State
from maillon.commission.models import AgendaItem, Commission, Mandate, Opinion, Session
from maillon.exits.enums import RequestState
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.portals.components.pdf import PdfUnavailable
from maillon.portals.pro.commission.minutes_document import document
from tests.accounts.factories import make_membership, sign_in
from tests.commission.factories import (
    HELD_AT,
    Commissioned,
    agreed,
    closed,
    convoked,
    make_commission,
    make_request,
    opened,
    point_of,
)
from tests.reports.factories import AT, House, make_house

NAME = "Inventée"


@pytest.fixture(autouse=True)
def _in_november(time_machine) -> None:
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def house(db) -> Commissioned:
    return make_commission()


def browser(person: Any) -> Client:
    return sign_in(Client(), person.membership)


def address(name: str, *args: object) -> str:
    return reverse(f"pro:{name}", args=args)


def asked(client: Client, where: str, **typed: Any) -> str:
    """The page that a POST leads to, which must be one that says it was done."""
    answer = client.post(where, typed, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200, page
    assert answer.redirect_chain, page
    return page


def seen(client: Client, where: str) -> str:
    answer = client.get(where)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def test_the_secretary_goes_from_an_empty_room_to_minutes(house, time_machine, monkeypatch) -> None:
    request, client = make_request(house, association=make_house()), browser(house.secretary)
    page = seen(client, address("commission"))
    assert "Il en manque 2 pour 2026" in page
    assert "1 demande attend un avis" in page
    monkeypatch.setattr("maillon.portals.pro.commission.minutes_document.render", lambda html: html.encode())
    page = asked(client, address("commission_plan"), kind="individual", day="2026-12-01", time="10:30", remote="on")
    session = Session.objects.get()
    assert "25/11/2026" not in page
    assert "26/11/2026" in page, "the last day for convoking"
    assert "à confirmer" in page
    asked(client, address("commission_agenda", session.pk), points=[str(request.pk)])
    asked(client, address("commission_convoke", session.pk))
    time_machine.move_to(HELD_AT, tick=False)
    client = browser(house.secretary)
    present = {
        f"seat-{house[quality].mandate.seat_id}": f"{house[quality].mandate.pk}:{mode}"
        for quality, mode in (("prefet", Mode.ON_SITE), ("gendarmerie", Mode.REMOTE), ("sante", Mode.ON_SITE))
    }
    page = asked(client, address("commission_roll", session.pk), **present)
    assert "La séance est ouverte" in page
    item = AgendaItem.objects.get()
    vote = {"how": "vote", "in_favour": "1", "against": "1", "abstained": "1", "chair": "for", "words": "Motifs écrits"}
    page = asked(client, address("commission_opinion", item.pk), **vote)
    assert "la présidence a départagé" in page
    member = browser(house["gendarmerie"].person)
    asked(member, address("commission_dissent", item.pk), words="Mon désaccord écrit")
    asked(client, address("commission_leave", session.pk, house["sante"].mandate.seat_id))
    asked(client, address("commission_arrive", session.pk), who=f"{house['sante'].mandate.pk}:remote")
    asked(client, address("commission_close", session.pk))
    request.refresh_from_db()
    assert request.state == RequestState.OPINION
    page = seen(client, address("commission_minutes", session.pk))
    for words in ("Motifs écrits", "Mon désaccord écrit", "celle de la présidence a décidé", request.path.number):
        assert words in page
    assert NAME not in page
    asked(client, address("commission_minutes", session.pk))
    answer = member.post(address("commission_minutes_read", session.pk))
    assert answer["Content-Type"] == "application/pdf"
    assert "Mon désaccord écrit" in answer.content.decode()
    assert request.path.number in seen(client, address("commission_follow_up"))


def test_a_member_reads_in_session_with_her_name_across_the_page_and_never_after(house, time_machine) -> None:
    session = convoked(house, [make_request(house, association=make_house())])
    item, person = point_of(session), house["gendarmerie"].person
    Mandate.objects.filter(pk=house["gendarmerie"].mandate.pk).update(pledged_at=None)
    client, file = browser(person), address("commission_file", point_of(session).pk)
    assert session.get_kind_display() in seen(client, address("commission"))
    assert "Garder le secret" in seen(client, address("commission_session", session.pk))
    asked(client, address("commission_pledge", session.pk))
    assert client.get(file).status_code == 404
    time_machine.move_to(HELD_AT, tick=False)
    client = browser(person)
    opened(house, session)
    assert "Ouvrir le dossier" in seen(client, address("commission_point", item.pk))
    answer = client.get(file)
    page = answer.content.decode()
    assert NAME in page
    assert page.count(person.membership.member.name) > 10
    assert "1er décembre 2026, 10:30:00" in page
    assert "no-store" in answer["Cache-Control"]
    assert Line.objects.filter(action=Action.OPENED, member_id=person.membership.member_id).count() == 1
    closed(house, session)
    assert client.get(file).status_code == 404


def test_proxies_and_recusals_are_given_from_her_own_page(house) -> None:
    session = convoked(house, [make_request(house)])
    client = browser(house["sante"].person)
    page = asked(client, address("commission_proxy", session.pk), holder=str(house["gendarmerie"].mandate.seat_id))
    assert "Santé donne pouvoir à Commandement" in page
    refused = browser(house["association"].person).post(
        address("commission_proxy", session.pk), {"holder": str(house["gendarmerie"].mandate.seat_id)}
    )
    assert refused.status_code == 422
    asked(client, address("commission_proxy_back", session.pk))
    page = asked(client, address("commission_recuse", point_of(session).pk), reason="interest")
    assert "Santé (Elle ou il y a un intérêt personnel)" in page


def test_without_a_quorum_the_page_says_so_and_offers_the_second_convocation(house, time_machine) -> None:
    session = convoked(house, [make_request(house)])
    time_machine.move_to(HELD_AT, tick=False)
    client = browser(house.secretary)
    prefet = house["prefet"].mandate
    answer = client.post(address("commission_roll", session.pk), {f"seat-{prefet.seat_id}": f"{prefet.pk}:on_site"})
    assert answer.status_code == 422
    assert "Le quorum n’est pas atteint" in answer.content.decode()
    page = asked(client, address("commission_lapse", session.pk))
    assert "Convoquer une seconde fois" in page
    page = asked(client, address("commission_repeat", session.pk), day="2026-12-08", time="10:00")
    assert "aucun quorum n’est exigé" in page


def test_a_late_convocation_asks_why(house) -> None:
    client = browser(house.secretary)
    asked(client, address("commission_plan"), kind="policy", day="2026-11-26", time="10:00")
    session = Session.objects.get()
    asked(client, address("commission_agenda", session.pk), points=["review", "strategy"])
    asked(client, address("commission_point_remove", point_of(session).pk))
    where = address("commission_convoke", session.pk)
    assert "Il reste moins de 5 jours" in seen(client, where)
    assert client.post(where, {}).status_code == 422
    assert "Un événement dans le département" in asked(client, where, emergency="crisis")
    asked(client, address("commission_cancel", session.pk))


def test_a_lead_sets_the_commission_up_and_names_who_sits(db) -> None:
    made = make_house(prefecture=True)
    from_afar = make_house(gendarmerie=True).reader
    lead = sign_in(Client(), _lead_of(made))
    assert "Installer la commission" in seen(lead, address("commission"))
    asked(lead, address("commission_found"))
    asked(lead, address("commission_seat_add"), quality="gendarmerie")
    seat = Commission.objects.get().seats.get()
    form = {"held_as": "titular", "starts_on": "2026-11-23"}
    unknown = lead.post(address("commission_name", seat.pk), {**form, "email": "personne@exemple.invalid"})
    assert unknown.status_code == 422
    page = asked(lead, address("commission_name", seat.pk), email=from_afar.membership.member.email, **form)
    assert from_afar.membership.member.name in page
    assert "engagement de secret attendu" in page
    asked(lead, address("commission_mandate_end", Mandate.objects.get().pk), ends_on="2026-11-23")
    asked(lead, address("commission_seat_end", seat.pk))


def _lead_of(house: House) -> Membership:
    return make_membership(house.organisation, Role.LEAD)


def test_the_home_page_leads_to_the_commission_whoever_sits_there_and_nobody_else(house) -> None:
    where = f'href="{address("commission")}"'
    assert where in seen(browser(house["sante"].person), address("home"))
    assert where not in seen(browser(house.association.reader), address("home"))


def test_minutes_are_pdf_ua(house) -> None:
    session = convoked(house, [make_request(house)])
    opened(house, session)
    agreed(house, point_of(session), words="Motifs")
    closed(house, session)
    try:
        services.draw_minutes(
            session_id=session.pk,
            draw=document,
            by=house.secretary.membership,
            keyring=house.secretary.keyring,
            at=HELD_AT + dt.timedelta(hours=1),
        )
    except PdfUnavailable:
        pytest.skip("this machine draws no PDF")
    drawn = services.read_minutes(
        session_id=session.pk, by=house.secretary.membership, keyring=house.secretary.keyring, at=HELD_AT
    )
    reader = pypdf.PdfReader(io.BytesIO(drawn))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for words in ("Motifs", "avis favorable", house["gendarmerie"].person.membership.member.name):
        assert words in text
    assert NAME not in text
    assert Session.objects.get().state == State.MINUTED
    assert Opinion.objects.count() == 1


def test_a_secretary_notes_a_withdrawal_and_a_member_withdraws_herself(house) -> None:
    session = convoked(house, [make_request(house)])
    point = point_of(session)
    page = seen(browser(house.secretary), address("commission_point", point.pk))
    assert "Noter un retrait" in page
    assert "Me retirer" not in page
    page = seen(browser(house["sante"].person), address("commission_point", point.pk))
    assert "Me retirer de ce point" in page
