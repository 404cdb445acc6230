"""How far somebody is in one exercise, read anew from each form: story, signs as in real life, first step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from maillon.guidance.enums import Seen
from maillon.guidance.exercises.records import Scenario
from maillon.guidance.feedback import Play, asked, first_steps
from maillon.guidance.rulebook import Rulebook
from maillon.portals.components.asking import PREFIX, answers_in
from maillon.practice.marker import Practice


class Stage(StrEnum):
    """One screen each; DONE is when everything has been answered."""

    STORY = "story"
    SIGNS = "signs"
    STEP = "step"
    DONE = "done"


@dataclass(frozen=True)
class Progress:
    """The answers so far. `signs` is empty until the signs have been answered."""

    stage: Stage
    signs: Mapping[str, Seen]
    step: str = ""

    @property
    def play(self) -> Practice[Play]:
        """The whole answer, marked as an exercise's."""
        return Practice(Play(self.signs, self.step))

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The answers about signs as hidden fields of the next form."""
        return [(PREFIX + code, answer.value) for code, answer in self.signs.items()]


def read(posted: Mapping[str, str], scenario: Scenario, book: Rulebook, on: date) -> Progress:
    """What a form holds. What is in no closed list counts as not answered; `back` names the screen to return to."""
    given = _signs(posted, scenario, book)
    if posted.get("back") == Stage.STORY or not (given or posted.get("read") or posted.get("back")):
        return Progress(Stage.STORY, {})
    if not given or posted.get("back") == Stage.SIGNS:
        return Progress(Stage.SIGNS, given)
    step = posted.get("step", "")
    if step not in first_steps(scenario, book, on):
        return Progress(Stage.STEP, given)
    return Progress(Stage.DONE, given, step)


def _signs(posted: Mapping[str, str], scenario: Scenario, book: Rulebook) -> dict[str, Seen]:
    signs = asked(scenario, book)
    if posted.get("signs") == "none":
        return {sign.code: Seen.NOT_SEEN for sign in signs}
    return answers_in(posted, signs) if posted.get("signs") else {}
