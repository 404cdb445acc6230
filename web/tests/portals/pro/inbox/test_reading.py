"""Opening: clear facts first, then what was sealed, with a reason, once in the journal for each page shown."""

import pytest
from django.test import Client

from maillon.accounts.enums import Role
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import services
from maillon.reports.content import Trace, TraceKind
from maillon.reports.enums import State
from maillon.reports.models import Transmission
from tests.accounts.factories import make_membership, sign_in
from tests.portals.pro.inbox.conftest import CANARY, IDENTITY
from tests.reports.factories import make_report, minor_content, transmission_to

LINK = "https://exemple.invalid/annonce?x=<b>1</b>"


def openings(transmission):
    return Line.objects.filter(action=Action.OPENED, subject_id=transmission.id)


def state_of(transmission):
    return Transmission.objects.get(pk=transmission.pk).state


def test_before_opening_the_page_shows_clear_facts_alone(reader, sent, at):
    answer = reader.get(at())
    page = answer.content.decode()
    assert CANARY not in page
    assert IDENTITY not in page
    for shown in (
        sent.report.number,
        "Alençon",
        "15 à 17",
        "Ouvrir le contenu scellé",
        "délai fixé par Maillon",
    ):
        assert shown in page
    assert state_of(sent) == State.SENT
    assert not openings(sent).exists()


def test_the_content_is_not_shown_without_a_reason(reader, sent, at):
    for name in ("transmission_content", "transmission_messages", "transmission_notes"):
        answer = reader.get(at(name))
        assert answer.status_code in {302, 404}
        assert CANARY not in answer.content.decode()
    assert state_of(sent) == State.SENT


@pytest.mark.parametrize("given", [{}, {"reason": ""}, {"reason": "curiosity"}])
def test_a_reason_must_be_of_the_list(reader, sent, at, given):
    answer = reader.post(at("transmission_open"), given)
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()
    assert not openings(sent).exists()


def test_opening_is_a_post(reader, at):
    assert reader.get(at("transmission_open")).status_code == 405


def test_with_a_reason_it_is_shown_and_journalled(reader, sent, at):
    answer = reader.post(at("transmission_open"), {"reason": "replacing"}, follow=True)
    page = answer.content.decode()
    assert CANARY in page
    assert IDENTITY in page
    assert state_of(sent) == State.OPENED
    (line,) = openings(sent)
    assert (line.reason, line.details) == ("replacing", {"part": "report"})


def test_each_page_that_shows_it_is_one_line_and_no_other_page_is(opened, sent, at):
    assert openings(sent).count() == 1
    opened.get(at("transmission_content"))
    assert openings(sent).count() == 2
    for name in ("transmission", "transmission_messages", "transmission_notes"):
        opened.get(at(name))
    opened.get("/boite/")
    assert openings(sent).count() == 2


def test_the_reason_holds_for_one_report_and_one_session(opened, orne, sent, at):
    other = transmission_to(make_report(orne), orne.council)
    assert opened.get(f"/boite/{other.id}/contenu/").status_code == 302
    again = sign_in(Client(), orne.council.reader.membership)
    assert again.get(at("transmission_content")).status_code == 302


def test_the_history_says_who_opened_when_and_why(opened, orne, at):
    page = opened.get(at()).content.decode()
    for shown in ("ouverture du signalement", orne.council.reader.membership.member.name, "Je traite ce signalement"):
        assert shown in page


def test_traces_are_text_and_never_a_link(orne):
    content = minor_content(orne.commune, grave=True, traces=(Trace(TraceKind.URL, LINK),))
    report = make_report(orne, author=orne.police.reader, content=content)
    sent = transmission_to(report, orne.prosecutor)
    browser = sign_in(Client(), orne.prosecutor.reader.membership)
    browser.post(f"/boite/{sent.id}/ouvrir/", {"reason": "handling"})
    page = browser.get(f"/boite/{sent.id}/contenu/").content.decode()
    assert "<code>https://exemple.invalid/annonce?x=&lt;b&gt;1&lt;/b&gt;</code>" in page
    assert 'href="https://exemple' not in page


def test_what_was_typed_is_never_read_as_markup(orne, reader):
    content = minor_content(orne.commune, narrative="<script>alert(1)</script>")
    sent = transmission_to(make_report(orne, content=content), orne.council)
    reader.post(f"/boite/{sent.id}/ouvrir/", {"reason": "handling"})
    page = reader.get(f"/boite/{sent.id}/contenu/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_reader_without_the_key_is_told_whom_to_ask(orne, sent, at):
    newcomer = make_membership(orne.council.organisation, Role.RECIPIENT, holds_key=False)
    browser = sign_in(Client(), newcomer)
    browser.post(at("transmission_open"), {"reason": "handling"})
    answer = browser.get(at("transmission_content"))
    page = answer.content.decode()
    assert answer.status_code == 403
    assert orne.council.reader.membership.member.name in page
    assert "Demandez à l’une de ces personnes" in page
    assert CANARY not in page
    assert state_of(sent) == State.SENT
    # Once the key is there, the page must offer to open again.
    assert "Ouvrir le contenu scellé" in browser.get(at()).content.decode()


def test_nothing_is_kept_by_the_browser(opened, at):
    assert "no-store" in opened.get(at("transmission_content"))["Cache-Control"]


def test_the_page_takes_the_same_number_of_queries_whatever_happened(
    opened, orne, sent, at, django_assert_max_num_queries
):
    opened.get(at())
    with django_assert_max_num_queries(PAGE_QUERIES):
        opened.get(at())
    for _ in range(15):
        opened.get(at("transmission_content"))
        services.write_note(
            transmission_id=sent.id, text="une note", by=orne.council.reader.membership, at=sent.sent_at
        )
    with django_assert_max_num_queries(PAGE_QUERIES):
        opened.get(at())


PAGE_QUERIES = 14
