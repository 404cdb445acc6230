"""A commission from its first seat to its minutes, in the words of the screens."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tests.journeys.people import Person
from tests.journeys.prefecture import Prefecture

GENDARMERIE, ASSOCIATION, HEALTH = "Commandement du groupement de gendarmerie", "Association agréée", "Santé"
CHAIR = "Préfet ou préfète (préside)"
REASONS, DISSENT = "Le projet est solide.", "Le logement n’est pas assez sûr."
# The demonstration's accounts of those who sit, by the seat that they take.
SEATED = {
    GENDARMERIE: ("Sacha Marchand", "sacha.gendarme@demo.maillon.invalid"),
    ASSOCIATION: ("Eden Moreau", "eden.association@demo.maillon.invalid"),
    HEALTH: ("Noa Perrin", "noa.infirmier@demo.maillon.invalid"),
}


def today(later: int = 0) -> str:
    """The day in France, or one so many days later, as a field of a form takes it."""
    return (dt.datetime.now(ZoneInfo("Europe/Paris")).date() + dt.timedelta(days=later)).isoformat()


@dataclass
class Secretary:
    """Who keeps the commission of a préfecture, before her screen."""

    at: Person
    of: Prefecture

    def enters(self) -> None:
        """Signs in, and goes to the commission by the home page."""
        self.at.enters_as(self.of.secretary)
        self.at.follows("Commission départementale")

    def sets_up(self) -> None:
        """From an empty room to four seats with somebody on each."""
        self.at.sees("La commission n’est pas encore installée ici")
        self.at.presses("Installer la commission")
        for quality, (name, address) in {CHAIR: (self.of.chair, self.of.chairs_address), **SEATED}.items():
            self.at.chooses("En quelle qualité", quality)
            self.at.presses("Ajouter", exact=True)
            self.at.sees("Nommez maintenant qui y siège")
            self.at.leads_on(self.at.main.get_by_role("link", name=f"Nommer quelqu’un {quality}"))
            self.at.types("Adresse professionnelle", address)
            self.at.presses("Nommer", exact=True)
            self.at.sees(name, "engagement de secret attendu")

    def convokes(self, path: str) -> None:
        """A meeting in a week, with this path on its agenda."""
        self.at.follows("Séances")
        self.at.sees("1 demande attend un avis")
        self.at.follows("Préparer une séance")
        self.at.ticks("Demandes individuelles")
        self.at.types("Quel jour", today(7))
        self.at.types("À quelle heure", "10:30")
        self.at.ticks("On peut y participer à distance")
        self.at.presses("Continuer")
        self.at.sees("Personne n’est encore prévenu", "À convoquer", "Aucun point")
        self.at.does_not_see("Convoquer les membres")
        self.at.follows("Composer l’ordre du jour")
        self.at.ticks(path)
        self.at.presses("Ajouter", exact=True)
        self.at.follows("Convoquer les membres")
        self.at.presses("Convoquer", exact=True)
        self.at.sees("La convocation est partie", "N’ont pas encore pris l’engagement de secret")
        self.at.sees("le jour de la séance")

    def opens(self) -> None:
        """The roll call: one member from afar."""
        self.at.goes_to(self.at.at)
        self.at.follows("Faire l’appel et ouvrir")
        for quality, name in self._members():
            where = "à distance" if quality == GENDARMERIE else "dans la salle"
            self.at.ticks_one(self.at.main.locator(".choice", has_text=name).filter(has_text=where).first)
        self.at.presses("Ouvrir la séance")
        self.at.sees("La séance est ouverte", "Présents ou représentés : 4 sur 4. Quorum : 2")

    def _members(self) -> list[tuple[str, str]]:
        return [(CHAIR, self.of.chair), *((quality, name) for quality, (name, _address) in SEATED.items())]

    def notes_an_interest(self, path: str) -> None:
        """Who sits for health knows her: no voice and no file on this point."""
        self.at.follows(path)
        self.at.sees("Ne délibèrent pas sur ce point", f"{ASSOCIATION} (Son association présente la demande)")
        self.at.follows("Noter un retrait")
        self.at.chooses("Quel siège", HEALTH)
        self.at.ticks("intérêt personnel")
        self.at.presses("Noter le retrait")
        self.at.sees(f"{HEALTH} (Elle ou il y a un intérêt personnel)")

    def counts_the_voices(self) -> None:
        """One for, one against: who presides decides. A count that can't be is said to be wrong first."""
        self.at.follows("Noter l’avis")
        self.at.sees("Voix sur ce point, pouvoirs compris : 2")
        self.at.ticks("On a voté")
        self.at.types("Voix pour", "3")
        self.at.presses("Noter l’avis")
        self.at.sees("à corriger")
        self.at.types("Voix pour", "1")
        self.at.types("Voix contre", "1")
        self.at.chooses("Comment a voté la présidence", "pour")
        self.at.types("Pourquoi cet avis", REASONS)
        self.at.presses("Noter l’avis")
        self.at.sees("avis favorable", "la présidence a départagé")

    def closes(self) -> None:
        """The end of the meeting."""
        self.at.follows("Séance du")
        self.at.follows("Clore la séance")
        self.at.presses("Clore la séance")
        self.at.sees("Plus personne n’ouvre les dossiers")

    def draws_the_minutes(self, path: str) -> None:
        """Read over, drawn, and read as the document that stays."""
        self.at.follows("Relire et établir le procès-verbal")
        self.at.sees(path, REASONS, f"Désaccord de {SEATED[GENDARMERIE][0]}", DISSENT)
        self.at.presses("Établir le procès-verbal")
        self.at.sees("Le procès-verbal est établi")
        holds_what_was_said(self.at.reads_pdf("Lire le procès-verbal"), path)

    def follows_up(self, path: str) -> None:
        """What the préfet made of the opinion."""
        self.at.goes_to("/")
        self.at.follows("Commission départementale")
        self.at.follows("Suivi des avis")
        self.at.sees(path, "avis favorable", "accordée")


