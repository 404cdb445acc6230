"""An adult who wants help and lets her name be passed on: only who may help her learns it."""

from dataclasses import replace

import pytest

from tests.journeys.browsers import DESKTOP
from tests.journeys.pages import (
    ADULT_WHO_AGREES,
    answers,
    begins,
    closes,
    finds_commune,
    finds_in_inbox,
    opens,
    sends,
    tells_the_rest,
    ticks_signs,
)
from tests.journeys.people import Person

ASSOCIATION = "Association Le Passage"
STRANGERS = ["Charlie Blanchard", "Sacha Marchand", "Claude Mercier", "Dominique Lefèvre"]


@pytest.fixture
def firefighter(page, product):
    return Person(page, product.pro_url, judged=False)


@pytest.fixture
def association(open_page, product):
    return Person(open_page(viewport=DESKTOP), product.pro_url)


def refers_her(firefighter):
    firefighter.enters_as("Camille Roussel")
    begins(firefighter)
    answers(firefighter, ADULT_WHO_AGREES)
    firefighter.sees(ASSOCIATION)
    return sends(firefighter)


def is_unknown_to(stranger, number):
    stranger.goes_to("/boite/?show=all&text=" + number)
    stranger.does_not_see(f">{number}<", ADULT_WHO_AGREES.identity, ADULT_WHO_AGREES.words)


@pytest.mark.guardrail("G6")
def test_her_identity_reaches_the_association_alone(firefighter, association, open_page, product):
    number = refers_her(firefighter)
    association.enters_as("Eden Moreau")
    finds_in_inbox(association, number)
    opens(association)
    association.sees(ADULT_WHO_AGREES.words, ADULT_WHO_AGREES.identity)
    association.presses("Confirmer la réception")
    closes(association, "La personne est accompagnée")
    stranger = Person(open_page(viewport=DESKTOP), product.pro_url, judged=False)
    for name in STRANGERS:
        stranger.enters_as(name)
        is_unknown_to(stranger, number)


def test_without_her_wish_nobody_asks_for_her_name(firefighter):
    firefighter.enters_as("Camille Roussel")
    begins(firefighter)
    firefighter.presses(ADULT_WHO_AGREES.origin)
    firefighter.presses(ADULT_WHO_AGREES.age)
    ticks_signs(firefighter, 0)
    finds_commune(firefighter, ADULT_WHO_AGREES.commune)
    firefighter.presses(ADULT_WHO_AGREES.place)
    firefighter.presses(ADULT_WHO_AGREES.when)
    firefighter.sees("Que souhaite la personne")
    firefighter.presses("Elle ne veut pas d’aide")
    firefighter.sees("se protéger")
    firefighter.presses("Oui")
    tells_the_rest(firefighter, replace(ADULT_WHO_AGREES, identity=""))
    firefighter.sees("Vérifier et envoyer")
    firefighter.unfolds("Relire et corriger mes réponses")
    assert "identite" not in firefighter.page.content()
