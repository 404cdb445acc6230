"""A reading of signs in words for a screen: what it amounts to, why, what is open, what would change it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from maillon.base.enums import Confidence
from maillon.guidance.concern import Reading
from maillon.guidance.enums import Concern
from maillon.guidance.records import Sign
from maillon.guidance.rulebook import Rulebook

TONES = {Concern.NOTHING: "info", Concern.ATTENTIVE: "warning", Concern.CONCERN: "danger"}


@dataclass(frozen=True)
class SignLine:
    """A sign with what it is worth and what else it can mean. All texts are translated."""

    text: str
    otherwise: str
    evidence: str
    strength: str
    read_in: tuple[str, ...]


@dataclass(frozen=True)
class ReasonLine:
    """Signs that count together, and whether they are enough."""

    title: str
    signs: tuple[SignLine, ...]
    met: bool


@dataclass(frozen=True)
class ReadingShown:
    """A reading, ready for its template. `raised_by` has alternatives, each a list of signs that would do together."""

    concern: Concern
    word: str
    tone: str
    reasons: tuple[ReasonLine, ...]
    set_aside: tuple[SignLine, ...]
    open: tuple[str, ...]
    raised_by: tuple[tuple[str, ...], ...]
    lowered_by: tuple[str, ...]
    another_age: str
    to_confirm: bool
    version: str

    @property
    def enough(self) -> bool:
        """Whether there is a reason to act."""
        return self.concern is Concern.CONCERN

    @property
    def nothing(self) -> bool:
        """Whether nothing that was seen counts."""
        return self.concern is Concern.NOTHING


def shown(reading: Reading, book: Rulebook, *, minor: bool) -> ReadingShown:
    """The reading of a person's signs; `minor` as it was read."""
    return ReadingShown(
        concern=reading.concern,
        word=_(book.word(reading.concern)),
        tone=TONES[reading.concern],
        reasons=tuple(
            ReasonLine(
                _(book.word(reason.dimension)) if reason.dimension else _("mis ensemble, comme pour tout mineur"),
                _lines(reason.signs, book),
                reason.met,
            )
            for reason in reading.reasons
        ),
        set_aside=_lines(reading.set_aside, book),
        open=_texts(reading.open, book),
        raised_by=tuple(_texts(codes, book) for codes in reading.raised_by),
        lowered_by=_texts(reading.lowered_by, book),
        another_age=_another_age(reading, book, minor=minor),
        to_confirm=reading.confidence is Confidence.UNCONFIRMED,
        version=reading.version,
    )


def _another_age(reading: Reading, book: Rulebook, *, minor: bool) -> str:
    if reading.at_another_age is reading.concern:
        return ""
    other = _(book.word(reading.at_another_age))
    if minor:
        return _("Si la personne est majeure, la lecture devient : %(other)s.") % {"other": other}
    return _("Si la personne est mineure, la lecture devient : %(other)s.") % {"other": other}


def _texts(codes: Iterable[str], book: Rulebook) -> tuple[str, ...]:
    return tuple(_(book.signs[code].text) for code in codes)


def _lines(codes: Iterable[str], book: Rulebook) -> tuple[SignLine, ...]:
    return tuple(sign_line(book.signs[code], book) for code in codes)


def sign_line(sign: Sign, book: Rulebook) -> SignLine:
    """One sign in words."""
    return SignLine(
        text=_(sign.text),
        otherwise=_(sign.otherwise),
        evidence=_(book.word(sign.evidence)),
        strength=_(book.word(sign.strength)) if sign.strength else "",
        read_in=tuple(book.indicators.sources[code].title for code in sign.sources),
    )
