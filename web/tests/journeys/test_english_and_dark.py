"""The main screens in English, on a dark screen, small and large."""

import pytest

from tests.journeys.both_widths import AtBothWidths
from tests.journeys.browsers import PHONE
from tests.journeys.people import Person

LEAD, ADMINISTRATOR = "Charlie Blanchard", "Swann Robin"
SCREENS = {
    "/": "Report a situation",
    "/signaler/": "Is anyone in immediate danger?",
    "/signaler/urgence/": "Call first",
    "/signalements/": "My reports",
    "/boite/": "Reports received",
    "/membres/": "Members",
    "/membres/inviter/": "Invite",
    "/profil/": "My account",
    "/regles/": "all the rules",
    "/regles/sources/": "",
    "/regles/fondements/": "",
    "/regles/numeros/": "",
    "/regles/signes/": "",
}
FRENCH = ["Signaler une situation", "Se déconnecter", "Mes signalements", "Règles", "Question précédente", "Envoyer"]
MOST_SCREENS = 25


@pytest.fixture
def reader(open_page, product):
    return in_english(AtBothWidths(open_page(viewport=PHONE, color_scheme="dark"), product.pro_url))


@pytest.fixture
def reporter(open_page, product):
    return in_english(Person(open_page(viewport=PHONE, color_scheme="dark"), product.pro_url))


def in_english(person):
    person.goes_to("/connexion/")
    person.leads_on(person.page.locator("footer").get_by_role("button", name="English"))
    person.sees("Sign in")
    return person


def enters_as(person, name):
    person.goes_to("/connexion/demonstration/")
    person.leads_on(person.main.locator("li", has_text=name).get_by_role("button"))


def test_the_main_screens_speak_english_and_are_readable_in_the_dark(reader):
    enters_as(reader, LEAD)
    for path, words in SCREENS.items():
        reader.goes_to(path)
        reader.sees(words)
        reader.does_not_see(*FRENCH)
        assert reader.page.locator("html").get_attribute("lang") == "en"


def test_a_received_report_in_english(reader):
    enters_as(reader, LEAD)
    reader.goes_to("/boite/")
    reader.leads_on(reader.main.locator("tbody a").first)
    reader.does_not_see(*FRENCH)
    reader.ticks("")
    reader.leads_on(reader.main.locator("form[action$='/ouvrir/'] button"))
    reader.does_not_see(*FRENCH)


def test_the_administration_in_english(reader):
    enters_as(reader, ADMINISTRATOR)
    reader.leads_on(reader.main.get_by_role("link").first)
    rooms = [link.get_attribute("href") for link in reader.page.locator("nav.main-nav a").all()]
    assert len(rooms) > 1
    for room in rooms:
        reader.goes_to(room)
        reader.does_not_see(*FRENCH)


def answers_anything(person):
    """Goes on from one question, whichever it is."""
    if "/commune/" in person.at:
        person.page.locator("#id_typed").fill("Argentan")
        person.leads_on(person.main.locator("button[name=commune]").first)
    elif person.main.locator("button.answer").count():
        person.leads_on(person.main.locator("button.answer").last)
    else:
        person.leads_on(person.main.locator(".actions button").first)


def test_a_report_in_english(reporter):
    enters_as(reporter, "Noa Perrin")
    reporter.goes_to("/signaler/")
    for _ in range(MOST_SCREENS):
        answers_anything(reporter)
        reporter.does_not_see(*FRENCH)
        if reporter.at.endswith("/verifier/"):
            break
    reporter.sees("Check and send")
    reporter.presses("Send the report")
    reporter.sees("Report sent")
    reporter.does_not_see(*FRENCH)
