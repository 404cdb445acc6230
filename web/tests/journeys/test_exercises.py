"""Exercises on a phone: alone at the public door, and a room with a trainer and two phones."""

import re

import pytest

from tests.journeys.browsers import DESKTOP, PHONE
from tests.journeys.people import Person

BANNER = "rien n’est réel, rien n’est envoyé"
CODE = re.compile(r"\b[A-Z2-9]{3} [A-Z2-9]{4}\b")


def opened(open_page, origin, **options):
    return Person(open_page(viewport=PHONE, has_touch=True, is_mobile=True, **options), origin)


def marks(person, sign, answer):
    """Answers about one sign, where a finger would land."""
    asked = person.main.locator("fieldset.sign-asked", has_text=sign)
    person.taps += 1
    asked.locator("label", has_text=answer).click()


def plays(person, *, step):
    """From the story to what is said of the answers, seeing one sign of the first screen."""
    person.presses("J’ai lu")
    marks(person, "Quelqu’un d’autre garde ses papiers.", "Vu ou entendu")
    marks(person, "Elle ne garde pas ce qu’elle gagne.", "Vu ou entendu")
    person.presses("Continuer")
    person.presses(step)
    person.sees("Retour sur l’histoire", "Ce que vous avez vu", "Ce que vous avez lu de trop")


@pytest.mark.guardrail("G10", "G12")
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_somebody_plays_alone_and_nothing_stays(open_page, product, scripts):
    person = opened(open_page, product.public_url, java_script_enabled=scripts)
    person.judged = scripts
    person.goes_to("/exercice/")
    assert person.page.get_by_text(BANNER).is_visible()
    person.follows("Un contrôle au bord de la route")
    plays(person, step="L’interroger d’abord sur ses papiers")
    person.sees("À ne pas faire", "Des listes d’experts citent la tenue")
    assert person.page.get_by_text(BANNER).is_visible()
    assert person.page.context.cookies() == []


def answers_questions(person):
    """The first choice of each of the five questions."""
    for fieldset in person.main.locator("fieldset").all():
        person.taps += 1
        fieldset.locator("label.choice-label").first.click()
    person.presses("Continuer")


def joins(person, code):
    person.goes_to("/exercice/salle/")
    person.types("Code de la salle", code)
    person.presses("Entrer")
    person.sees("Avant de commencer")


def plays_in_room(person):
    answers_questions(person)
    plays(person, step="Parlez-lui seule à seule")
    person.leads_on(person.main.get_by_role("link", name="Continuer"))
    answers_questions(person)
    person.sees("C’est fini, merci")


@pytest.mark.guardrail("G9", "G12")
def test_a_trainer_and_two_phones_play_a_room_to_its_end(open_page, product):
    trainer = Person(open_page(viewport=DESKTOP), product.pro_url)
    trainer.enters_as("Camille Roussel")
    trainer.follows("Animer une salle d’exercice")
    trainer.follows("Ouvrir une salle")
    trainer.ticks("Un contrôle au bord de la route")
    trainer.presses("Ouvrir la salle")
    code = CODE.search(trainer.main.inner_text()).group()
    phones = [opened(open_page, product.pro_url) for _ in range(2)]
    for phone in phones:
        joins(phone, code)
    # The wall counts by itself, without a reload.
    trainer.main.get_by_text("2 téléphones dans la salle").wait_for()
    for phone in phones:
        plays_in_room(phone)
        assert phone.page.get_by_text(BANNER).is_visible()
    trainer.main.get_by_text("2 téléphones ont terminé").wait_for()
    trainer.sees("par groupes d’au moins trois téléphones")
    trainer.presses("Terminer la séance")
    trainer.sees("séance terminée", "Moins de trois réponses", "Fiche de bilan")
    phones[0].goes_to("/exercice/salle/jeu/")
    phones[0].sees("La séance est terminée")


def test_a_wall_is_reloaded_by_hand_without_scripts(open_page, product):
    trainer = Person(open_page(viewport=PHONE, java_script_enabled=False), product.pro_url, judged=False)
    trainer.enters_as("Camille Roussel")
    trainer.follows("Animer une salle d’exercice")
    trainer.follows("Ouvrir une salle")
    trainer.ticks("La chambre 12")
    trainer.presses("Ouvrir la salle")
    code = CODE.search(trainer.main.inner_text()).group()
    phone = Person(open_page(viewport=PHONE, java_script_enabled=False), product.pro_url, judged=False)
    joins(phone, code)
    trainer.follows("Recharger les nombres")
    trainer.sees("1 téléphone dans la salle")
