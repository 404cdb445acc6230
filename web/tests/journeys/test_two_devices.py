"""One draft, two devices: taken up again on the second, and never overwritten unseen."""

import pytest

from tests.journeys.browsers import DESKTOP
from tests.journeys.people import Person


@pytest.fixture
def phone(page, product):
    return Person(page, product.pro_url, judged=False)


@pytest.fixture
def computer(open_page, product):
    return Person(open_page(viewport=DESKTOP), product.pro_url, judged=False)


def begins_on(phone):
    phone.enters_as("Ange Colin")
    phone.follows("Signaler une situation")
    phone.presses("Non")
    phone.presses("On me l’a confié de vive voix")


def takes_up_on(computer):
    computer.enters_as("Ange Colin")
    computer.follows("Brouillon, modifié il y a")


def test_a_draft_goes_on_where_it_stopped(phone, computer):
    begins_on(phone)
    takes_up_on(computer)
    assert computer.at == phone.at
    computer.sees("Quel âge a la personne ?")
    computer.presses("15 à 17 ans, c’est certain")
    phone.goes_to("/")
    phone.follows("Brouillon, modifié il y a")
    assert phone.at == computer.at


def test_two_answers_to_one_question_are_shown_side_by_side(phone, computer):
    begins_on(phone)
    takes_up_on(computer)
    computer.presses("15 à 17 ans, c’est certain")
    phone.judged = True
    phone.presses("Moins de 15 ans, c’est certain")
    phone.sees("Deux versions de ce brouillon", "Moins de 15 ans", "15 à 17 ans")
    phone.presses("Garder cette réponse")
    computer.goes_to(computer.at)
    computer.follows("Question précédente")
    chosen = computer.main.locator("button[aria-current=true]")
    assert "Moins de 15 ans, c’est certain" in chosen.inner_text()
