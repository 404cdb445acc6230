"""Each question as a screen: its title, its answers, and how far along it is."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.guidance.doors import Age, Need, Whom
from maillon.portals.components.questions import Choice
from maillon.portals.public.doors.answers import Answers, Danger, Question

_FOR_SELF: dict[Question, str | Promise] = {
    Question.WHOM: _("Pour qui cherchez-vous de l’aide ?"),
    Question.AGE: _("Quel âge avez-vous ?"),
    Question.DANGER: _("Y a-t-il un danger maintenant ?"),
    Question.NEED: _("De quoi avez-vous besoin d’abord ?"),
}
_FOR_OTHER = _FOR_SELF | {
    Question.AGE: _("Quel âge a la personne ?"),
    Question.NEED: _("De quoi la personne a-t-elle besoin d’abord ?"),
}


@dataclass(frozen=True)
class Screen:
    """`previous` is the question before, None on the first."""

    question: Question
    title: str | Promise
    number: int
    total: int
    previous: Question | None
    choices: tuple[Choice, ...]


_CHOICES: dict[Question, tuple[Choice, ...]] = {
    Question.WHOM: (Choice(Whom.SELF, _("Pour moi")), Choice(Whom.OTHER, _("Pour quelqu’un d’autre"))),
    # Doubt leads where a minor is led.
    Question.AGE: (
        Choice(Age.MINOR, _("Moins de 18 ans, ou peut-être")),
        Choice(Age.ADULT, _("18 ans ou plus")),
    ),
    Question.DANGER: (
        Choice(Danger.YES, _("Oui, ou je ne sais pas"), _("Les numéros à appeler, tout de suite"), urgent=True),
        Choice(Danger.NO, _("Non")),
    ),
    Question.NEED: (
        Choice(Need.TALK, _("Parler à quelqu’un")),
        Choice(Need.SHELTER, _("Un endroit où dormir")),
        Choice(Need.CARE, _("Des soins")),
        Choice(Need.POLICE, _("La police ou la gendarmerie")),
        Choice(Need.RIGHTS, _("Connaître ses droits")),
        Choice(Need.LEAVE, _("Arrêter, faire autre chose")),
        Choice(Need.ONLINE, _("Des images ou une annonce en ligne")),
    ),
}


def screen(answers: Answers) -> Screen:
    """The screen of the next open question."""
    order = tuple(Question)
    question = answers.open() or Question.NEED
    place = order.index(question)
    titles = _FOR_OTHER if answers.whom is Whom.OTHER else _FOR_SELF
    previous = order[place - 1] if place else None
    return Screen(question, titles[question], place + 1, len(order), previous, _CHOICES[question])
