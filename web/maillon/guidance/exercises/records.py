"""Exercises as typed and frozen records: invented situations, wrong first steps, and what is asked before and after."""

from collections.abc import Mapping
from dataclasses import dataclass

from maillon.guidance.enums import Addressee, AgeClass, Setting, Theme, Trade
from maillon.guidance.facts import Facts
from maillon.guidance.records import Counts


@dataclass(frozen=True)
class Temptation:
    """What may be taken for a sign in a story: a sign's code, or a text (French msgid), and why it is none there.

    Without `sources` (codes of sign sources) it is our own reasoning.
    """

    sign: str
    text: str
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Scenario:
    """An invented situation. `story` has its sentences; `alarm` says whether what it shows is a reason to worry."""

    code: str
    title: str
    trade: Trade
    setting: Setting
    themes: frozenset[Theme]
    story: tuple[str, ...]
    seen: tuple[str, ...]
    not_seen: tuple[str, ...]
    tempting: tuple[Temptation, ...]
    missteps: tuple[str, ...]
    facts: Facts
    alarm: bool
    why: str
    sources: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole story (French msgid)."""
        return " ".join(self.story)

    @property
    def age(self) -> AgeClass:
        """The person's age as the story tells it."""
        return self.facts.age

    @property
    def minor(self) -> bool:
        """Whether the person is read as a minor."""
        return self.facts.minor


@dataclass(frozen=True)
class Misstep:
    """A first step that harms. `step` is the row of the rules whose sources say so."""

    code: str
    text: str
    why: str
    step: str


@dataclass(frozen=True)
class QuestionChoice:
    """One answer to a question: a text with counts of signs, a sign, or an addressee."""

    text: str
    counts: Counts | None
    sign: str
    addressee: Addressee | None

    @property
    def code(self) -> str:
        """What a form sends for it."""
        if self.counts is not None:
            return f"{self.counts.strong}-{self.counts.medium}-{self.counts.weak}"
        return self.sign or str(self.addressee)


@dataclass(frozen=True)
class Question:
    """A question of knowledge. Its right answer follows from the signs or the rules; these need an `age`."""

    code: str
    text: str
    choices: tuple[QuestionChoice, ...]
    age: AgeClass | None


@dataclass(frozen=True)
class Feeling:
    """A sentence about oneself, answered in words of assurance. No answer to it is right."""

    code: str
    text: str


@dataclass(frozen=True)
class Exercises:
    """Everything there is to practise with, by code, in the order of the file."""

    scenarios: Mapping[str, Scenario]
    missteps: Mapping[str, Misstep]
    questions: Mapping[str, Question]
    feelings: Mapping[str, Feeling]
