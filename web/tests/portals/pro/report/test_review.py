"""The review: what the law says, who receives what, and how those are told that nobody stands for in Maillon."""

import pytest

from maillon.directory.models import Organisation
from maillon.guidance.enums import Wish
from maillon.reports.content import Trace, TraceKind
from maillon.reports.models import Report
from tests.directory.factories import OrganisationFactory
from tests.portals.pro.report.journey import Page, path_form
from tests.reports.factories import adult_content, make_draft, make_person, minor_content

pytestmark = pytest.mark.django_db


def reviewed(walker, person, content):
    """The review page of a draft with this content."""
    draft = make_draft(person, content)
    walk = walker(person)
    return walk, draft, walk.get(f"/signaler/{draft.id}/verifier/")


def complete(content):
    """The content with its questions answered."""
    return content.changed(answered=("danger", "origine", "age", "commune", "moment", "recit", "identite", "traces"))


def test_it_names_steps_grounds_sources_and_what_not_to_do(walker, orne):
    _walk, _draft, page = reviewed(walker, orne.firefighter, complete(minor_content(orne.commune)))
    text = page.content.decode()
    assert "À ne pas faire" in text
    assert "L226-2-1" in text
    assert "à confirmer" in text
    assert "sans délai" in text


def test_required_recipients_carry_no_box_and_optional_ones_do(walker, orne):
    _walk, draft, page = reviewed(walker, orne.firefighter, complete(minor_content(orne.commune, grave=True)))
    form = path_form(page, f"/signaler/{draft.id}/envoyer/")
    assert ("chosen", str(orne.council.organisation.id)) in form.values
    assert 'type="checkbox"' not in page.content.decode()
    _walk, draft, page = reviewed(walker, orne.firefighter, complete(adult_content(orne.commune)))
    assert 'type="checkbox"' in page.content.decode()


def test_an_unticked_recipient_gets_nothing(walker, orne):
    other = make_person(OrganisationFactory(), role=orne.council.reader.membership.role_enum)
    walk, draft, page = reviewed(walker, orne.firefighter, complete(adult_content(orne.commune)))
    form = path_form(page, f"/signaler/{draft.id}/envoyer/")
    assert ("chosen", str(other.membership.organisation_id)) in form.values
    walk.send(form, chosen=[str(orne.association.organisation.id)])
    (sent,) = Report.objects.get().transmissions.all()
    assert sent.recipient == orne.association.organisation


def test_whoever_cant_read_yet_is_told_of_by_hand(walker, orne):
    empty = OrganisationFactory(name="Association sans lecteur")
    _walk, _draft, page = reviewed(walker, orne.firefighter, complete(adult_content(orne.commune)))
    text = page.content.decode()
    assert "Association sans lecteur" in text
    assert "n’a encore personne qui puisse lire" in text
    assert str(empty.id) not in text


def test_a_missing_addressee_is_told_of_by_hand(walker, orne):
    Organisation.objects.filter(pk=orne.council.organisation.pk).update(is_active=False)
    _walk, _draft, page = reviewed(walker, orne.firefighter, complete(minor_content(orne.commune)))
    assert "Aucune organisation de ce type" in page.content.decode()


def test_when_she_refuses_help_nothing_can_be_sent(walker, orne):
    content = adult_content(orne.commune, wish=Wish.REFUSES, agreement=False, identity="")
    _walk, draft, page = reviewed(walker, orne.firefighter, complete(content))
    assert f"/signaler/{draft.id}/envoyer/" not in [form.action for form in Page(page.content.decode()).forms]
    assert "Rien ne part par Maillon" in page.content.decode()


def test_a_refused_sending_keeps_the_ticks(walker, orne):
    other = make_person(OrganisationFactory(), role=orne.council.reader.membership.role_enum)
    walk, draft, page = reviewed(walker, orne.firefighter, complete(adult_content(orne.commune)))
    form = path_form(page, f"/signaler/{draft.id}/envoyer/")
    again = walk.send(form, chosen=[str(other.membership.organisation_id)], version="7")
    assert again.status_code == 409
    kept = path_form(again, f"/signaler/{draft.id}/envoyer/")
    assert [value for name, value in kept.values if name == "chosen"] == [str(other.membership.organisation_id)]
    assert ("version", "1") in kept.values


def test_what_is_no_recipient_at_all_is_no_page(walker, orne):
    walk, draft, _page = reviewed(walker, orne.firefighter, complete(minor_content(orne.commune)))
    answer = walk.client.post(f"/signaler/{draft.id}/envoyer/", {"version": "1", "chosen": "x"})
    assert answer.status_code == 404


@pytest.mark.guardrail("G6")
def test_traces_are_asked_of_those_who_may_hold_them_alone_and_are_never_links(walker, orne):
    draft = make_draft(orne.firefighter, minor_content(orne.commune))
    walk = walker(orne.firefighter)
    walk.get(f"/signaler/{draft.id}/traces/")
    assert walk.step != "traces"
    officer = orne.police.reader
    traces = (Trace(TraceKind.URL, "https://exemple.invalid/annonce"), Trace(TraceKind.PHONE, "06 00 00 00 00"))
    draft = make_draft(officer, complete(minor_content(orne.commune, traces=traces)))
    walk = walker(officer)
    for address in ("traces/", "verifier/"):
        page = Page(walk.get(f"/signaler/{draft.id}/{address}").content.decode())
        assert not [link for link in page.links if "exemple.invalid" in link or "0600000000" in link]
    walk.get(f"/signaler/{draft.id}/traces/")
    walk.answer("traces", url="https://exemple.invalid/une\n\nhttps://exemple.invalid/deux", phone="", handle="@x")
    page = walk.get(f"/signaler/{draft.id}/verifier/").content.decode()
    assert all(value in page for value in ("invalid/une", "invalid/deux", "@x"))


def test_too_many_or_too_long_traces_are_shown_again(walker, orne):
    officer = orne.police.reader
    draft = make_draft(officer, complete(minor_content(orne.commune)))
    walk = walker(officer)
    for typed in ("\n".join(str(number) for number in range(11)), "x" * 301):
        walk.get(f"/signaler/{draft.id}/traces/")
        assert walk.answer("traces", url=typed).status_code == 422
