"""The whole path in a browser that runs no script, with the fingers that people have."""

import pytest

from tests.journeys.browsers import PHONE
from tests.journeys.pages import MINOR_IN_A_HOTEL, begins, finds_commune, sends, tells_the_rest, ticks_signs
from tests.journeys.people import Person


@pytest.fixture
def firefighter(open_page, product):
    opened = open_page(viewport=PHONE, has_touch=True, is_mobile=True, java_script_enabled=False)
    return Person(opened, product.pro_url, judged=False)


def begins_to_answer(person):
    person.enters_as("Camille Roussel")
    begins(person)
    person.presses(MINOR_IN_A_HOTEL.origin)
    person.presses(MINOR_IN_A_HOTEL.age)
    person.presses("Non")
    ticks_signs(person, 2)


def reaches_the_review(person):
    begins_to_answer(person)
    finds_commune(person, "Alençon", without_scripts=True)
    person.presses(MINOR_IN_A_HOTEL.place)
    person.presses(MINOR_IN_A_HOTEL.when)
    tells_the_rest(person, MINOR_IN_A_HOTEL)
    person.sees("Vérifier et envoyer")


def sent_links(person):
    person.goes_to("/signalements/")
    return person.main.get_by_role("link").all_inner_texts()


@pytest.mark.guardrail("G10")
def test_a_report_is_written_and_sent(firefighter):
    reaches_the_review(firefighter)
    number = sends(firefighter)
    assert number in sent_links(firefighter)


def test_a_commune_is_found_by_postal_code_and_without_accents(firefighter):
    begins_to_answer(firefighter)
    firefighter.types("Dans quelle commune", "61000")
    firefighter.presses("Chercher")
    firefighter.sees("Alençon")
    firefighter.types("Dans quelle commune", "saint germain du corbeis")
    firefighter.presses("Chercher")
    firefighter.sees("Saint-Germain-du-Corbéis")
    firefighter.types("Dans quelle commune", "xqzw")
    firefighter.presses("Chercher")
    firefighter.sees("Aucune commune trouvée")


def test_a_double_tap_sends_one_report(firefighter):
    firefighter.enters_as("Camille Roussel")
    before = len(sent_links(firefighter))
    reaches_the_review(firefighter)
    # The second tap gives up the first answer while it is on its way: the wait is for the page, not for a navigation.
    firefighter.button("Envoyer le signalement").dblclick(no_wait_after=True)
    firefighter.sees("Signalement envoyé")
    assert len(sent_links(firefighter)) == before + 1


def test_the_back_button_and_the_way_forward_keep_every_answer(firefighter):
    reaches_the_review(firefighter)
    for _ in range(3):
        firefighter.goes_back()
    firefighter.follows("Question précédente")
    firefighter.goes_to(firefighter.at)
    firefighter.follows("Revenir à la vérification")
    firefighter.unfolds("Relire et corriger mes réponses")
    firefighter.sees("Alençon", "Un hôtel", "Aujourd’hui", MINOR_IN_A_HOTEL.words)


def test_an_answer_changed_after_going_back_is_the_one_that_counts(firefighter):
    reaches_the_review(firefighter)
    firefighter.unfolds("Relire et corriger mes réponses")
    place = firefighter.main.locator("dl div", has_text="Un hôtel").get_by_role("link")
    firefighter.leads_on(place)
    firefighter.presses("Un véhicule")
    firefighter.sees("Vérifier et envoyer")
    firefighter.unfolds("Relire et corriger mes réponses")
    firefighter.sees("Un véhicule", MINOR_IN_A_HOTEL.words)
