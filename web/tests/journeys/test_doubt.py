"""From a doubt to advice, trade by trade, on a phone: what it shows, what it costs, what it leaves."""

import json
from pathlib import Path

import pytest

from maillon.guidance.enums import Trade
from maillon.guidance.rulebook import load
from tests.journeys.browsers import PHONE
from tests.journeys.people import Person
from tests.journeys.test_three_minutes import DECIDING, PRESSING

RESULTS = Path(__file__).resolve().parents[3] / "test-results" / "doubt.json"
MOST_SECONDS = 60
# Silent reading, 238 words a minute (Brysbaert, Journal of Memory and Language 109, 2019): the signs are read whole.
READING = 60 / 238
SEEN = 3


def doubts(person, trade):
    """From the first question to the advice, with three signs seen. Returns how many words of signs there are."""
    person.goes_to("/doute/")
    for answer in (load().word(trade), "Non", "De 15 à 17 ans"):
        person.leads_on(person.button(answer, exact=True))
    signs = person.main.locator(".sign-asked:visible legend").all_inner_texts()
    for place in range(SEEN):
        person.answers_sign(place, "Vu ou entendu")
    person.presses("Voir le conseil")
    return sum(len(sign.split()) for sign in signs)


@pytest.fixture(scope="module")
def log():
    """What each trade's way took, kept for whoever wants to see it."""
    rows = {}
    yield rows
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")


@pytest.mark.parametrize("trade", Trade)
def test_every_trade_comes_to_advice_within_a_minute_and_leaves_nothing(page, product, trade, log, record_property):
    person = Person(page, product.public_url)
    read = doubts(person, trade)
    person.sees("Ce que vous pouvez faire", "Qui appeler, quoi dire, quoi ne pas faire", "CRIP")
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    seconds = person.screens * DECIDING + person.taps * PRESSING + read * READING
    log[trade.value] = {"taps": person.taps, "words": read, "seconds": round(seconds)}
    record_property("measured", f"from a doubt to advice, {trade.value}: {person.taps} taps, {seconds:.0f} s")
    assert seconds < MOST_SECONDS


def test_without_scripts_and_by_way_of_danger(open_page, product):
    person = Person(open_page(viewport=PHONE, java_script_enabled=False), product.public_url, judged=False)
    person.goes_to("/doute/")
    person.presses("Établissement scolaire")
    person.presses("Oui, ou je ne sais pas")
    person.sees("Appelez d’abord")
    person.presses("Les secours sont prévenus")
    person.presses("Majeure")
    person.presses("Rien de cela")
    person.sees("Rien qui suffise", "Ce que vous pouvez faire")
    person.presses("Revoir les signes")
    person.sees("Qu’avez-vous remarqué")


def test_in_english_it_stays_in_english(page, product):
    person = Person(page, product.public_url)
    person.goes_to("/en/doute/")
    person.leads_on(person.main.locator("button.answer").first)
    assert person.at == "/en/doute/"
