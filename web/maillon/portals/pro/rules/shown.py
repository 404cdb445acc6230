"""The guidance's records as the pages list them: with their words, and what they are worth that day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce

from django.utils.translation import gettext as _

from maillon.base.enums import Confidence
from maillon.guidance.enums import Trade
from maillon.guidance.records import Clock, Contact, GroundTerms, LegalSource, Row, Rule, Sign
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.wording import Phrase, in_words

_TONES = {Confidence.VERIFIED: "done", Confidence.SECONDARY: "info", Confidence.UNCONFIRMED: "attention"}


@dataclass(frozen=True)
class Certainty:
    """How sure something is, as a msgid, and the colour of its tag."""

    word: str
    tone: str


@dataclass(frozen=True)
class SourceShown:
    """A source that day. `late` is True once nobody has read it for too long."""

    source: LegalSource
    certainty: Certainty
    late: bool


@dataclass(frozen=True)
class Rank:
    """The place of a step among those of which the first that holds is taken."""

    place: int
    total: int


@dataclass(frozen=True)
class StepShown:
    """A row of the rules in words (msgids). `when` lists the alternatives, any of which is enough, as sentences.

    `choice` is empty where nothing is sent; `rank` is None where no other step stands in its way.
    """

    row: Row
    when: tuple[str, ...]
    to_whom: str
    how: tuple[str, ...]
    identity: str
    choice: str
    rank: Rank | None
    ground: GroundTerms
    identity_ground: GroundTerms | None
    sources: tuple[SourceShown, ...]
    certainty: Certainty


@dataclass(frozen=True)
class RuleShown:
    rule: Rule
    steps: tuple[StepShown, ...]


@dataclass(frozen=True)
class GroundShown:
    terms: GroundTerms
    sources: tuple[SourceShown, ...]


@dataclass(frozen=True)
class ClockShown:
    clock: Clock
    to_whom: str
    sources: tuple[SourceShown, ...]


@dataclass(frozen=True)
class ContactShown:
    """A number or site that day. `late` is True once nobody has checked it for too long."""

    contact: Contact
    certainty: Certainty
    late: bool


@dataclass(frozen=True)
class SignShown:
    sign: Sign
    scope: str
    evidence: str
    certainty: Certainty
    read_in: str


@dataclass(frozen=True)
class TradeShown:
    """The signs of one trade, or of several that are asked the same."""

    names: tuple[str, ...]
    signs: tuple[SignShown, ...]


def rules(book: Rulebook, on: date) -> list[RuleShown]:
    """Every rule with its steps."""
    return [
        RuleShown(rule, tuple(_step(row, book, on) for row in book.rows.values() if row.rule == rule.code))
        for rule in book.rules.values()
    ]


def sources(book: Rulebook, on: date) -> list[SourceShown]:
    """Every legal source."""
    return _sources(book.sources, book, on)


def grounds(book: Rulebook, on: date) -> list[GroundShown]:
    """Every ground of the closed list."""
    return [GroundShown(item, tuple(_sources(item.sources, book, on))) for item in book.grounds.values()]


def clocks(book: Rulebook, on: date) -> list[ClockShown]:
    """Every delay that the law sets."""
    return [
        ClockShown(item, book.word(item.addressee), tuple(_sources(item.sources, book, on)))
        for item in book.clocks.values()
    ]


def contacts(book: Rulebook, on: date) -> list[ContactShown]:
    """Every number and site."""
    return [
        ContactShown(item, _certainty(item.confidence, book), item.expired_on(on)) for item in book.contacts.values()
    ]


def signs_by_trade(book: Rulebook) -> list[TradeShown]:
    """What each trade is asked; trades with the same list stand together."""
    names: dict[tuple[Sign, ...], list[str]] = {}
    for trade in Trade:
        names.setdefault(book.indicators.asked(trade), []).append(book.word(trade))
    return [TradeShown(tuple(same), tuple(_sign(sign, book) for sign in signs)) for signs, same in names.items()]


def discarded(book: Rulebook) -> list[SignShown]:
    """The signs that a test found not to tell anything."""
    return [_sign(sign, book) for sign in book.indicators.discarded()]


def _certainty(confidence: Confidence, book: Rulebook) -> Certainty:
    return Certainty(book.word(confidence), _TONES[confidence])


def _sources(codes: Iterable[str], book: Rulebook, on: date) -> list[SourceShown]:
    found = [book.sources[code] for code in codes]
    return [
        SourceShown(source, _certainty(source.confidence_on(on), book), on >= source.expires_on) for source in found
    ]


def _step(row: Row, book: Rulebook, on: date) -> StepShown:
    return StepShown(
        row=row,
        when=tuple(_sentence(in_words(condition, book)) for condition in row.when),
        to_whom=book.word(row.addressee),
        how=(book.word(row.duty), book.word(row.delay), book.word(row.channel)),
        identity=book.word(row.identity),
        choice=book.word(row.choice) if row.choice else "",
        rank=_rank(row, book),
        ground=book.grounds[row.ground],
        identity_ground=book.grounds[row.identity_ground] if row.identity_ground else None,
        sources=tuple(_sources(row.sources, book, on)),
        certainty=_certainty(book.confidence(row.sources, on), book),
    )


def _sign(sign: Sign, book: Rulebook) -> SignShown:
    return SignShown(
        sign=sign,
        scope=book.word(sign.scope),
        evidence=book.word(sign.evidence),
        certainty=_certainty(sign.confidence, book),
        read_in=_joined(book.indicators.sources[code].title for code in sign.sources),
    )


def _rank(row: Row, book: Rulebook) -> Rank | None:
    same = [other.code for other in book.rows.values() if other.slot == row.slot] if row.slot else []
    return Rank(same.index(row.code) + 1, len(same)) if len(same) > 1 else None


def _sentence(phrases: Iterable[Phrase]) -> str:
    return _joined(
        _("%(fact)s : %(values)s") % {"fact": _(phrase.label), "values": _listed(phrase)} for phrase in phrases
    )


def _listed(phrase: Phrase) -> str:
    word = _("et") if phrase.every else _("ou")
    return f" {word} ".join(_(value) for value in phrase.values)


def _joined(parts: Iterable[str]) -> str:
    return reduce(lambda one, other: _("%(one)s ; %(other)s") % {"one": one, "other": other}, parts)
