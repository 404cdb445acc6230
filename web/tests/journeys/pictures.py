"""The pictures of docs/pictures/: `python -m pytest web/tests/journeys/pictures.py` takes them anew.

Not named as a test, so that it runs only when asked for. Fails when a picture grows too heavy to be read on a phone.
"""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.journeys.browsers import DESKTOP, PHONE
from tests.journeys.pages import MINOR_IN_A_HOTEL, answers, begins, sends
from tests.journeys.people import Person
from tests.journeys.test_referral import CLINIC, DAY_CARE, comes_to_the_services, hears_her_agree, writes_and_sends

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "pictures"
HEAVIEST = 150_000
COLOURS = 128


def keeps(person: Person, name: str) -> None:
    """Writes what the window shows, in few colours."""
    # What has the focus would look chosen.
    person.page.evaluate("document.activeElement.blur()")
    shot = Image.open(BytesIO(person.page.screenshot()))
    file = FOLDER / f"{name}.png"
    shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    assert file.stat().st_size < HEAVIEST, f"{name} weighs {file.stat().st_size} bytes"


def looks_at(person: Person, text: str) -> None:
    """Scrolls until this stands at the top of the window."""
    person.main.get_by_text(text).first.evaluate("shown => shown.scrollIntoView({block: 'start', behavior: 'instant'})")


@pytest.fixture
def phone(open_page, product):
    opened = open_page(viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    return Person(opened, product.pro_url, judged=False)


@pytest.fixture
def computer(open_page, product):
    return Person(open_page(viewport=DESKTOP), product.pro_url, judged=False)


def test_the_public_door(phone, product):
    Person(phone.page, product.public_url, judged=False).goes_to("/")
    keeps(phone, "public-door")


def test_the_card_of_a_trade(phone, product):
    Person(phone.page, product.public_url, judged=False).goes_to("/fiches/fire_rescue/")
    keeps(phone, "card")


def test_a_report_on_a_phone(phone):
    phone.enters_as("Camille Roussel")
    phone.follows("Signaler une situation")
    keeps(phone, "report-danger")
    phone.follows("Oui, ou je ne sais pas")
    keeps(phone, "report-emergency")
    phone.goes_to("/")
    begins(phone)
    phone.presses(MINOR_IN_A_HOTEL.origin)
    keeps(phone, "report-age")
    phone.presses(MINOR_IN_A_HOTEL.age)
    phone.presses(MINOR_IN_A_HOTEL.grave)
    phone.answers_sign(1, "Vu ou entendu")
    phone.answers_sign(2, "Vu ou entendu")
    keeps(phone, "report-signs")


def test_what_the_law_asks_and_the_receipt(phone):
    phone.enters_as("Camille Roussel")
    begins(phone)
    answers(phone, MINOR_IN_A_HOTEL)
    keeps(phone, "report-review")
    sends(phone)
    keeps(phone, "report-receipt")


def test_the_recipient_at_a_desk(computer):
    computer.enters_as("Charlie Blanchard")
    computer.goes_to("/boite/")
    keeps(computer, "inbox")
    computer.leads_on(computer.main.locator("tbody a").first)
    keeps(computer, "received-report")
    computer.goes_to("/regles/")
    keeps(computer, "rules")


def test_following_somebody(computer, phone):
    computer.enters_as("Lou Garnier")
    computer.goes_to("/accompagnements/")
    keeps(computer, "cases")
    phone.enters_as("Lou Garnier")
    phone.goes_to("/accompagnements/")
    phone.follows("Lune")
    phone.ticks("J’accompagne la personne")
    phone.presses("Ouvrir", exact=True)
    keeps(phone, "case")


def test_a_referral_and_the_service_that_is_asked(phone, computer):
    comes_to_the_services(phone, "Être écoutée", "Santé")
    for service in (CLINIC, DAY_CARE):
        phone.leads_on(phone.main.locator(".card", has_text=service).get_by_role("button"))
        if service == CLINIC:
            looks_at(phone, "Services pour")
            keeps(phone, "referral-services")
    phone.presses("Continuer avec ce choix")
    hears_her_agree(phone, CLINIC)
    phone.ticks("La situation")
    phone.ticks("Comment la joindre")
    phone.presses("Continuer")
    keeps(phone, "referral-agreement")
    phone.ticks("de vive voix")
    phone.presses("Elle est d’accord", exact=True)
    writes_and_sends(phone)
    phone.follows("Suivre cette orientation")
    looks_at(phone, "Les services, dans l’ordre")
    keeps(phone, "referral-followed")
    computer.enters_as("Noa Perrin")
    computer.goes_to("/orientations/recues/")
    keeps(computer, "referrals-received")
    computer.leads_on(computer.main.locator("a[href*='/orientations/etapes/']").first)
    keeps(computer, "referral-received")


def test_an_exit_path(computer, phone):
    computer.enters_as("Lou Garnier")
    computer.goes_to("/parcours/")
    looks_at(computer, "Un parcours s’ouvre")
    keeps(computer, "exit-paths")
    phone.enters_as("Lou Garnier")
    phone.goes_to("/parcours/")
    phone.leads_on(phone.main.locator("tbody tr", has_text="La fin est proche").get_by_role("link").first)
    keeps(phone, "exit-path")


def test_the_commission(computer):
    computer.enters_as("Andrea Renaud")
    computer.goes_to("/commission/")
    keeps(computer, "commission")
    computer.leads_on(
        computer.main.locator(".recipients li", has_text="procès-verbal établi").get_by_role("link").first
    )
    keeps(computer, "commission-minuted")
    computer.goes_to("/commission/")
    computer.leads_on(computer.main.locator(".recipients li", has_text="convoquée").get_by_role("link").first)
    keeps(computer, "commission-convoked")


def test_child_protection(computer):
    computer.enters_as("Lou Chevalier")
    computer.goes_to("/protection/")
    keeps(computer, "protection")


def test_the_directory(computer):
    computer.enters_as("Eden Moreau")
    computer.goes_to("/annuaire/")
    keeps(computer, "directory")
    computer.follows("Hébergement protégé")
    keeps(computer, "directory-service")
