"""What one has sent: the receipt, where it stands, messages both ways, reading it again, and who may see none of it."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from maillon.accounts.enums import Role
from maillon.directory.enums import OrganisationKind
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import services
from maillon.reports.models import Message
from tests.portals.pro.report.journey import Page
from tests.reports.factories import (
    AT,
    adult_content,
    make_draft,
    make_person,
    make_report,
    minor_content,
    transmission_to,
)

pytestmark = pytest.mark.django_db


def opened_by(house, transmission):
    """The house opens and acknowledges it."""
    reader = house.reader
    services.open_transmission(
        transmission_id=transmission.id, by=reader.membership, keyring=reader.keyring, at=AT, reason="handling"
    )
    services.acknowledge(transmission_id=transmission.id, by=reader.membership, at=AT)


def test_the_receipt_says_who_has_it_until_when_they_answer_and_what_is_left(walker, orne):
    report = make_report(orne)
    page = walker(orne.firefighter).get(f"/signalements/{report.id}/envoye/").content.decode()
    assert report.number in page
    assert orne.council.organisation.name in page
    assert "Accusé de réception attendu" in page
    assert "C’est fait" in page
    assert "numbers-urgent" not in page


def test_after_danger_the_receipt_shows_the_emergency_numbers(walker, orne):
    report = make_report(orne, content=minor_content(orne.commune, danger=True))
    page = walker(orne.firefighter).get(f"/signalements/{report.id}/envoye/").content.decode()
    assert "numbers-urgent" in page
    assert "tel:17" in page


def test_a_step_is_marked_done_and_not_done_again(walker, orne):
    report = make_report(orne)
    walk = walker(orne.firefighter)
    address = f"/signalements/{report.id}/demarches/"
    page = walk.get(f"/signalements/{report.id}/")
    form = next(form for form in Page(page.content.decode()).forms if form.action == address)
    code = dict(form.values)["step"]
    walk.send(form, done="yes")
    assert walk.at == f"/signalements/{report.id}/"
    assert report.steps.get(code=code).done_at is not None
    walk.send(form, done="no")
    assert report.steps.get(code=code).done_at is None
    assert walk.client.post(address, {"step": "no-such-step", "done": "yes"}).status_code == 404


def test_messages_go_both_ways_and_reading_one_takes_the_news_away(walker, orne):
    report = make_report(orne)
    sent = transmission_to(report, orne.council)
    opened_by(orne.council, sent)
    services.ask_more(transmission_id=sent.id, text="À quelle heure ?", by=orne.council.reader.membership, at=AT)
    walk = walker(orne.firefighter)
    assert "nouveau message" in walk.get("/signalements/").content.decode()
    assert "nouveau message" in walk.get(f"/signalements/{report.id}/").content.decode()
    address = f"/signalements/{report.id}/messages/{sent.id}/"
    page = walk.get(address)
    assert "À quelle heure ?" in page.content.decode()
    assert "demande de précision" in page.content.decode()
    assert "nouveau message" not in walk.get("/signalements/").content.decode()
    answered = walk.client.post(address, {"text": "Vers minuit."}, follow=True)
    assert "Vers minuit." in answered.content.decode()
    sent.refresh_from_db()
    words = services.read_messages(
        transmission=sent,
        by=orne.council.reader.membership,
        keyring=orne.council.reader.keyring,
        at=AT,
        reason="handling",
    )
    assert [item.text for item in words] == ["À quelle heure ?", "Vers minuit."]


def test_an_empty_message_is_asked_for_again(walker, orne):
    report = make_report(orne)
    sent = transmission_to(report, orne.council)
    again = walker(orne.firefighter).client.post(f"/signalements/{report.id}/messages/{sent.id}/", {"text": "  "})
    assert again.status_code == 422
    assert not Message.objects.exists()


def test_reading_ones_own_report_again_stands_in_the_journal(walker, orne):
    report = make_report(orne, content=adult_content(orne.commune, narrative="Un récit & son détail"))
    page = walker(orne.firefighter).get(f"/signalements/{report.id}/contenu/").content.decode()
    assert "Un récit &amp; son détail" in page
    assert "accueil de jour" in page
    lines = Line.objects.filter(action=Action.UNSEALED, member_id=orne.firefighter.membership.member_id)
    assert {line.reason for line in lines} == {"author"}


@pytest.mark.guardrail("G6")
def test_nobody_else_sees_a_draft_or_a_report_and_cant_tell_whether_it_exists(walker, orne):
    draft = make_draft(orne.firefighter, minor_content(orne.commune))
    report = make_report(orne)
    sent = transmission_to(report, orne.council)
    colleague = make_person(orne.firefighter.membership.organisation)
    for person in (colleague, orne.council.reader, orne.police.reader):
        client = walker(person).client
        for key in (draft.id, uuid4()):
            for address in ("", "recit/", "verifier/", "supprimer/"):
                assert client.get(f"/signaler/{key}/{address}").status_code == 404
            for address in ("recit/", "envoyer/", "supprimer/"):
                assert client.post(f"/signaler/{key}/{address}", {"version": 1}).status_code == 404
        for key in (report.id, uuid4()):
            for address in ("", "envoye/", "contenu/", f"messages/{sent.id}/"):
                assert client.get(f"/signalements/{key}/{address}").status_code == 404
            assert client.post(f"/signalements/{key}/demarches/", {"step": "x"}).status_code == 404
            assert client.post(f"/signalements/{key}/messages/{sent.id}/", {"text": "x"}).status_code == 404


def test_a_transmission_of_another_report_is_no_address(walker, orne):
    one, other = make_report(orne), make_report(orne)
    sent = transmission_to(other, orne.council)
    assert walker(orne.firefighter).client.get(f"/signalements/{one.id}/messages/{sent.id}/").status_code == 404


def test_an_administrator_can_do_nothing_here(member_of, signed_in_client):
    client = signed_in_client(member_of(OrganisationKind.OTHER, Role.ADMINISTRATOR))
    for address in ("/signaler/", "/signaler/urgence/", "/signalements/", f"/signaler/{uuid4()}/recit/"):
        assert client.get(address).status_code == 403


def test_one_who_is_not_signed_in_is_sent_to_the_sign_in(client):
    for address in ("/", "/signaler/", "/signalements/", f"/signaler/{uuid4()}/age/"):
        response = client.get(address)
        assert response.status_code == 302
        assert "next=" in response["Location"]


@pytest.mark.parametrize("address", ["/", "/signalements/"])
def test_lists_ask_the_database_as_often_for_twenty_reports_as_for_one(address, walker, orne):
    walk = walker(orne.firefighter)

    def queries() -> int:
        walk.client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert walk.client.get(address).status_code == 200
        return len(captured)

    make_report(orne)
    make_draft(orne.firefighter, minor_content(orne.commune))
    one = queries()
    for _ in range(19):
        make_report(orne)
        make_draft(orne.firefighter, minor_content(orne.commune))
    assert queries() == one <= 10


def test_a_reports_page_asks_as_often_for_many_messages_as_for_none(walker, orne):
    report = make_report(orne)
    sent = transmission_to(report, orne.council)
    opened_by(orne.council, sent)
    walk = walker(orne.firefighter)
    address = f"/signalements/{report.id}/"
    walk.client.get(address)
    with CaptureQueriesContext(connection) as before:
        walk.client.get(address)
    for _ in range(10):
        services.ask_more(transmission_id=sent.id, text="Encore ?", by=orne.council.reader.membership, at=AT)
    with CaptureQueriesContext(connection) as after:
        walk.client.get(address)
    assert len(after) == len(before)


def test_a_long_list_has_pages(walker, orne):
    sent = [make_report(orne, at=AT + dt.timedelta(minutes=minute)) for minute in range(21)]
    walk = walker(orne.firefighter)
    first = Page(walk.get("/signalements/").content.decode()).links
    assert "?page=2" in first
    assert f"/signalements/{sent[0].id}/" not in first
    assert f"/signalements/{sent[0].id}/" in Page(walk.get("/signalements/?page=2").content.decode()).links


def test_the_form_of_a_receipt_leads_back_to_the_receipt(walker, orne):
    report = make_report(orne)
    walk = walker(orne.firefighter)
    page = walk.get(f"/signalements/{report.id}/envoye/")
    form = next(form for form in Page(page.content.decode()).forms if form.action.endswith("/demarches/"))
    walk.send(form, done="yes")
    assert walk.at == f"/signalements/{report.id}/envoye/"
