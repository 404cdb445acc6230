"""Writing a referral, screen by screen."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from maillon.accounts.models import Session
from maillon.directory.enums import Need
from maillon.referrals.enums import Basis, ParentsReason, PartKind, StepState
from maillon.referrals.models import Draft, Referral
from tests.accounts.factories import make_membership, sign_in
from tests.directory.offers import make_service
from tests.portals.pro.referrals.walking import CONTACT, SITUATION, Walker, refers
from tests.reports.factories import AT, adult_content, make_report, transmission_to


def test_it_is_written_screen_by_screen_and_goes_to_the_first_service(referrer, scene):
    referral = refers(referrer, scene.shelter, scene.other)
    assert "Demande envoyée" in referrer.page
    assert [step.service for step in referral.steps.order_by("position")] == [scene.shelter, scene.other]
    assert [step.state for step in referral.steps.order_by("position")] == [StepState.PROPOSED, StepState.PLANNED]
    assert {part.kind for part in referral.parts.all()} == {PartKind.SITUATION, PartKind.CONTACT}
    assert referral.consents.count() == 2
    assert not Draft.objects.exists()


def test_what_was_read_to_her_is_what_is_kept(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.shelter])
    referrer.answers(f"contenu-{scene.shelter.pk}", parts=["situation", "contact"])
    shown = referrer.page
    referrer.answers(f"accord-{scene.shelter.pk}", language="fr", how="written", given_on="2026-11-20")
    referrer.writes()
    consent = referrer.sends().consents.get()
    assert consent.wording in shown
    assert (consent.how, consent.language) == ("written", "fr")
    assert str(consent.given_at.date()) == "2026-11-20"


def test_her_agreement_is_needed_and_a_day_to_come_is_none(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.shelter])
    referrer.answers(f"contenu-{scene.shelter.pk}", parts=["needs"])
    here = referrer.at
    assert referrer.post(here, language="fr", given_on="2026-11-23").status_code == 422
    assert "Dites comment elle a donné son accord" in referrer.page
    assert referrer.post(here, language="fr", how="spoken", given_on="2026-12-24").status_code == 422
    assert "n’est pas encore venu" in referrer.page
    assert 'value="2026-12-24"' in referrer.page


def test_the_text_is_shown_in_her_language_before_she_answers(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.shelter])
    referrer.answers(f"contenu-{scene.shelter.pk}", parts=["needs"])
    answer = referrer.post(act="show", language="ro", how="spoken", given_on="2026-11-23")
    assert answer.status_code == 200
    assert "un interprète le lui dit" in referrer.page
    assert referrer.step.startswith("accord")


def test_her_no_takes_the_service_out_of_the_line(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.shelter, scene.other])
    referrer.answers(f"contenu-{scene.shelter.pk}", parts=["situation"])
    referrer.answers(f"accord-{scene.shelter.pk}", act="decline")
    assert referrer.step == f"contenu-{scene.other.pk}"


def test_other_parts_ask_for_her_agreement_anew(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.shelter])
    referrer.hears_her_agree(scene.shelter)
    told = referrer.at.replace("mots-situation", f"contenu-{scene.shelter.pk}")
    referrer.get(told)
    referrer.post(parts=["situation"])
    assert referrer.step == f"accord-{scene.shelter.pk}"


def test_without_situation_or_needs_nobody_could_answer(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.shelter])
    assert referrer.post(parts=["contact"]).status_code == 422
    assert "Cochez au moins la situation ou les besoins" in referrer.page
    assert 'value="contact" ' in referrer.page


def test_services_are_moved_up_and_taken_out(referrer, scene):
    referrer.says_who()
    assert "Répond à" in referrer.page
    assert "À vol d’oiseau" in referrer.page or "à vol d’oiseau" in referrer.page
    for service in (scene.shelter, scene.other):
        referrer.answers("services", act=f"add:{service.pk}")
    referrer.answers("services", act=f"up:{scene.other.pk}")
    assert referrer.page.index(scene.other.name) < referrer.page.index(scene.shelter.name)
    referrer.answers("services", act=f"drop:{scene.other.pk}")
    referrer.answers("services", act="go_on")
    assert referrer.step == f"contenu-{scene.shelter.pk}"


def test_without_a_service_the_screen_says_what_to_do(referrer, scene):
    referrer.says_who()
    assert referrer.post(act="go_on").status_code == 422
    assert "Choisissez au moins un service" in referrer.page
    assert referrer.post(act="add:nonsense").status_code == 422


def test_a_service_without_an_account_is_asked_by_an_address(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.by_link])
    assert referrer.step == f"adresse-{scene.by_link.pk}"
    assert scene.by_link.email in referrer.page
    assert referrer.post(email="nulle part").status_code == 422
    assert "nulle part" in referrer.page
    referrer.hears_her_agree(scene.by_link)
    referrer.writes()
    step = referrer.sends().steps.get()
    assert (step.recipient, step.contact_email) == (None, scene.by_link.email)
    assert "rien ne lui est parvenu" in referrer.page


def test_of_a_minor_no_agreement_is_asked_and_the_law_chooses(referrer, scene):
    referrer.says_who(minor=True)
    assert "La loi ne permet pas de lui parler d’une personne mineure" in referrer.page
    assert referrer.post(act=f"add:{scene.by_link.pk}").status_code == 422
    referrer.chooses([scene.council])
    referrer.answers("parents", answer=ParentsReason.INVOLVED)
    assert referrer.step == f"contenu-{scene.council.pk}"
    assert "Son accord n’est pas demandé" in referrer.page
    referrer.post(parts=["situation", "contact"])
    referrer.writes()
    referral = referrer.sends()
    assert (referral.basis, referral.parents_informed) == (Basis.CHILD_PROTECTION, False)
    assert not referral.consents.exists()


def test_a_commune_that_does_not_exist_is_said_to(referrer):
    referrer.begins()
    referrer.answers("besoins", ticked=["shelter"])
    referrer.answers("age", answer="adult")
    assert referrer.answers("commune", commune="99999").status_code == 422
    assert "Cette commune n’existe pas." in referrer.page


def test_what_limits_her_stands_in_no_table_in_clear(referrer, scene):
    referrer.begins()
    referrer.answers("besoins", ticked=["shelter"])
    referrer.answers("age", answer="adult")
    referrer.answers("commune", typed="alenc")
    referrer.post(commune="61001")
    referrer.answers("contraintes", ticked=["without_papers"])
    referrer.answers("langue", ticked=["ar"])
    referrer.answers("delai", answer="yes")
    referrer.chooses([scene.shelter])
    referrer.hears_her_agree(scene.shelter)
    referrer.writes()
    referral = referrer.sends()
    clear = " ".join(str(getattr(referral, field.name)) for field in Referral._meta.concrete_fields)
    assert "without_papers" not in clear
    assert SITUATION not in clear
    assert referral.urgent


def test_her_code_is_shown_until_it_is_sent_and_no_more(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.shelter])
    referrer.hears_her_agree(scene.shelter)
    referrer.answers("mots-situation", text=SITUATION)
    referrer.answers("mots-contact", text=CONTACT)
    referrer.answers("suivi", answer="yes")
    code = referrer.page.split('class="code-words"')[1].split("</ol>")[0]
    assert code.count("<li>") == 8
    referrer.answers("code", code_language="ro")
    referral = referrer.sends()
    assert referral.code_key is not None
    assert 'class="code-words"' not in referrer.page


def test_it_comes_from_a_report_with_what_is_known(scene):
    report = make_report(scene.orne, content=adult_content(scene.orne.commune))
    received = transmission_to(report, scene.orne.association)
    reader = Walker(sign_in(Client(), scene.orne.association.reader.membership))
    begins = reverse("pro:referral_from_report", args=[report.pk])
    assert reader.client.get(begins).status_code == 404
    reader.client.post(reverse("pro:transmission_open", args=[received.pk]), {"reason": "handling"})
    reader.client.get(reverse("pro:transmission_content", args=[received.pk]))
    assert begins in reader.client.get(reverse("pro:transmission", args=[received.pk])).content.decode()
    reader.post(begins)
    reader.answers("besoins", ticked=["legal"])
    assert reader.step == "contraintes"
    stranger = sign_in(Client(), scene.second.reader.membership)
    assert stranger.get(begins).status_code == 404


def test_a_draft_is_taken_up_again_by_its_author_alone_and_thrown_away(referrer, scene):
    referrer.begins()
    referrer.answers("besoins", ticked=["shelter"])
    draft = Draft.objects.get()
    resume = reverse("pro:referral_resume", args=[draft.pk])
    stranger = sign_in(Client(), make_membership(scene.second.organisation))
    assert stranger.get(resume).status_code == 404
    referrer.get(reverse("pro:referrals"))
    assert resume in referrer.page
    referrer.get(resume)
    assert referrer.step == "age"
    referrer.get(reverse("pro:referral_discard", args=[draft.pk]))
    referrer.post()
    assert not Draft.objects.exists()


def test_sent_twice_it_is_one(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.shelter])
    referrer.hears_her_agree(scene.shelter)
    referrer.writes()
    send = referrer.at.replace("relire", "envoyer")
    first = referrer.sends()
    referrer.post(send)
    assert referrer.step == "referral_sent"
    assert Referral.objects.get() == first


@pytest.mark.parametrize("slug", ["nonsense", "contenu-nonsense", "parents"])
def test_an_address_off_the_path_leads_back_or_nowhere(referrer, scene, slug):
    referrer.begins()
    answer = referrer.get(referrer.at.replace("besoins", slug))
    assert answer.status_code == 404 if slug == "nonsense" else referrer.step == "besoins"


def test_what_was_typed_when_the_session_had_ended_comes_back(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.shelter])
    referrer.hears_her_agree(scene.shelter)
    here, member = referrer.at, referrer.client
    membership = Draft.objects.get().author
    Session.objects.all().delete()
    assert "/connexion/" in member.post(here, {"text": "Des mots longs à retrouver."})["Location"]
    again = sign_in(Client(), membership)
    for name in (settings.SESSION_COOKIE_NAME, settings.KEY_COOKIE_NAME):
        member.cookies[name] = again.cookies[name].value
    shown = member.get(here).content.decode()
    assert "Des mots longs à retrouver." in shown
    assert "Votre session avait expiré" in shown


def to_the_words(referrer, scene):
    """To the screen where the situation is written."""
    referrer.says_who()
    referrer.chooses([scene.shelter])
    referrer.hears_her_agree(scene.shelter)
    return referrer.at


def test_an_older_version_is_refused_and_both_are_shown(referrer, scene):
    here = to_the_words(referrer, scene)
    phone = Walker(referrer.client)
    phone.get(here)
    referrer.post(here, text="Écrit au bureau")
    both = phone.post(text="Écrit au téléphone")
    assert both.status_code == 409
    assert "Écrit au bureau" in phone.page
    assert "Écrit au téléphone" in phone.page
    assert "rien n’a été écrasé" in phone.page
    chosen = {"text": "Écrit au téléphone"}
    assert 'name="text"' in phone.page
    assert "Écrit au bureau" in referrer.get(here).content.decode()
    phone.post(here, **chosen)
    assert "Écrit au téléphone" in referrer.get(here).content.decode()


def test_a_second_tap_is_no_conflict(referrer, scene):
    referrer.says_who()
    referrer.chooses([scene.shelter])
    referrer.answers(f"contenu-{scene.shelter.pk}", parts=["situation", "contact"])
    here, agreed = referrer.at, {"language": "fr", "how": "spoken", "given_on": "2026-11-23"}
    stale = re.search(r'name="version" value="(\d+)"', referrer.page)[1]
    referrer.post(here, **agreed)
    assert referrer.post(here, version=stale, **agreed).status_code == 200
    assert referrer.step == "mots-situation"


def test_words_for_a_question_that_another_device_has_done_away_with_are_shown(referrer, scene):
    here = to_the_words(referrer, scene)
    phone = Walker(referrer.client)
    phone.get(here)
    referrer.get(here.replace("mots-situation", f"contenu-{scene.shelter.pk}"))
    referrer.post(parts=["needs"])
    both = phone.post(text="Écrit au téléphone")
    assert both.status_code == 409
    assert "Écrit au téléphone" in phone.page
    assert "Cette question ne se pose plus" in phone.page


def test_what_was_changed_since_it_was_read_again_is_not_sent(referrer, scene):
    to_the_words(referrer, scene)
    referrer.writes()
    desk = Walker(referrer.client)
    desk.get(referrer.at.replace("relire", "mots-situation"))
    desk.post(text="Écrit au bureau")
    send = referrer.at.replace("relire", "envoyer")
    answer = referrer.post(send)
    assert answer.status_code == 409
    assert "Écrit au bureau" in referrer.page
    assert not Referral.objects.exists()
    referrer.at = send.replace("envoyer", "relire")
    assert referrer.sends().parts.exists()


def test_a_service_is_found_by_the_beginning_of_its_name_without_accents(referrer, scene):
    referrer.says_who()
    referrer.post(act="search", looked_for="accueil secon")
    assert referrer.step == "services"
    found = referrer.page.split('id="liste"')[1]
    assert scene.other.name in found
    assert scene.shelter.name not in found
    assert "Répond à tout ce qui est demandé" in found
    assert 'value="accueil secon"' in found
    referrer.post(act=f"add:{scene.other.pk}", looked_for="accueil secon")
    assert scene.other.name in referrer.page.split('id="liste"')[0]
    assert scene.shelter.name in referrer.page.split('id="liste"')[1]


def test_a_service_found_by_name_says_why_it_can_not_be_chosen(referrer, scene):
    beyond = make_service(name="Écoute du Calvados", zone=("D14",), needs=(Need.SHELTER,), at=AT)
    unfit = make_service(name="Cours de français", needs=(Need.FRENCH,), at=AT)
    referrer.says_who()
    for sought, service, why in (
        ("ecoute calv", beyond, "n’intervient pas dans cette commune"),
        ("cours franc", unfit, "Ne répond pas à"),
    ):
        referrer.post(act="search", looked_for=sought)
        assert service.name in referrer.page
        assert why in referrer.page
        assert f"add:{service.pk}" not in referrer.page
        assert referrer.post(act=f"add:{service.pk}", looked_for=sought).status_code == 422
    referrer.post(act="search", looked_for="rien de tel")
    assert "Aucun autre service de ce nom" in referrer.page
