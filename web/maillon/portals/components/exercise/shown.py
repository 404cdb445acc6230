"""Feedback on an exercise in words: seen, missed, read into it, and why, with the sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from maillon.guidance.exercises.records import Scenario, Temptation
from maillon.guidance.feedback import STAY, Feedback, OverRead, Play, Verdict, feedback
from maillon.guidance.records import Sign
from maillon.guidance.rulebook import Rulebook
from maillon.portals.components.exercise.screens import step_text
from maillon.portals.components.guided import NumberLine, StepLine, known_step, number_lines, step_lines
from maillon.portals.components.readings import ReadingShown, SignLine, shown, sign_line
from maillon.practice.marker import Practice

_TONES = {Verdict.FITS: "success", Verdict.EARLY: "info", Verdict.LATE: "warning", Verdict.HARMS: "danger"}


@dataclass(frozen=True)
class Explained:
    """What was, or could be, taken for a sign, and why it is none. Without `read_in` it is our own reasoning."""

    text: str
    why: tuple[str, ...]
    read_in: tuple[str, ...]


@dataclass(frozen=True)
class StepSaid:
    """The first step that was chosen, and what it means for this story."""

    text: str
    title: str
    tone: str
    why: str
    law: StepLine | None


@dataclass(frozen=True)
class FeedbackShown:
    """Feedback, ready for its template. All texts are translated."""

    found: tuple[SignLine, ...]
    unsure: tuple[SignLine, ...]
    missed: tuple[SignLine, ...]
    over_read: tuple[Explained, ...]
    temptations: tuple[Explained, ...]
    own: ReadingShown
    story: ReadingShown
    why: str
    read_in: tuple[str, ...]
    chosen: StepSaid
    steps: list[StepLine]
    listening: tuple[NumberLine, ...]

    @property
    def agrees(self) -> bool:
        """Whether her reading is that of the story."""
        return self.own.concern is self.story.concern


def feedback_shown(scenario: Scenario, play: Practice[Play], book: Rulebook, on: date) -> FeedbackShown:
    """What is said to somebody who played a scenario."""
    said = feedback(scenario, play.invented, book, on)
    return FeedbackShown(
        found=_lines(said.found, book),
        unsure=_lines(said.unsure, book),
        missed=_lines(said.missed, book),
        over_read=tuple(_over_read(one, book) for one in said.over_read),
        temptations=tuple(temptation(one, book) for one in said.temptations),
        own=shown(said.own, book, minor=scenario.minor),
        story=shown(said.story, book, minor=scenario.minor),
        why=_(scenario.why),
        read_in=titles(scenario.sources, book),
        chosen=_chosen(said, book, on),
        steps=step_lines(said.steps, on),
        listening=listening(book, on),
    )


def titles(sources: Iterable[str], book: Rulebook) -> tuple[str, ...]:
    """Where signs were read, as they are named on screen."""
    return tuple(book.indicators.sources[code].title for code in sources)


def temptation(one: Temptation, book: Rulebook) -> Explained:
    """A temptation in words."""
    text = _(book.signs[one.sign].text) if one.sign else _(one.text)
    return Explained(text, (_(one.why),), titles(one.sources, book))


def listening(book: Rulebook, on: date) -> tuple[NumberLine, ...]:
    """The numbers for advice, as in real life where nothing suffices."""
    lines = (one for one in book.contacts.values() if one.number and not (one.emergency or one.zone))
    return number_lines((one.code for one in lines if not one.expired_on(on)), on)


def _lines(signs: Iterable[Sign], book: Rulebook) -> tuple[SignLine, ...]:
    return tuple(sign_line(sign, book) for sign in signs)


def _over_read(one: OverRead, book: Rulebook) -> Explained:
    if one.temptation is not None:
        why = _(one.temptation.why)
    elif one.denied:
        why = _("L’histoire dit le contraire.")
    else:
        why = _("L’histoire n’en dit rien : c’est une supposition.")
    otherwise = _("Autre explication possible : %(text)s") % {"text": _(one.sign.otherwise)}
    evidence = _("Signe %(strength)s ; %(evidence)s.") % {
        "strength": _(book.word(one.sign.strength)) if one.sign.strength else "",
        "evidence": _(book.word(one.sign.evidence)),
    }
    return Explained(_(one.sign.text), (why, otherwise, evidence), titles(one.sign.sources, book))


def _chosen(said: Feedback, book: Rulebook, on: date) -> StepSaid:
    title, why = _verdict(said)
    misstep = book.exercises.missteps.get(said.step)
    law = known_step(misstep.step, on) if misstep is not None else None
    if misstep is not None:
        why = _(misstep.why)
    return StepSaid(step_text(said.step, book), title, _TONES[said.verdict], why, law)


def _verdict(said: Feedback) -> tuple[str, str]:
    if said.verdict is Verdict.FITS:
        if said.step == STAY:
            return _("Juste"), _("Ce que l’histoire montre ne suffit pas à transmettre.")
        return _("Juste"), _("C’est une des démarches proposées ici : vous la retrouvez plus bas, avec sa source.")
    if said.verdict is Verdict.EARLY:
        return _("Trop tôt"), _(
            "Ce que l’histoire montre ne suffit pas encore. Un appel pour conseil n’accuse personne."
        )
    if said.verdict is Verdict.LATE:
        return _("Trop tard"), _(
            "Plusieurs signes vont dans le même sens : il est temps de parler et de passer le relais."
        )
    return _("À ne pas faire"), ""