def holds_what_was_said(minutes: str, path: str) -> None:
    """The text of the document."""
    for words in (path, REASONS, DISSENT, "avis favorable", "Pour : 1 ; contre : 1", "intérêt personnel", "quorum : 2"):
        assert words in minutes.replace("\xa0", " "), f"{words!r} is not in the minutes: {minutes}"


def pledges(member: Person, name: str, prefecture: Prefecture) -> None:
    """A member, who may sit elsewhere too, reads the convocation and undertakes secrecy; no file opens yet."""
    member.enters_as(name)
    member.follows("Commission départementale")
    member.sees("Vous y siégez")
    member.leads_on(member.main.locator("section", has_text=prefecture.name).locator(".recipients a").first)
    member.presses("Je m’y engage")
    member.sees("Votre engagement est noté")


def reads_the_file(member: Person, path: str, secret: str) -> str:
    """During the meeting: each page bears who reads it. Returns the file's address."""
    member.goes_to(member.at)
    member.follows(path)
    member.follows("Ouvrir le dossier")
    member.sees(secret, "Pour cette séance seulement")
    where = member.at
    member.follows(path)
    return where


def is_kept_from(member: Person, path: str) -> None:
    """Whoever is of the association that asks sees the point, and can neither open its file nor speak on it."""
    member.goes_to(member.at)
    member.follows(path)
    member.sees("Votre siège ne délibère pas sur ce point", ASSOCIATION)
    member.does_not_see("Ouvrir le dossier", "Faire mentionner mon désaccord")


def disagrees(member: Person) -> None:
    """For the minutes, after the opinion."""
    member.goes_to(member.at)
    member.follows("Faire mentionner mon désaccord")
    member.types("Vos raisons", DISSENT)
    member.presses("Le faire mentionner")
    member.sees("Votre désaccord sera mentionné")


def finds_it_shut(member: Person, file: str) -> None:
    """After the meeting: as if there were no such page."""
    answer = member.page.goto(member.origin + file)
    assert answer is not None
    assert answer.status == 404
