"""Without a signal: a doubt is answered, a report is written, sealed, and handed over when the signal comes back."""

import pytest

from tests.journeys.browsers import DESKTOP
from tests.journeys.field import PIN, InTheField
from tests.journeys.pages import finds_commune
from tests.journeys.people import Person

WORDS = "Canari 5e1d : un homme attend devant la chambre."
PLACE = "Canarville-sur-Orne"
REPORTER = "Noa Perrin"
SENDING = "**/hors-ligne/envoyer/"
STATE = "**/hors-ligne/etat/"


@pytest.fixture
def person(page, product):
    return Person(page, product.pro_url, judged=False)


@pytest.fixture
def field(page, product):
    return InTheField(page, product.pro_url)


@pytest.fixture
def installed(person, field):
    person.enters_as(REPORTER)
    field.installs()
    return field


def has_a_doubt(field):
    field.taps("J’ai un doute", "danger immédiat")
    field.taps("Non", "Quel âge")
    field.taps("15 à 17 ans", "Qu’avez-vous remarqué")
    for answers in field.page.locator(".sign-answers").all()[:4]:
        answers.get_by_text("Vu ou entendu").click()
    field.taps("Voir le conseil", "Ce que vous pouvez faire")


def writes_a_report(field):
    field.taps("Écrire un signalement", "danger immédiat")
    field.taps("Non", "Comment l’avez-vous su")
    field.taps("Je l’ai vu ou entendu", "Quel âge")
    field.taps("15 à 17 ans, c’est certain", "grave")
    field.taps("Non", "Qu’avez-vous remarqué")
    field.page.locator(".sign-answer").first.click()
    field.taps("Continuer", "Dans quelle commune")
    field.page.get_by_role("textbox").fill(PLACE)
    field.taps("Continuer", "genre de lieu")
    field.taps("Un hôtel", "Quand")
    field.taps("Aujourd’hui", "Avec vos mots")
    field.page.get_by_role("textbox").fill(WORDS)
    field.taps("Continuer", "Garder pour l’envoi")
    field.taps("Garder pour l’envoi", "Gardé")


def test_a_doubt_is_answered_without_a_signal(installed):
    installed.loses_the_signal()
    installed.opens()
    installed.sees("Pas de réseau")
    has_a_doubt(installed)
    installed.sees("Qui appeler, quoi dire, quoi ne pas faire", "Ce que dit la loi", "119")


def test_any_page_that_is_not_reached_leads_to_the_one_that_was_kept(installed):
    installed.loses_the_signal()
    installed.opens("/signalements/")
    installed.sees("Sur le terrain, même sans réseau")


def test_a_report_is_kept_sealed_and_becomes_a_draft_once(installed, person):
    installed.loses_the_signal()
    installed.opens()
    writes_a_report(installed)
    kept = installed.dump()
    assert installed.waiting() == 1
    for canary in (WORDS, WORDS[:12], PLACE):
        assert [where for where, what in kept if canary in what] == []
    # Codes stand in the rulebook too, which is kept for everybody.
    for code in ("15_17", "witnessed", "lodging", "today"):
        assert [where for where, what in kept if code in what and not where.startswith("cache")] == []
    for name in (REPORTER, "Hôpital de démonstration", 'name="csrf'):
        assert [where for where, what in kept if name in what] == []
    installed.has_a_signal()
    installed.sees("Arrivé sur le serveur")
    assert installed.waiting() == 0
    person.follows("Un signalement vous attend")
    person.sees("Dans quelle commune")
    person.goes_to("/")
    assert person.page.get_by_role("link", name="Brouillon").count() >= 1


def test_the_list_of_what_waits_needs_the_pin_and_sending_does_not(installed):
    installed.loses_the_signal()
    installed.opens()
    writes_a_report(installed)
    installed.taps("Revenir au début", "Sur le terrain")
    installed.taps("Ce qui attend le réseau", "Ce qui attend")
    for left in (9, 8):
        installed.writes("Votre code", "000000")
        installed.taps("Ouvrir la liste", "Ce qui attend")
        installed.sees(f"Essais restants : {left}")
    assert installed.page.get_by_role("button", name="Supprimer").count() == 0
    installed.writes("Votre code", PIN)
    installed.taps("Ouvrir la liste", "Ce qui attend")
    installed.sees("Signalement écrit le")
    installed.taps("Supprimer", "Supprimer ce signalement")
    installed.taps("Le garder", "Ce qui attend")
    installed.has_a_signal()
    installed.sees("Arrivé sur le serveur")


def test_after_ten_wrong_pins_the_list_is_shut_for_good_and_what_waits_still_goes_out(installed):
    installed.loses_the_signal()
    installed.opens()
    writes_a_report(installed)
    installed.judged = False
    installed.taps("Revenir au début", "Sur le terrain")
    installed.taps("Ce qui attend le réseau", "Ce qui attend")
    for left in range(9, 0, -1):
        installed.writes("Votre code", "000000")
        installed.taps("Ouvrir la liste", "Ce qui attend")
        installed.sees(f"Essais restants : {left}")
    installed.writes("Votre code", "000000")
    installed.taps("Ouvrir la liste", "La liste est fermée")
    installed.opens()
    installed.taps("Ce qui attend le réseau", "La liste est fermée")
    installed.has_a_signal()
    installed.sees("Arrivé sur le serveur")


def test_a_session_that_ran_out_loses_nothing(installed, person):
    installed.loses_the_signal()
    installed.opens()
    writes_a_report(installed)
    installed.context.clear_cookies(name="session")
    installed.has_a_signal()
    installed.sees("Le réseau est là", "se connecter")
    assert installed.waiting() == 1
    person.enters_as(REPORTER)
    installed.opens_with_a_signal_that_is_worth_nothing(STATE)
    installed.sees("Arrivé sur le serveur")
    assert installed.waiting() == 0


def test_a_lost_answer_makes_no_second_draft(installed, person):
    drafts = count_of_drafts(person)
    installed.loses_the_signal()
    installed.opens()
    writes_a_report(installed)
    installed.loses_the_answer(SENDING)
    assert installed.waiting() == 1
    installed.hears_of_a_signal_while_a_contact_hangs(STATE)
    installed.sees("Arrivé sur le serveur")
    assert count_of_drafts(person) == drafts + 1


def test_signed_out_everywhere_the_device_is_empty_after_its_next_contact(installed, open_page, product):
    installed.loses_the_signal()
    installed.opens()
    writes_a_report(installed)
    elsewhere = Person(open_page(viewport=DESKTOP), product.pro_url, judged=False)
    elsewhere.enters_as(REPORTER)
    elsewhere.goes_to("/profil/")
    elsewhere.presses("Me déconnecter partout ailleurs")
    installed.has_a_signal()
    installed.sees("Cet appareil a été vidé")
    assert installed.left() == {"databases": 0, "caches": 0, "workers": 0, "items": 0}


def test_what_was_gone_on_with_on_another_device_is_shown_and_not_overwritten(installed, open_page, product):
    installed.loses_the_signal()
    installed.opens()
    writes_a_report(installed)
    installed.loses_the_answer(SENDING)
    elsewhere = Person(open_page(viewport=DESKTOP), product.pro_url, judged=False)
    elsewhere.enters_as(REPORTER)
    elsewhere.follows("Brouillon, modifié")
    finds_commune(elsewhere, "Argentan")
    installed.opens()
    installed.sees("continué depuis sur un autre appareil", "Rien n’a été écrasé")


def count_of_drafts(person):
    person.goes_to("/")
    return person.page.get_by_role("link", name="Brouillon, modifié").count()
