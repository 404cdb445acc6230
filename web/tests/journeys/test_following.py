"""From an accepted referral to a case with needs, a goal, an action, an appointment, and its end."""

from tests.journeys.both_widths import AtBothWidths
from tests.journeys.browsers import DESKTOP
from tests.journeys.pages import NUMBER, finds_commune
from tests.journeys.people import Person

DAY_CARE = "Accueil de jour (inventé)"
NAME, GOAL = "Clarté", "Trouver un logement à moi."
ACTION, MEETING = "Remplir la demande de logement.", "Chez la juriste."


def refers(clinic):
    """A nurse refers somebody to the association, with her beside. Returns the referral's number."""
    clinic.enters_as("Noa Perrin")
    clinic.goes_to("/orientations/nouvelle/")
    clinic.presses("Commencer")
    clinic.ticks("Être écoutée")
    clinic.presses("Continuer")
    clinic.presses("Majeure, c’est certain")
    finds_commune(clinic, "Alençon", without_scripts=True)
    clinic.ticks("C’est une femme")
    clinic.presses("Continuer")
    clinic.ticks("Français")
    clinic.presses("Continuer")
    clinic.presses("Oui, elle peut attendre")
    clinic.leads_on(clinic.main.locator(".card", has_text=DAY_CARE).get_by_role("button"))
    clinic.presses("Continuer avec ce choix")
    clinic.ticks("La situation")
    clinic.presses("Continuer")
    clinic.ticks("de vive voix")
    clinic.presses("Elle est d’accord", exact=True)
    clinic.types("La situation", "Elle cherche quelqu’un qui l’accompagne.")
    clinic.presses("Continuer")
    clinic.presses("Non, pas maintenant")
    clinic.presses("Envoyer la demande")
    return NUMBER.search(clinic.main.inner_text()).group()


def accepts(worker, number):
    worker.enters_as("Lou Garnier")
    worker.follows("Orientations")
    worker.follows("Reçues")
    worker.follows(number)
    worker.ticks("Je prépare notre réponse")
    worker.presses("Ouvrir", exact=True)
    worker.presses("Accepter")


def opens_a_case(worker):
    """From the accepted referral: her age and commune are known by it."""
    worker.follows("Ouvrir un accompagnement")
    worker.sees("Étape 1 sur 4")
    worker.presses("Continuer")
    worker.sees("Donnez un nom")
    worker.types("Comment l’appeler", NAME)
    worker.presses("Continuer")
    worker.presses("Continuer")
    worker.presses("Alençon")
    worker.sees("Vérifier, puis ouvrir", NAME)
    worker.presses("Ouvrir l’accompagnement")
    worker.sees(NAME, "après une orientation vers", DAY_CARE)


def writes_with_her(worker):
    """A need as she sees it, what she wants, a step towards it, and when they meet."""
    worker.follows("Voir un besoin avec elle")
    worker.presses("Noter ce besoin")
    worker.sees("points sont à corriger")
    worker.ticks("Logement")
    worker.ticks("elle veut de l’aide")
    worker.presses("Noter ce besoin")
    worker.sees("Le besoin est noté", "Logement")
    worker.follows("Noter ce qu’elle veut")
    worker.types("Que veut-elle", GOAL)
    worker.presses("Noter cet objectif")
    worker.follows("Prévoir une action")
    worker.types("Que faut-il faire", ACTION)
    worker.ticks("ensemble")
    worker.types("Avant quel jour", "2031-03-01")
    worker.presses("Prévoir")
    worker.sees(GOAL, ACTION)
    worker.follows("Fixer un rendez-vous")
    worker.types("Quel jour", "2031-03-04")
    worker.types("À quelle heure", "10:30")
    worker.types("Avec qui, où, pourquoi", MEETING)
    worker.presses("Noter le rendez-vous")
    worker.sees("L’ajouter à l’agenda", MEETING)


def closes(worker):
    worker.follows("Chronologie")
    worker.sees("Un rendez-vous", "Logement", GOAL)
    worker.follows("Accords et partages")
    worker.follows("Lui demander un accord")
    worker.ticks("garder par écrit")
    worker.presses("Voir le texte à lui lire")
    worker.ticks("de vive voix")
    worker.presses("Elle est d’accord")
    worker.sees("Son accord est noté")
    worker.follows("Ses droits")
    worker.follows("Lui lire, en mots simples")
    worker.sees("Ce qui est écrit sur vous", GOAL)
    worker.follows("Ses droits")
    worker.follows("Fiche")
    worker.follows("Clore")
    worker.ticks("Ce qu’elle voulait est atteint")
    worker.presses("Clore")
    worker.sees("clos", "Elle peut revenir à tout moment")


def test_from_an_accepted_referral_to_a_case_and_its_end(page, open_page, product):
    clinic = Person(open_page(viewport=DESKTOP), product.pro_url, judged=False)
    number = refers(clinic)
    worker = AtBothWidths(page, product.pro_url)
    accepts(worker, number)
    opens_a_case(worker)
    writes_with_her(worker)
    desk = Person(open_page(viewport=DESKTOP, color_scheme="dark"), product.pro_url)
    desk.enters_as("Lou Garnier")
    desk.follows("Accompagnements")
    desk.sees(NAME, "Lune", "Rendez-vous")
    desk.follows(NAME)
    desk.does_not_see(GOAL)
    desk.ticks("J’accompagne la personne")
    desk.presses("Ouvrir", exact=True)
    desk.sees(GOAL, ACTION, MEETING)
    closes(desk)
