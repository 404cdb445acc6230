"""What the data files hold, as typed and frozen records. Their French texts are gettext msgids."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from maillon.base.enums import Confidence
from maillon.guidance.choices import choice
from maillon.guidance.conditions import Condition
from maillon.guidance.enums import (
    Addressee,
    Channel,
    Choice,
    Delay,
    Dimension,
    Duty,
    Evidence,
    Ground,
    Identity,
    IloDimension,
    Scope,
    Section,
    Setting,
    Strength,
    Trade,
)


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A record of a data file. `article` is empty where no text says so and the choice is ours."""

    code: str
    article: str
    source: str
    confidence: Confidence
    checked_on: date
    expires_on: date

    def confidence_on(self, on: date) -> Confidence:
        """What it is worth that day: from its expiry on, nothing, until somebody reads the text again."""
        return Confidence.UNCONFIRMED if on >= self.expires_on else self.confidence

    def is_sure(self, on: date) -> bool:
        """Whether it may be shown as it is; otherwise it is shown as to be confirmed, or not at all."""
        return self.confidence_on(on) is not Confidence.UNCONFIRMED

    def is_verified(self, on: date) -> bool:
        """Whether somebody has read it in an official text, not too long ago."""
        return self.confidence_on(on) is Confidence.VERIFIED


@dataclass(frozen=True, kw_only=True)
class LegalSource(Dated):
    """One text that an answer rests on.

    `version_date` is the state of the text that was read (not the birthday of its wording), None where the copy read
    bears none. `source` says where it was read, `note` what must be read again before anybody relies on it.
    """

    text: str
    summary: str
    version_date: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Contact:
    """A number or a site. Unconfirmed ones are never loaded; an expired one is shown as to be checked.

    What nobody has verified is left out: `opening` (opening hours as OpenStreetMap writes them), `languages` spoken
    (codes), what they will ask (`asks`), what a call costs, whether it shows on the bill (None: not known), what it is
    `not_for`. `zone` has the codes of the départements that it serves, empty for all.
    """

    code: str
    name: str
    number: str
    url: str
    purpose: str
    hours: str
    emergency: bool
    source: str
    confidence: Confidence
    checked_on: date
    expires_on: date
    opening: str = ""
    languages: tuple[str, ...] = ()
    asks: str = ""
    cost: str = ""
    on_bill: bool | None = None
    not_for: str = ""
    zone: tuple[str, ...] = ()

    def expired_on(self, on: date) -> bool:
        """True once nobody has checked it for too long."""
        return on >= self.expires_on

    def reaches(self, departement: str) -> bool:
        """Whether it serves a département (its code); one that serves all serves also whoever named none."""
        return not self.zone or departement in self.zone


@dataclass(frozen=True)
class GroundTerms:
    """A ground with its exact terms in plain French, and the sources that a step resting on it must name."""

    ground: Ground
    name: str
    terms: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Clock:
    """How long the law gives an addressee to answer, counted from receipt."""

    addressee: Addressee
    months: int
    basis: str
    sources: tuple[str, ...]

    def due(self, received_on: date) -> date:
        """The last day that the law gives; the end of the month where the month has no such day."""
        return months_later(received_on, self.months)


def months_later(day: date, months: int) -> date:
    """The same day so many months on; the end of the month where the month has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True)
class Expectation:
    """How soon Maillon expects a reception to be confirmed. Our own service level, not the law's, and it says so."""

    code: str
    hours: int
    basis: str


@dataclass(frozen=True)
class Rule:
    """A situation that has its own steps. `elsewhere` says where it is kept when it is not among these data."""

    code: str
    title: str
    situation: str
    elsewhere: str = ""


@dataclass(frozen=True)
class Row:
    """A step and the facts that call for it: any one of `when` is enough.

    Of the rows that share a `slot`, only the first whose facts hold is taken.
    """

    code: str
    rule: str
    slot: str
    when: tuple[Condition, ...]
    addressee: Addressee
    ground: Ground
    duty: Duty
    delay: Delay
    channel: Channel
    identity: Identity
    identity_ground: Ground | None
    optional: bool
    what: str
    avoid: tuple[str, ...]
    tell: tuple[str, ...]
    sources: tuple[str, ...]
    contacts: tuple[str, ...]

    @property
    def choice(self) -> Choice | None:
        """What the reporter decides about its recipient; None where nothing is sent."""
        if self.channel is not Channel.TRANSMISSION:
            return None
        return choice(self.addressee, self.duty, optional=self.optional)


@dataclass(frozen=True)
class SignSource:
    """Where signs were read."""

    code: str
    title: str
    confidence: Confidence
    checked_on: date


@dataclass(frozen=True)
class Sign:
    """Something seen that, with others, is a reason to talk. Never proof, never summed into a score.

    `otherwise` is what else it can mean. `strength` is None for a sign that a test found not predictive: it counts for
    nothing. `ilo` is None where none of the ILO's dimensions fits. `htcds` names values of HTCDS 2.0 as `field.value`.
    """

    code: str
    text: str
    otherwise: str
    scope: Scope
    dimension: Dimension
    ilo: IloDimension | None
    strength: Strength | None
    evidence: Evidence
    trades: frozenset[Trade]
    settings: frozenset[Setting]
    htcds: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, order=True)
class Counts:
    """How many signs of each strength."""

    strong: int
    medium: int
    weak: int

    def reaches(self, other: "Counts") -> bool:
        """Whether there are as many of each, or more."""
        return self.strong >= other.strong and self.medium >= other.medium and self.weak >= other.weak


@dataclass(frozen=True)
class Combination:
    """How many signs of one dimension are enough for it to count as shown: any one of `enough`."""

    enough: tuple[Counts, ...]
    sources: tuple[str, ...]
    confidence: Confidence

    def met_by(self, counts: Counts) -> bool:
        """Whether so many signs are enough."""
        return any(counts.reaches(one) for one in self.enough)


@dataclass(frozen=True)
class CardItem:
    """One line of a card, with the texts and the practice that it rests on. Questions never to ask stand in quotes."""

    code: str
    section: Section
    text: str
    law: tuple[LegalSource, ...]
    practice: tuple[SignSource, ...]

    @property
    def sources(self) -> tuple[LegalSource | SignSource, ...]:
        """All that it rests on, law first."""
        return (*self.law, *self.practice)

    def confidences_on(self, on: date) -> tuple[Confidence, ...]:
        """What each of its sources is worth that day."""
        return (*(one.confidence_on(on) for one in self.law), *(one.confidence for one in self.practice))


@dataclass(frozen=True)
class Card:
    """What somebody of a trade says, does not do, and whom they call: short enough for one page.

    `sections` has every section, in order, each with its items; `contacts` are numbers or sites that may be shown.
    """

    trade: Trade
    sections: Mapping[Section, tuple[CardItem, ...]]
    contacts: tuple[Contact, ...]

    @property
    def items(self) -> tuple[CardItem, ...]:
        """All its lines, in their order."""
        return tuple(item for section in self.sections.values() for item in section)

    @property
    def renew_on(self) -> date:
        """From that day on, something that it says has not been checked for too long: print it anew."""
        legal = (source.expires_on for item in self.items for source in item.law)
        return min((*legal, *(contact.expires_on for contact in self.contacts)))
