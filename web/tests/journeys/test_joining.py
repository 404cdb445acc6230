"""The real way in: invitation, passphrase, second factor, and the organisation's key from hand to hand."""

import re
import time
from base64 import b32decode

import pytest
from django_otp.oath import hotp

from tests.journeys.browsers import DESKTOP
from tests.journeys.pages import MINOR_IN_A_HOTEL, answers, begins, finds_in_inbox, opens, sends
from tests.journeys.people import Person

NAME, ADDRESS = "Robin Essai", "robin.essai@demo.maillon.invalid"
PASSPHRASE = "lanterne velours moulin octobre"
STEP = 30


@pytest.fixture
def lead(open_page, product):
    return Person(open_page(viewport=DESKTOP), product.pro_url)


@pytest.fixture
def newcomer(page, product):
    return Person(page, product.pro_url)


@pytest.fixture
def number(open_page, product):
    """The number of a report that the lead's organisation has received."""
    firefighter = Person(open_page(), product.pro_url, judged=False)
    firefighter.enters_as("Camille Roussel")
    begins(firefighter)
    answers(firefighter, MINOR_IN_A_HOTEL)
    return sends(firefighter)


def invites(lead):
    """Returns the code that is shown once."""
    lead.enters_as("Charlie Blanchard")
    lead.follows("Membres")
    lead.follows("Inviter quelqu’un")
    lead.types("Prénom et nom", NAME)
    lead.types("Adresse e-mail", ADDRESS)
    lead.ticks("Lit ce qui est envoyé à l’organisation")
    lead.presses("Faire l’invitation")
    return lead.main.locator("p.lead").inner_text().strip()


def joins(newcomer, code):
    """Returns the key of the authenticator app."""
    newcomer.goes_to("/connexion/")
    newcomer.follows("J’ai reçu un code d’invitation")
    newcomer.types("Code d’invitation", code)
    newcomer.presses("Continuer")
    newcomer.sees(NAME, ADDRESS)
    newcomer.types("Phrase de passe", PASSPHRASE)
    newcomer.types("La même", PASSPHRASE)
    newcomer.presses("Continuer")
    newcomer.unfolds("Je ne peux pas le photographier")
    return b32decode(newcomer.main.locator("code").inner_text().replace(" ", ""))


def shown_by_app(key, at):
    """The six digits that an authenticator app shows at a time."""
    return f"{hotp(key, int(at) // STEP):06d}"


def enrols(newcomer, key, at):
    newcomer.types("Code à 6 chiffres", shown_by_app(key, at))
    newcomer.presses("Vérifier le code")
    assert newcomer.main.locator("li code").count() >= 8
    newcomer.presses("J’ai gardé mes codes")


def signs_out(newcomer):
    newcomer.page.locator(".member-menu summary").click()
    newcomer.leads_on(newcomer.page.get_by_role("button", name="Se déconnecter"))
    newcomer.goes_to("/boite/")
    newcomer.sees("Se connecter")


def signs_in(newcomer, key, last):
    """With a later code than the `last`: none is taken twice, nor one that is ahead of its time by more than a step."""
    newcomer.types("Adresse e-mail", ADDRESS)
    newcomer.types("Phrase de passe", PASSPHRASE)
    newcomer.presses("Continuer")
    newcomer.types("Code à 6 chiffres", shown_by_app(key, max(time.time(), last + STEP)))
    newcomer.presses("Me connecter")


def safety_number(person):
    return re.sub(r"\D", "", person.main.locator('strong[dir="ltr"]').inner_text())


def hands_the_key_over(lead, newcomer):
    newcomer.goes_to("/profil/")
    lead.follows("Retour aux membres")
    lead.follows("Remettre la clé")
    assert safety_number(lead) == safety_number(newcomer)
    lead.ticks("Nous avons lu ce numéro ensemble")
    lead.presses("Remettre la clé")


def test_a_reader_joins_comes_back_and_opens_once_the_key_is_hers(lead, newcomer, number):
    key, at = joins(newcomer, invites(lead)), time.time()
    enrols(newcomer, key, at)
    newcomer.sees("Bonjour", NAME)
    signs_out(newcomer)
    signs_in(newcomer, key, at)
    finds_in_inbox(newcomer, number)
    opens(newcomer)
    newcomer.sees("ne vous a pas encore été remise")
    newcomer.does_not_see(MINOR_IN_A_HOTEL.words)
    hands_the_key_over(lead, newcomer)
    newcomer.goes_to("/")
    finds_in_inbox(newcomer, number)
    opens(newcomer)
    newcomer.sees(MINOR_IN_A_HOTEL.words)
