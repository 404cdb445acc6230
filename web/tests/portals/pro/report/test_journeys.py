"""Whole reports by a firefighter, screen by screen, without a script, and what can go wrong on the way."""

from urllib.parse import unquote

import pytest
from django.core import mail

from maillon.guidance.enums import AgeClass, Wish
from maillon.reports.enums import State
from maillon.reports.models import Draft, Report
from tests.portals.pro.report.journey import Page, path_form
from tests.reports.factories import adult_content, make_draft, minor_content

pytestmark = pytest.mark.django_db


def walk_minor(walk, **typed):
    """To the review of a report about a minor."""
    walk.begin()
    walk.answer("origine", answer="witnessed")
    walk.answer("age", answer="15-17-maybe")
    walk.answer("gravite", answer="no")
    walk.answer("signes", none="1")
    walk.answer("commune", typed="alenc")
    walk.answer("commune", commune="61001")
    walk.answer("lieu", answer="lodging")
    walk.answer("moment", answer="today")
    walk.answer("contexte", none="1")
    walk.answer("faits", answer="none")
    walk.answer("demarches", none="1")
    walk.answer("recit", narrative=typed.get("narrative", ""))
    return walk.answer("identite", identity=typed.get("identity", ""))


def test_a_report_about_a_minor_from_the_first_tap_to_the_receipt(walker, orne):
    walk = walker(orne.firefighter)
    page = walk_minor(walk, narrative="Des visites toute la nuit.")
    assert walk.step == "report_review"
    assert orne.council.organisation.name in page.content.decode()
    done = walk.send(path_form(page, f"/signaler/{walk.draft_id}/envoyer/"))
    report = Report.objects.get()
    assert walk.at == f"/signalements/{report.id}/envoye/"
    assert report.number in done.content.decode()
    assert report.facts["age"] == AgeClass.MINOR_15_17
    assert {sent.state for sent in report.transmissions.all()} == {State.SENT}
    assert orne.council.organisation in [sent.recipient for sent in report.transmissions.all()]
    assert not Draft.objects.exists()
    assert walk.taps < 25


def test_a_report_about_an_adult_who_wants_help_goes_where_she_agreed(walker, orne):
    walk = walker(orne.firefighter)
    walk.begin()
    walk.answer("origine", answer="told")
    walk.answer("age", answer="adult")
    walk.answer("signes", none="1")
    walk.answer("commune", typed="61000")
    walk.answer("commune", commune="61001")
    walk.answer("lieu", answer="home")
    asked = walk.answer("moment", answer="week")
    assert walk.step == "souhait"
    asked = walk.answer("souhait", answer=Wish.WANTS_HELP)
    assert walk.step == "accord"
    assert orne.association.organisation.name in asked.content.decode()
    walk.answer("accord", answer="yes")
    walk.answer("protection", answer="unknown")
    walk.answer("contexte", ticked=["foreign"])
    walk.answer("faits", answer="none")
    walk.answer("demarches", ticked=["talked", "contacts_given"])
    walk.answer("recit", narrative="")
    page = walk.answer("identite", identity="Une personne inventée")
    form = path_form(page, f"/signaler/{walk.draft_id}/envoyer/")
    assert ("chosen", str(orne.association.organisation.id)) in form.values
    walk.send(form)
    report = Report.objects.get()
    assert [sent.recipient for sent in report.transmissions.all()] == [orne.association.organisation]
    assert report.identity is not None
    assert report.facts["done"] == ["talked", "contacts_given"]
    assert walk.taps < 25


@pytest.mark.guardrail("G11")
def test_danger_shows_the_numbers_before_anything_is_stored(walker, orne):
    walk = walker(orne.firefighter)
    first = walk.get("/signaler/")
    assert "danger immédiat" in first.content.decode()
    urgent = walk.get("/signaler/urgence/")
    assert all(f"tel:{number}" in urgent.content.decode() for number in ("17", "112", "15"))
    assert "sms:114" in urgent.content.decode()
    assert not Draft.objects.exists()
    walk.begin(danger="yes")
    assert Draft.objects.count() == 1


def test_every_screen_works_without_a_script_and_names_nobody_else(walker, orne):
    walk = walker(orne.firefighter)
    walk_minor(walk)
    for step in ("origine", "age", "gravite", "signes", "lieu", "recit", "identite", "danger"):
        page = walk.get(f"/signaler/{walk.draft_id}/{step}/").content.decode()
        assert "<script" not in page
        assert "style=" not in page
        assert page.count("<h1") == 1


