"""What somebody saw, missed and read into an exercise, and what it leads to. Pure, and never a mark or a rank."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from maillon.guidance.concern import Reading
from maillon.guidance.enums import Channel, Concern, Seen
from maillon.guidance.exercises.records import Scenario, Temptation
from maillon.guidance.facts import Step
from maillon.guidance.records import Sign
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.rules import reading, route

# The first step that goes with signs that are not enough: it stands in no row of the rules, since nothing is sent.
STAY = "stay"
_WORDS_ALONE = frozenset({Channel.SPEAK, Channel.CALL})


class Verdict(StrEnum):
    """What a first step means for a story. It speaks of the step, never of whoever took it."""

    FITS = "fits"
    EARLY = "early"
    LATE = "late"
    HARMS = "harms"


@dataclass(frozen=True)
class Play:
    """What somebody answered: about each sign asked, and which step comes first (a code of `first_steps`)."""

    signs: Mapping[str, Seen]
    step: str


@dataclass(frozen=True)
class OverRead:
    """A sign that was taken as seen and is not in the story. `denied`: the story says the contrary in so many words."""

    sign: Sign
    denied: bool
    temptation: Temptation | None


@dataclass(frozen=True)
class Feedback:
    """An answer beside the story: signs in the order of the trade's screen, readings by the rules of real life."""

    found: tuple[Sign, ...]
    unsure: tuple[Sign, ...]
    missed: tuple[Sign, ...]
    over_read: tuple[OverRead, ...]
    # What could be taken for a sign and was not, or is no sign at all: explained to everybody.
    temptations: tuple[Temptation, ...]
    own: Reading
    story: Reading
    step: str
    verdict: Verdict
    steps: tuple[Step, ...]


def asked(scenario: Scenario, book: Rulebook) -> tuple[Sign, ...]:
    """The signs of the trade's screen in real life, for a person of this age."""
    return book.indicators.asked_of(scenario.trade, minor=scenario.minor)


def first_steps(scenario: Scenario, book: Rulebook, on: date) -> tuple[str, ...]:
    """What is offered as a first step: those of the rules, staying attentive, and two that harm. None stands out.

    Their order is always the same for a story and depends on nothing that gives the answer away.
    """
    codes = [step.code for step in route(scenario.facts, book, on).steps]
    return tuple(sorted([*codes, STAY, *scenario.missteps], key=lambda code: _shuffled(scenario.code, code)))


def _shuffled(*parts: str) -> bytes:
    return hashlib.sha256("/".join(parts).encode()).digest()


def story_reading(scenario: Scenario, book: Rulebook) -> Reading:
    """What the rules read in exactly the signs that the story shows."""
    shown = {sign.code: Seen.SEEN if sign.code in scenario.seen else Seen.NOT_SEEN for sign in asked(scenario, book)}
    return reading(shown, scenario.facts, book)


def feedback(scenario: Scenario, play: Play, book: Rulebook, on: date) -> Feedback:
    """Compares answers with the story. Signs that were not asked are left out; those without an answer are unsure."""
    signs = asked(scenario, book)
    given = {sign.code: play.signs.get(sign.code, Seen.UNSURE) for sign in signs}
    shown = [sign for sign in signs if sign.code in scenario.seen]
    story, steps = story_reading(scenario, book), route(scenario.facts, book, on).steps
    over = tuple(
        _over_read(sign, scenario) for sign in signs if given[sign.code] is Seen.SEEN and sign.code not in scenario.seen
    )
    explained = {one.temptation for one in over}
    return Feedback(
        found=tuple(sign for sign in shown if given[sign.code] is Seen.SEEN),
        unsure=tuple(sign for sign in shown if given[sign.code] is Seen.UNSURE),
        missed=tuple(sign for sign in shown if given[sign.code] is Seen.NOT_SEEN),
        over_read=over,
        temptations=tuple(one for one in scenario.tempting if one not in explained),
        own=reading(given, scenario.facts, book),
        story=story,
        step=play.step,
        verdict=verdict(play.step, scenario, story.concern, steps),
        steps=steps,
    )


def _over_read(sign: Sign, scenario: Scenario) -> OverRead:
    temptation = next((one for one in scenario.tempting if one.sign == sign.code), None)
    return OverRead(sign, sign.code in scenario.not_seen, temptation)


def verdict(step: str, scenario: Scenario, concern: Concern, steps: tuple[Step, ...]) -> Verdict:
    """What taking this step first means where the story is read so and the rules give these steps.

    Signs that ask for attention let one speak and ask for advice; they do not yet let anything be sent.
    """
    if step in scenario.missteps:
        return Verdict.HARMS
    if step == STAY:
        return Verdict.LATE if concern is Concern.CONCERN else Verdict.FITS
    if concern is Concern.CONCERN:
        return Verdict.FITS
    channel = next((one.channel for one in steps if one.code == step), None)
    return Verdict.FITS if concern is Concern.ATTENTIVE and channel in _WORDS_ALONE else Verdict.EARLY
