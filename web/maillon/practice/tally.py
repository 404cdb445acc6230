"""Single answers into counts: what a wall, a debrief and a département's figure are made of. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from maillon.guidance.enums import Assurance, Seen
from maillon.guidance.exercises.records import Scenario
from maillon.guidance.feedback import Play, asked, first_steps
from maillon.guidance.questions import right
from maillon.guidance.rulebook import Rulebook
from maillon.practice.marker import Practice


@dataclass(frozen=True)
class SignTally:
    """How many phones answered what about a sign."""

    code: str
    seen: int
    not_seen: int
    unsure: int


@dataclass(frozen=True)
class ScenarioTally:
    """The answers to one scenario. `counted` are those behind `signs` and `steps`; `finished` are all."""

    scenario: Scenario
    finished: int
    counted: int
    signs: tuple[SignTally, ...]
    steps: Mapping[str, int]


def tally(
    scenario: Scenario, plays: Iterable[Practice[Play]], book: Rulebook, on: date, *, finished: int
) -> ScenarioTally:
    """Counts these answers, sign by sign and step by step, in the order of the screens."""
    given = [play.invented for play in plays]
    chosen = Counter(play.step for play in given)
    return ScenarioTally(
        scenario=scenario,
        finished=finished,
        counted=len(given),
        signs=tuple(_sign(sign.code, given) for sign in asked(scenario, book)),
        # A step that today's rules no longer give is still counted, after the others.
        steps={code: chosen[code] for code in dict.fromkeys([*first_steps(scenario, book, on), *chosen])},
    )


def _sign(code: str, plays: Iterable[Play]) -> SignTally:
    answers = Counter(play.signs.get(code, Seen.UNSURE) for play in plays)
    return SignTally(code, answers[Seen.SEEN], answers[Seen.NOT_SEEN], answers[Seen.UNSURE])


@dataclass(frozen=True)
class KnowledgeTally:
    """How many phones gave the right answer to a question, of those counted."""

    code: str
    right: int


@dataclass(frozen=True)
class FeelingTally:
    """How many phones chose each word about a sentence."""

    code: str
    words: Mapping[Assurance, int]


@dataclass(frozen=True)
class MomentTally:
    """The questionnaires of one moment: `counted` phones."""

    counted: int
    knowledge: tuple[KnowledgeTally, ...]
    feelings: tuple[FeelingTally, ...]


def questionnaires(answers: Iterable[Practice[Mapping[str, str]]], book: Rulebook, on: date) -> MomentTally:
    """Counts the questionnaires of one moment, by the right answers of that day's data."""
    given = [one.invented for one in answers]
    exercises = book.exercises
    return MomentTally(
        counted=len(given),
        knowledge=tuple(
            KnowledgeTally(code, sum(one.get(code) == right(question, book, on).code for one in given))
            for code, question in exercises.questions.items()
        ),
        feelings=tuple(
            FeelingTally(code, {word: sum(one.get(code) == word for one in given) for word in Assurance})
            for code in exercises.feelings
        ),
    )


def added(kept: Iterable[Mapping[str, Any]], book: Rulebook) -> MomentTally | None:
    """The kept counts of several rooms as one; None where there are none. Questions that are gone are left out."""
    rooms = list(kept)
    if not rooms:
        return None
    knowledge: Counter[str] = Counter()
    words: Counter[tuple[str, str]] = Counter()
    for room in rooms:
        knowledge.update({one["code"]: one["right"] for one in room["knowledge"]})
        words.update({(one["code"], word): count for one in room["feelings"] for word, count in one["words"].items()})
    return MomentTally(
        counted=sum(room["counted"] for room in rooms),
        knowledge=tuple(KnowledgeTally(code, knowledge[code]) for code in book.exercises.questions),
        feelings=tuple(
            FeelingTally(code, {word: words[code, word] for word in Assurance}) for code in book.exercises.feelings
        ),
    )
