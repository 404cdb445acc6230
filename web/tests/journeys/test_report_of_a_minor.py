"""A minor in a hotel in Alençon: from the firefighter's phone to the end of the exploitation."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.journeys.browsers import DESKTOP
from tests.journeys.pages import MINOR_IN_A_HOTEL, answers, begins, closes, finds_in_inbox, opens, sends
from tests.journeys.people import Person

NOTE = "Famille déjà connue du service."
QUESTION = "Savez-vous quel véhicule attendait devant ?"
ANSWER = "Une berline grise, partie à notre arrivée."
CRIP, PROSECUTOR = "CRIP de démonstration", "Parquet d’Alençon"


@pytest.fixture
def firefighter(page, product):
    return Person(page, product.pro_url)


@pytest.fixture
def crip(open_page, product):
    return Person(open_page(viewport=DESKTOP), product.pro_url)


@pytest.fixture
def prosecutor(open_page, product):
    return Person(open_page(viewport=DESKTOP), product.pro_url)


def reports_a_minor(firefighter):
    firefighter.enters_as("Camille Roussel")
    begins(firefighter)
    answers(firefighter, MINOR_IN_A_HOTEL)
    firefighter.sees("La loi impose ces destinataires", CRIP)
    return sends(firefighter)


def takes_in_and_asks(crip, number):
    crip.enters_as("Charlie Blanchard")
    finds_in_inbox(crip, number)
    crip.does_not_see(MINOR_IN_A_HOTEL.words)
    opens(crip)
    crip.sees(MINOR_IN_A_HOTEL.words)
    crip.presses("Confirmer la réception")
    crip.sees("réception confirmée")
    crip.follows("Notes internes")
    crip.types("Nouvelle note interne", NOTE)
    crip.presses("Ajouter la note")
    crip.sees(NOTE)
    crip.follows("Échanges")
    crip.types("Votre message", QUESTION)
    crip.ticks("C’est une demande de précision")
    crip.presses("Envoyer")
    crip.sees(QUESTION)


def answers_the_question(firefighter, number):
    firefighter.goes_to("/")
    firefighter.sees("nouveau message")
    firefighter.follows(number)
    firefighter.does_not_see(NOTE)
    firefighter.follows("Messages")
    firefighter.sees(QUESTION, "demande de précision")
    firefighter.does_not_see(NOTE)
    firefighter.types("Votre", ANSWER)
    firefighter.presses("Envoyer")
    firefighter.sees(ANSWER)


def transfers_to_the_prosecutor(crip, number):
    finds_in_inbox(crip, number)
    crip.follows("Échanges")
    crip.sees(ANSWER)
    crip.follows("Fiche")
    crip.follows("Transférer")
    crip.ticks(PROSECUTOR)
    crip.presses("Continuer")
    crip.sees("L226-4")
    crip.ticks("Signalement d’un mineur en danger au procureur")
    crip.ticks("Je confirme")
    crip.presses("Sceller et transférer")
    crip.sees("transféré", PROSECUTOR)


def opens_a_procedure(prosecutor, number):
    prosecutor.enters_as("Claude Mercier")
    finds_in_inbox(prosecutor, number)
    opens(prosecutor)
    prosecutor.sees(MINOR_IN_A_HOTEL.words)
    prosecutor.does_not_see(NOTE, QUESTION, ANSWER)
    prosecutor.presses("Confirmer la réception")
    prosecutor.presses("Prendre en charge")
    closes(prosecutor, "Une procédure est ouverte")
    prosecutor.sees("clos")


def ends_the_exploitation(crip, number):
    crip.goes_to("/boite/")
    crip.follows(number)
    crip.presses("Reprendre")
    closes(crip, "L’exploitation a pris fin", verify_on=f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%d}")
    crip.sees("clos", "L’exploitation a pris fin")


@pytest.mark.guardrail("G10")
def test_a_minor_is_reported_asked_about_transferred_and_followed_to_the_end(firefighter, crip, prosecutor):
    number = reports_a_minor(firefighter)
    takes_in_and_asks(crip, number)
    answers_the_question(firefighter, number)
    transfers_to_the_prosecutor(crip, number)
    opens_a_procedure(prosecutor, number)
    ends_the_exploitation(crip, number)
    firefighter.goes_to("/signalements/")
    firefighter.follows(number)
    firefighter.sees(CRIP, PROSECUTOR, "clos", "L’exploitation a pris fin", "Une procédure est ouverte")
    firefighter.does_not_see(NOTE)