def test_a_draft_is_taken_up_on_another_device(walker, signed_in_client, orne):
    walk = walker(orne.firefighter)
    walk.begin()
    walk.answer("origine", answer="phone")
    other = walker(orne.firefighter)
    home = other.get("/")
    draft = Draft.objects.get()
    assert f"/signaler/{draft.id}/" in Page(home.content.decode()).links
    other.get(f"/signaler/{draft.id}/")
    assert other.step == "age"


def test_a_double_tap_on_send_makes_one_report_and_leads_to_the_same_receipt(walker, orne):
    walk = walker(orne.firefighter)
    page = walk_minor(walk)
    form = path_form(page, f"/signaler/{walk.draft_id}/envoyer/")
    walk.send(form)
    first = walk.at
    walk.send(form)
    assert walk.at == first
    assert Report.objects.count() == 1


def test_the_back_button_after_sending_leads_to_the_receipt(walker, orne):
    walk = walker(orne.firefighter)
    page = walk_minor(walk)
    draft_id = walk.draft_id
    walk.send(path_form(page, f"/signaler/{draft_id}/envoyer/"))
    receipt = walk.at
    for address in ("", "verifier/", "recit/", "supprimer/"):
        walk.get(f"/signaler/{draft_id}/{address}")
        assert walk.at == receipt


def test_a_double_tap_on_an_answer_is_no_conflict(walker, orne):
    walk = walker(orne.firefighter)
    walk.begin()
    form = path_form(walk.client.get(walk.at), walk.at)
    here = walk.at
    walk.send(form, answer="witnessed")
    walk.at = here
    again = walk.send(form, answer="witnessed")
    assert again.status_code == 200
    assert walk.step == "age"


def test_an_older_version_is_refused_and_both_are_shown(walker, orne):
    draft = make_draft(orne.firefighter, minor_content(orne.commune, answered=("danger", "origine", "age")))
    address = f"/signaler/{draft.id}/recit/"
    phone, desk = walker(orne.firefighter), walker(orne.firefighter)
    stale = path_form(phone.get(address), address)
    desk.get(address)
    desk.answer("recit", narrative="Écrit au bureau")
    phone.at = address
    both = phone.send(stale, narrative="Écrit au téléphone")
    assert both.status_code == 409
    assert "Écrit au bureau" in both.content.decode()
    assert "Écrit au téléphone" in both.content.decode()
    assert "Écrit au bureau" in phone.get(address).content.decode()
    phone.at = address
    phone.send(path_form(both, address))
    assert "Écrit au téléphone" in phone.get(address).content.decode()


def test_what_no_longer_has_a_question_is_still_shown_in_the_conflict(walker, orne):
    content = adult_content(orne.commune, answered=("danger", "origine", "age", "souhait", "accord"))
    draft = make_draft(orne.firefighter, content)
    address = f"/signaler/{draft.id}/identite/"
    phone, desk = walker(orne.firefighter), walker(orne.firefighter)
    stale = path_form(phone.get(address), address)
    desk.get(f"/signaler/{draft.id}/accord/")
    desk.answer("accord", answer="no")
    assert phone.get(address).status_code == 200
    assert phone.step != "identite"
    phone.at = address
    both = phone.send(stale, identity="Écrite au téléphone")
    assert both.status_code == 409
    assert "Écrite au téléphone" in both.content.decode()
    assert not [form for form in Page(both.content.decode()).forms if form.action == address]


def test_becoming_a_minor_forgets_wishes_agreement_and_what_hung_on_them(walker, orne):
    content = adult_content(orne.commune, answered=("danger", "origine", "age", "souhait", "accord", "protection"))
    draft = make_draft(orne.firefighter, content)
    walk = walker(orne.firefighter)
    walk.get(f"/signaler/{draft.id}/age/")
    walk.answer("age", answer="under-15")
    walk.get(f"/signaler/{draft.id}/verifier/")
    page = walk.get(f"/signaler/{draft.id}/verifier/").content.decode()
    assert "souhaite" not in page
    walk.get(f"/signaler/{draft.id}/souhait/")
    assert walk.step != "souhait"


