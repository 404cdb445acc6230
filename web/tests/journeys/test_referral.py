"""From a report to an accepted referral to its outcome, on the screens of two organisations."""

from tests.journeys.browsers import DESKTOP, PHONE
from tests.journeys.pages import ADULT_WHO_AGREES, NUMBER, answers, begins, finds_in_inbox, opens, sends
from tests.journeys.people import Person

SITUATION = "Elle demande une consultation, sans que l’appartement le sache."
CONTACT = "Par le service social, le matin. Jamais de message vocal."
CLINIC, DAY_CARE = "Consultation de santé sexuelle (inventée)", "Accueil de jour (inventé)"


def reports(firefighter):
    firefighter.enters_as("Camille Roussel")
    begins(firefighter)
    answers(firefighter, ADULT_WHO_AGREES)
    return sends(firefighter)


def refers(association, number):
    """From the received report to the receipt of the referral, with her beside. Returns the referral's number."""
    association.enters_as("Eden Moreau")
    finds_in_inbox(association, number)
    opens(association)
    association.follows("Fiche")
    association.follows("Orienter vers un service")
    association.presses("Commencer")
    says_for_whom(association)
    for service in (CLINIC, DAY_CARE):
        association.leads_on(association.main.locator(".card", has_text=service).get_by_role("button"))
    association.presses("Continuer avec ce choix")
    for service in (CLINIC, DAY_CARE):
        hears_her_agree(association, service)
    association.types("La situation", SITUATION)
    association.presses("Continuer")
    association.types("Comment la joindre", CONTACT)
    association.presses("Continuer")
    association.presses("Oui, lui donner un code")
    association.presses("Elle a noté son code")
    association.sees("Relire et envoyer", SITUATION, CLINIC)
    association.presses("Envoyer la demande")
    association.sees("Demande envoyée")
    return NUMBER.search(association.main.inner_text()).group()


def says_for_whom(association):
    """What is not known from the report."""
    association.ticks("Être écoutée")
    association.ticks("Santé")
    association.presses("Continuer")
    association.ticks("C’est une femme")
    association.presses("Continuer")
    association.ticks("Français")
    association.presses("Continuer")
    association.presses("Oui, elle peut attendre")
    association.sees("À quels services demander", "Répond à")


def hears_her_agree(association, service):
    association.sees(f"Que peut savoir {service}")
    association.ticks("La situation")
    association.ticks("Comment la joindre")
    association.presses("Continuer")
    association.sees("Acceptez-vous que le service", service)
    association.ticks("de vive voix")
    association.presses("Elle est d’accord", exact=True)


def accepts(clinic, number):
    """The second organisation, on a phone in the dark: reads, accepts, sets an appointment."""
    clinic.enters_as("Noa Perrin")
    clinic.follows("Orientations")
    clinic.follows("Reçues")
    clinic.follows(number)
    clinic.does_not_see(SITUATION)
    clinic.ticks("Je prépare notre réponse")
    clinic.presses("Ouvrir", exact=True)
    clinic.sees(SITUATION, CONTACT)
    clinic.presses("Accepter")
    clinic.sees("acceptée")
    clinic.follows("Fixer un rendez-vous")
    clinic.types("Quel jour", "2031-03-04")
    clinic.types("À quelle heure", "10:30")
    clinic.ticks("La personne qui oriente vient aussi")
    clinic.presses("Noter le rendez-vous")
    clinic.sees("L’ajouter à l’agenda")


def meets_and_ends(clinic):
    clinic.presses("La rencontre a eu lieu")
    clinic.follows("Terminer, avec une issue")
    clinic.presses("Terminer")
    clinic.sees("Choisissez une issue")
    clinic.ticks("La personne est accompagnée")
    clinic.types("Une précision", "Suivi chaque mois, ici même.")
    clinic.presses("Terminer")
    clinic.sees("terminée", "La personne est accompagnée")


def test_from_a_report_to_an_accepted_referral_to_its_outcome(page, open_page, product):
    number = reports(Person(page, product.pro_url, judged=False))
    association = Person(open_page(viewport=DESKTOP), product.pro_url)
    number = refers(association, number)
    clinic = Person(open_page(viewport=PHONE, has_touch=True, is_mobile=True, color_scheme="dark"), product.pro_url)
    accepts(clinic, number)
    association.follows("Suivre cette orientation")
    association.sees("acceptée", "Rendez-vous le", "prévue ensuite")
    meets_and_ends(clinic)
    association.follows("Orientations")
    association.follows(number)
    association.sees("terminée", "La personne est accompagnée", "un autre service a abouti")
    association.ticks("J’accompagne la personne")
    association.presses("Ouvrir", exact=True)
    association.sees("Suivi chaque mois, ici même.", SITUATION)
