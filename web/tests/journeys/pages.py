"""What people do on the product's screens, in the words of the screens."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tests.journeys.people import Person

NUMBER = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")


@dataclass(frozen=True)
class Situation:
    """What a reporter has to tell. An empty answer is a question that these answers do not lead to."""

    origin: str = "Je l’ai vu ou entendu moi-même"
    age: str = "15 à 17 ans, il me semble"
    grave: str = "Non"
    signs: int = 2
    commune: str = "Alençon"
    place: str = "Un hôtel"
    when: str = "Aujourd’hui"
    wish: str = ""
    agreement: str = ""
    protection: str = ""
    context: Sequence[str] = ()
    offence: str = "Non, ou je ne sais pas"
    words: str = "Un homme répond à sa place et refuse de quitter la chambre."
    identity: str = ""


MINOR_IN_A_HOTEL = Situation()
ADULT_WHO_AGREES = Situation(
    age="Majeure, c’est certain",
    grave="",
    place="Un logement",
    wish="Elle veut de l’aide",
    agreement="Oui",
    protection="Oui",
    words="Elle demande à parler à quelqu’un, loin de l’appartement.",
    identity="Joindre par le service social de l’hôpital, le matin.",
)


def begins(person: Person, danger: str = "Non") -> None:
    """From the home page to the second question."""
    person.follows("Signaler une situation")
    if danger == "Non":
        person.presses("Non")
        return
    person.follows("Oui, ou je ne sais pas")
    person.presses("Les secours sont prévenus")


def answers(person: Person, told: Situation) -> None:
    """From the second question to the review."""
    person.presses(told.origin)
    person.presses(told.age)
    if told.grave:
        person.presses(told.grave)
    ticks_signs(person, told.signs)
    finds_commune(person, told.commune)
    person.presses(told.place)
    person.presses(told.when)
    for answer in filter(None, (told.wish, told.agreement, told.protection)):
        person.presses(answer)
    tells_the_rest(person, told)


def ticks_signs(person: Person, count: int) -> None:
    """The first signs of the trade as seen, and on from what they amount to."""
    for place in range(count):
        person.answers_sign(place, "Vu ou entendu")
    person.presses("Continuer" if count else "Rien de cela")
    if count:
        person.sees("Ce que disent ces signes")
        person.follows("Continuer")


def finds_commune(person: Person, name: str, *, without_scripts: bool = False) -> None:
    """Types a name and chooses the commune of the same name."""
    person.types("Dans quelle commune", name)
    if without_scripts:
        person.presses("Chercher")
    person.leads_on(person.main.locator("button[name=commune]", has_text=name).first)


def tells_the_rest(person: Person, told: Situation) -> None:
    """Context, offence, what was done, the account, and who the person is where that is asked."""
    for box in told.context:
        person.ticks(box)
    person.presses("Continuer" if told.context else "Rien de cela")
    person.presses(told.offence)
    person.presses("Rien pour l’instant")
    person.types("Avec vos mots", told.words)
    person.presses("Continuer")
    if "/identite/" in person.at:
        if told.identity:
            person.types("Qui est la personne", told.identity)
        person.presses("Continuer")


def sends(person: Person) -> str:
    """From the review to the receipt. Returns the report's number."""
    person.presses("Envoyer le signalement")
    person.sees("Signalement envoyé", "Et maintenant")
    return NUMBER.search(person.main.inner_text()).group()


def finds_in_inbox(person: Person, number: str) -> None:
    """From anywhere to the page of a received report."""
    person.follows("Reçus")
    person.follows(number)


def opens(person: Person) -> None:
    """Opens the sealed content, giving the first reason."""
    person.ticks("Je traite ce signalement")
    person.presses("Ouvrir", exact=True)


def closes(person: Person, outcome: str, verify_on: str = "") -> None:
    """Closes with an outcome."""
    person.follows("Clore")
    person.ticks(outcome)
    if verify_on:
        person.types("À vérifier le", verify_on)
    person.presses("Clore")
