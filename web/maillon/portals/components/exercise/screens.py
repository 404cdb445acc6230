"""One exercise as screens: its story, the signs of the trade as in real life, the first steps on offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from maillon.guidance.enums import Seen
from maillon.guidance.exercises.records import Scenario
from maillon.guidance.feedback import STAY, asked, first_steps
from maillon.guidance.rulebook import Rulebook
from maillon.portals.components.asking import Grid, grid
from maillon.portals.components.exercise.playing import Progress, Stage


@dataclass(frozen=True)
class StoryShown:
    """A story as it is told. All texts are translated."""

    code: str
    title: str
    trade: str
    setting: str
    age: str
    themes: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class StepOffered:
    """A first step to choose."""

    value: str
    label: str


@dataclass(frozen=True)
class Screen:
    """What the next screen of an exercise needs: `grid` for the signs, `steps` for the first step."""

    stage: Stage
    story: StoryShown
    grid: Grid | None
    steps: tuple[StepOffered, ...]
    kept: list[tuple[str, str]]


def screen(progress: Progress, scenario: Scenario, book: Rulebook, on: date) -> Screen:
    """The screen that somebody with these answers comes to."""
    offered = first_steps(scenario, book, on) if progress.stage is Stage.STEP else ()
    return Screen(
        stage=progress.stage,
        story=story(scenario, book),
        grid=_grid(scenario, book, progress.signs) if progress.stage is Stage.SIGNS else None,
        steps=tuple(StepOffered(code, step_text(code, book)) for code in offered),
        kept=progress.kept,
    )


def _grid(scenario: Scenario, book: Rulebook, given: Mapping[str, Seen]) -> Grid:
    return grid(asked(scenario, book), book, given)


def story(scenario: Scenario, book: Rulebook) -> StoryShown:
    """A scenario in words."""
    return StoryShown(
        code=scenario.code,
        title=_(scenario.title),
        trade=_(book.word(scenario.trade)),
        setting=_(book.word(scenario.setting)),
        age=_(book.word(scenario.age)),
        themes=tuple(_(book.word(theme)) for theme in sorted(scenario.themes)),
        text=_(scenario.text),
    )


def step_text(code: str, book: Rulebook) -> str:
    """What a first step is: a step of the rules, staying attentive, or a step that harms. Its code where none is."""
    if code == STAY:
        return _(
            "Rester attentif et disponible, garder le lien, demander conseil : sans rien transmettre pour l’instant."
        )
    misstep = book.exercises.missteps.get(code)
    if misstep is not None:
        return _(misstep.text)
    return _(book.rows[code].what) if code in book.rows else code
