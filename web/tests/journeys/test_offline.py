"""Without a signal: a doubt is answered, a report is written, sealed, and handed over when the signal comes back."""

import pytest

from tests.journeys.field import InTheField
from tests.journeys.people import Person

WORDS = "Canari 5e1d : un homme attend devant la chambre."
PLACE = "Canarville-sur-Orne"
REPORTER = "Noa Perrin"


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
    field.page.locator(".choice label").first.click()
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
    assert "parcels" in kept
    assert any("MLO" in text for text in kept)
    for canary in (WORDS, WORDS[:12], PLACE, "15_17", "witnessed", "lodging"):
        everywhere_else = [text for text in kept if "words" not in text]
        assert not [text for text in everywhere_else if canary in text], canary
    installed.has_a_signal()
    installed.sees("Arrivé sur le serveur")
    assert "MLO" not in "".join(installed.dump())
    person.follows("Un signalement vous attend")
    person.sees("Dans quelle commune")
    person.goes_to("/")
    assert person.page.get_by_role("link", name="Brouillon").count() >= 1
