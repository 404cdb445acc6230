"""Each question as a screen: its title, its answers, and how far along it is."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from maillon.guidance.enums import AgeClass, Trade
from maillon.guidance.rulebook import Rulebook
from maillon.portals.components.asking import Grid, grid
from maillon.portals.components.questions import Choice
from maillon.portals.field.doubt.answers import Answers, Danger, Question

_TITLES: dict[Question, str | Promise] = {
    Question.TRADE: _("Quel est votre métier ?"),
    Question.DANGER: _("Quelqu’un est-il en danger immédiat ?"),
    Question.AGE: _("Quel âge a la personne, selon vous ?"),
    Question.SIGNS: _("Qu’avez-vous remarqué ?"),
}


@dataclass(frozen=True)
class Screen:
    """`choices` for a question of one answer, `grid` for the signs. `previous` is the question before."""

    question: Question
    title: str | Promise
    number: int
    total: int
    previous: Question | None
    choices: tuple[Choice, ...] = ()
    grid: Grid | None = None


def screen(answers: Answers, book: Rulebook) -> Screen:
    """The screen of the next open question."""
    order = tuple(Question)
    question = answers.open() or Question.SIGNS
    place = order.index(question)
    return Screen(
        question=question,
        title=_TITLES[question],
        number=place + 1,
        total=len(order),
        previous=order[place - 1] if place else None,
        choices=_choices(question, book),
        grid=grid(answers.asked(book.indicators), book, {}) if question is Question.SIGNS else None,
    )


def _choices(question: Question, book: Rulebook) -> tuple[Choice, ...]:
    if question is Question.TRADE:
        return tuple(Choice(trade.value, gettext(book.word(trade))) for trade in Trade)
    if question is Question.DANGER:
        return (
            Choice(Danger.YES, _("Oui, ou je ne sais pas"), _("Les numéros à appeler, tout de suite"), urgent=True),
            Choice(Danger.NO, _("Non")),
        )
    if question is Question.AGE:
        # A minor's way comes first, and doubt leads there.
        return tuple(Choice(age.value, gettext(book.word(age)).capitalize()) for age in AgeClass)
    return ()
