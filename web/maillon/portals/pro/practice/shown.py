"""A wall, a debrief and a département's counts in words. All texts are translated."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from maillon.guidance.enums import Assurance
from maillon.guidance.feedback import Verdict, story_reading, verdict
from maillon.guidance.questions import right
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.rules import route
from maillon.portals.components.exercise.screens import StoryShown, step_text, story
from maillon.portals.components.exercise.shown import Explained, temptation, titles
from maillon.portals.components.readings import ReadingShown, shown
from maillon.portals.pro.practice.forms import choice_text
from maillon.practice.selectors import Figures, Wall
from maillon.practice.tally import MomentTally, ScenarioTally

_OVER_READ = 5


@dataclass(frozen=True)
class Part:
    """A piece of a bar: what it stands for, where it begins and how long it is, in hundredths of the bar."""

    name: str
    start: float
    length: float


def bar(counts: Mapping[str, int], of: int) -> tuple[Part, ...]:
    """A bar of counts laid end to end, where `of` phones fill it. Empty when there is nobody to count."""
    parts: list[Part] = []
    start = 0.0
    for name, count in counts.items():
        length = round(100 * count / of, 2) if of else 0.0
        if length:
            parts.append(Part(name, start, length))
        start += length
    return tuple(parts)


@dataclass(frozen=True)
class SignRow:
    """How many phones answered what about a sign. `story`: shown, denied, or empty where the story says nothing."""

    text: str
    story: str
    seen: int
    not_seen: int
    unsure: int

    @property
    def bar(self) -> tuple[Part, ...]:
        """The answers as a picture, in the order of the table's columns."""
        counts = {"seen": self.seen, "not-seen": self.not_seen, "unsure": self.unsure}
        return bar(counts, sum(counts.values()))


@dataclass(frozen=True)
class StepRow:
    """How many of the `counted` phones chose a first step, and what it means for the story."""

    text: str
    means: str
    chosen: int
    counted: int

    @property
    def bar(self) -> tuple[Part, ...]:
        """Its share of the phones as a picture."""
        return bar({"seen": self.chosen}, self.counted)


@dataclass(frozen=True)
class ScenarioShown:
    """One situation on the wall. `signs` and `steps` are empty until enough phones have answered."""

    story: StoryShown
    finished: int
    counted: int
    signs: tuple[SignRow, ...]
    steps: tuple[StepRow, ...]
    reading: ReadingShown
    why: str
    read_in: tuple[str, ...]
    temptations: tuple[Explained, ...]

    @property
    def found(self) -> tuple[SignRow, ...]:
        """The signs of the story, and who saw them."""
        return tuple(row for row in self.signs if row.story == "shown")

    @property
    def over_read(self) -> tuple[SignRow, ...]:
        """Signs that the story does not show and that somebody saw, those that most saw first; a sheet holds a few."""
        read = [row for row in self.signs if row.story != "shown" and row.seen]
        return tuple(sorted(read, key=lambda row: -row.seen)[:_OVER_READ])


@dataclass(frozen=True)
class Beside:
    """One line of the questionnaire, before and after."""

    text: str
    answer: str
    before: str
    after: str


@dataclass(frozen=True)
class WallShown:
    """A room's counts, ready for its templates."""

    joined: int
    over: bool
    scenarios: tuple[ScenarioShown, ...]
    beside: tuple[Beside, ...]
    asked_before: int
    asked_after: int


@dataclass(frozen=True)
class FiguresShown:
    """A département's counts, ready for its template."""

    rooms: int
    joined: int
    beside: tuple[Beside, ...]
    counted: int


def wall_shown(wall: Wall, book: Rulebook, on: date) -> WallShown:
    """A wall in words."""
    return WallShown(
        joined=wall.joined,
        over=wall.over,
        scenarios=tuple(_scenario(one, book, on) for one in wall.scenarios),
        beside=beside(wall.before, wall.after, book, on),
        asked_before=wall.before.counted if wall.before else 0,
        asked_after=wall.after.counted if wall.after else 0,
    )


def figures_shown(figures: Figures, book: Rulebook) -> FiguresShown:
    """A département's counts in words."""
    lines = beside(figures.before, figures.after, book, figures.on)
    return FiguresShown(figures.rooms, figures.joined, lines, figures.before.counted if figures.before else 0)


def _scenario(tallied: ScenarioTally, book: Rulebook, on: date) -> ScenarioShown:
    scenario = tallied.scenario
    return ScenarioShown(
        story=story(scenario, book),
        finished=tallied.finished,
        counted=tallied.counted,
        signs=_signs(tallied, book) if tallied.counted else (),
        steps=_steps(tallied, book, on) if tallied.counted else (),
        reading=shown(story_reading(scenario, book), book, minor=scenario.minor),
        why=_(scenario.why),
        read_in=titles(scenario.sources, book),
        temptations=tuple(temptation(one, book) for one in scenario.tempting),
    )


def _signs(tallied: ScenarioTally, book: Rulebook) -> tuple[SignRow, ...]:
    scenario = tallied.scenario
    told = dict.fromkeys(scenario.not_seen, "denied") | dict.fromkeys(scenario.seen, "shown")
    return tuple(
        SignRow(_(book.signs[one.code].text), told.get(one.code, ""), one.seen, one.not_seen, one.unsure)
        for one in tallied.signs
    )


def _steps(tallied: ScenarioTally, book: Rulebook, on: date) -> tuple[StepRow, ...]:
    scenario = tallied.scenario
    concern, steps = story_reading(scenario, book).concern, route(scenario.facts, book, on).steps
    return tuple(
        StepRow(step_text(code, book), _means(verdict(code, scenario, concern, steps)), chosen, tallied.counted)
        for code, chosen in tallied.steps.items()
    )


def _means(found: Verdict) -> str:
    words = {
        Verdict.FITS: _("Juste"),
        Verdict.EARLY: _("Trop tôt"),
        Verdict.LATE: _("Trop tard"),
        Verdict.HARMS: _("À ne pas faire"),
    }
    return words[found]


def beside(before: MomentTally | None, after: MomentTally | None, book: Rulebook, on: date) -> tuple[Beside, ...]:
    """The questionnaire line by line: how many gave the right answer, and which words were chosen."""
    lines = []
    for code, question in book.exercises.questions.items():
        answer = choice_text(right(question, book, on), book)
        lines.append(Beside(_(question.text), answer, _right(before, code), _right(after, code)))
    for code, feeling in book.exercises.feelings.items():
        lines.append(Beside(_(feeling.text), "", _words(before, code, book), _words(after, code, book)))
    return tuple(lines)


def _right(tallied: MomentTally | None, code: str) -> str:
    if tallied is None:
        return "–"
    found = next(one.right for one in tallied.knowledge if one.code == code)
    return _("%(right)s sur %(counted)s") % {"right": found, "counted": tallied.counted}


def _words(tallied: MomentTally | None, code: str, book: Rulebook) -> str:
    if tallied is None:
        return "–"
    found = next(one.words for one in tallied.feelings if one.code == code)
    return ", ".join(_line(word, found[word], book) for word in Assurance if found[word])


def _line(word: Assurance, count: int, book: Rulebook) -> str:
    return _("%(word)s : %(count)s") % {"word": _(book.word(word)), "count": count}
