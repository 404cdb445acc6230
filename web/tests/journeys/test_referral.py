"""From a report to an accepted referral to its outcome: on the screens of two organisations, and by a link."""

from playwright.sync_api import expect

from tests.journeys.browsers import DESKTOP, PHONE
from tests.journeys.pages import ADULT_WHO_AGREES, NUMBER, answers, begins, finds_commune, finds_in_inbox, opens, sends
from tests.journeys.people import Person

SITUATION = "Elle demande une consultation, sans que l’appartement le sache."
CONTACT = "Par le service social, le matin. Jamais de message vocal."
CLINIC, DAY_CARE = "Consultation de santé sexuelle (inventée)", "Accueil de jour (inventé)"
WORKSHOP, ELSEWHERE = "Ateliers d’insertion (inventés)", "Demandez aussi à la mission locale"


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


def comes_to_the_services(association, *needs):
    """Without a report, from signing in to the services for these needs."""
    association.enters_as("Eden Moreau")
    association.goes_to("/orientations/nouvelle/")
    association.presses("Commencer")
    for need in needs:
        association.ticks(need)
    association.presses("Continuer")
    association.presses("Majeure, c’est certain")
    finds_commune(association, "Alençon", without_scripts=True)
    association.presses("Rien de cela")
    association.ticks("Français")
    association.presses("Continuer")
    association.presses("Oui, elle peut attendre")


def refers_by_name(association):
    """To the receipt of a referral to a service without an account, which she knows by its name."""
    comes_to_the_services(association, "Emploi, formation")
    association.types("Chercher un service par son nom", "atel insert")
    association.presses("Chercher")
    association.leads_on(association.main.locator(".card", has_text=WORKSHOP).get_by_role("button"))
    association.presses("Continuer avec ce choix")
    association.presses("Continuer")
    hears_her_agree(association, WORKSHOP)
    writes_and_sends(association)


def writes_and_sends(association):
    """From her agreement to the receipt, without a code for her."""
    association.types("La situation", SITUATION)
    association.presses("Continuer")
    association.types("Comment la joindre", CONTACT)
    association.presses("Continuer")
    association.presses("Non, pas maintenant")
    association.presses("Envoyer la demande")


def makes_a_link(association):
    """What the e-mail would carry, if there were a mail server here, and what she says by voice."""
    association.presses("Créer le lien et les huit chiffres")
    digits = association.main.locator(".confirmation-number strong").inner_text()
    address = association.main.locator("code").inner_text()
    association.follows("C’est noté")
    return "/repondre/" + address.partition("/repondre/")[2], digits


def enters(workshop, link):
    address, digits = link
    workshop.goes_to(address)
    workshop.sees("Un message vous attend")
    workshop.types("Les huit chiffres", digits)
    workshop.presses("Ouvrir", exact=True)


def changes_language(workshop, name):
    workshop.page.locator("nav.language summary").click()
    workshop.leads_on(workshop.page.locator("nav.language").get_by_role("button", name=name))


def begins_to_answer(workshop):
    """A no is begun; another language and the Enter key keep it, and answer nothing."""
    workshop.sees(SITUATION, CONTACT, "Votre réponse")
    workshop.unfolds("Non, pas cette fois")
    words = workshop.main.locator("textarea[name=words]")
    words.fill(ELSEWHERE)
    changes_language(workshop, "English")
    expect(workshop.page.locator("html")).to_have_attribute("lang", "en")
    expect(words).to_have_value(ELSEWHERE)
    workshop.main.locator("input[name=reason]").first.focus()
    with workshop.page.expect_navigation():
        workshop.page.keyboard.press("Enter")
    expect(words).to_have_value(ELSEWHERE)
    changes_language(workshop, "Français")
    workshop.sees("Votre réponse")
    expect(words).to_have_value(ELSEWHERE)


def says_how_it_went(workshop, link):
    """By a new link, after the yes."""
    enters(workshop, link)
    workshop.presses("Oui, nous l’avons rencontrée")
    workshop.ticks("La personne est accompagnée")
    workshop.presses("Envoyer")
    workshop.sees("C’est transmis")
    workshop.goes_to(link[0])
    workshop.sees("Ce lien ne s’ouvre pas")


def test_a_service_without_an_account_answers_by_a_link_with_scripts_and_without(open_page, product):
    association = Person(open_page(viewport=DESKTOP), product.pro_url, judged=False)
    refers_by_name(association)
    link = makes_a_link(association)
    plain = Person(open_page(viewport=PHONE, java_script_enabled=False), product.public_url, judged=False)
    enters(plain, link)
    begins_to_answer(plain)
    plain.presses("Répondre plus tard")
    plain.sees("C’est refermé")
    workshop = Person(open_page(viewport=PHONE, has_touch=True, is_mobile=True), product.public_url)
    enters(workshop, link)
    begins_to_answer(workshop)
    workshop.presses("Oui, nous prenons le relais")
    workshop.sees("Votre oui est transmis", CONTACT)
    workshop.does_not_see(SITUATION)
    association.goes_to(association.at)
    says_how_it_went(workshop, makes_a_link(association))
    association.goes_to(association.at)
    association.sees("terminée")
