"""Signs as they are asked: one question each, three answers, the most telling twelve first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from maillon.guidance.enums import Seen
from maillon.guidance.records import Sign
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.signs import FIRST_SCREEN

PREFIX = "sign-"


@dataclass(frozen=True)
class SeenChoice:
    """One of the three answers, translated."""

    value: str
    label: str


@dataclass(frozen=True)
class SignAsked:
    """A sign and the answers to it; `given` is the one given before, or empty."""

    name: str
    text: str
    answers: tuple[SeenChoice, ...]
    given: str = ""


@dataclass(frozen=True)
class Grid:
    """The signs of the first screen, and the others."""

    first: tuple[SignAsked, ...]
    more: tuple[SignAsked, ...]

    @property
    def opened(self) -> bool:
        """Whether one of the others has an answer, so that they must not be folded away."""
        return any(asked.given for asked in self.more)


def grid(signs: Iterable[Sign], book: Rulebook, given: Mapping[str, Seen]) -> Grid:
    """The signs as questions, in their order; `given` has the answers so far, by code."""
    answers = tuple(SeenChoice(seen.value, gettext(book.word(seen))) for seen in Seen)
    asked = tuple(
        SignAsked(PREFIX + sign.code, gettext(sign.text), answers, given.get(sign.code, "")) for sign in signs
    )
    return Grid(asked[:FIRST_SCREEN], asked[FIRST_SCREEN:])


def answers_in(posted: Mapping[str, str], signs: Iterable[Sign]) -> dict[str, Seen]:
    """The answer to each of these signs in what a browser sent; what is not answered, or in no list, is unsure."""
    known = {seen.value: seen for seen in Seen}
    return {sign.code: known.get(posted.get(PREFIX + sign.code, ""), Seen.UNSURE) for sign in signs}