def test_bad_input_is_shown_again_with_what_was_typed(walker, orne):
    draft = make_draft(orne.firefighter, minor_content(orne.commune))
    address = f"/signaler/{draft.id}/recit/"
    walk = walker(orne.firefighter)
    walk.get(address)
    again = walk.answer("recit", narrative="long " * 400)
    assert again.status_code == 422
    assert "long long" in again.content.decode()
    assert 'class="error-summary"' in again.content.decode()


def test_a_name_in_the_account_is_warned_of_once_and_then_let_through(walker, orne):
    draft = make_draft(orne.firefighter, minor_content(orne.commune, answered=("danger",)))
    walk = walker(orne.firefighter)
    walk.get(f"/signaler/{draft.id}/recit/")
    warned = walk.answer("recit", narrative="Vue avec Mme Inventée au 06 12 34 56 78")
    assert walk.step == "recit"
    assert "reconnaître quelqu’un" in warned.content.decode()
    walk.answer("recit")
    assert walk.step != "recit"


def test_the_commune_is_chosen_from_a_list_that_needs_no_script(walker, orne):
    draft = make_draft(orne.firefighter, minor_content(orne.commune, commune="", answered=("danger",)))
    walk = walker(orne.firefighter)
    walk.get(f"/signaler/{draft.id}/commune/")
    found = walk.answer("commune", typed="mortagne")
    assert walk.step == "commune"
    buttons = path_form(found, walk.at).buttons
    assert ("commune", "61293") in buttons
    nothing = walk.answer("commune", typed="zzzzzz")
    assert "Aucune commune trouvée" in nothing.content.decode()
    assert walk.answer("commune", typed="").status_code == 422
    assert walk.answer("commune", commune="00000").status_code == 422
    walk.answer("commune", commune="61293")
    assert walk.step != "commune"


def test_the_search_fragment_is_asked_by_post_alone(walker, orne):
    client = walker(orne.firefighter).client
    assert client.get("/signaler/communes/", {"typed": "alen"}).status_code == 405
    found = client.post("/signaler/communes/", {"typed": "alen"})
    assert 'value="61001"' in found.content.decode()


def test_incomplete_drafts_say_what_is_missing_and_cant_be_sent(walker, orne):
    draft = make_draft(orne.firefighter, minor_content(orne.commune, age=None, answered=("danger", "origine")))
    walk = walker(orne.firefighter)
    page = walk.get(f"/signaler/{draft.id}/verifier/")
    links = Page(page.content.decode()).links
    assert f"/signaler/{draft.id}/age/" in links
    assert "envoyer/" not in page.content.decode()
    refused = walk.client.post(f"/signaler/{draft.id}/envoyer/", {"version": 1})
    assert refused.status_code == 422
    assert not Report.objects.exists()


def test_a_required_recipient_cant_be_left_out_by_hand(walker, orne):
    walk = walker(orne.firefighter)
    page = walk_minor(walk)
    form = path_form(page, f"/signaler/{walk.draft_id}/envoyer/")
    refused = walk.send(form, chosen=[])
    assert refused.status_code == 422
    assert "obligatoire" in refused.content.decode()
    assert not Report.objects.exists()


def test_discarding_asks_and_destroys(walker, orne):
    draft = make_draft(orne.firefighter, minor_content(orne.commune))
    walk = walker(orne.firefighter)
    asked = walk.get(f"/signaler/{draft.id}/supprimer/")
    assert Draft.objects.exists()
    walk.send(path_form(asked, walk.at))
    assert not Draft.objects.exists()
    assert walk.at == "/"


@pytest.mark.guardrail("G6")
def test_what_is_typed_stands_in_no_address_mail_log_or_clear_column(walker, orne, caplog, django_db_blocker):
    canary = "Kanarienvogel"
    walk = walker(orne.firefighter)
    page = walk_minor(walk, narrative=f"{canary} récit", identity=f"{canary} identité")
    visited = [walk.at, *(address for form in Page(page.content.decode()).forms for address in [form.action])]
    walk.send(path_form(page, f"/signaler/{walk.draft_id}/envoyer/"))
    visited.append(walk.at)
    assert not any(canary in unquote(address) for address in visited)
    assert canary not in caplog.text
    assert all(canary not in message.body + message.subject for message in mail.outbox)
    assert canary not in _clear_columns()


def _clear_columns() -> str:
    from django.apps import apps

    rows = (
        str(list(model.objects.values_list()))
        for model in apps.get_models()
        if model._meta.app_label in {"reports", "journal", "accounts", "vault", "procrastinate"}
    )
    return "".join(rows)
