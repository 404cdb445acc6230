"""What the data files hold, as typed and frozen records. Their French texts are gettext msgids."""

import calendar
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
    Duty,
    Evidence,
    Ground,
    Identity,
    Scope,
    Trade,
)


@dataclass(frozen=True)
class LegalSource:
    """One text that an answer rests on.

    `version_date` is the state of the text that was read (not the birthday of its wording), None where the copy read
    bears none. `source` says where it was read, `note` what must be read again before anybody relies on it.
    """

    code: str
    text: str
    article: str
    summary: str
    source: str
    confidence: Confidence
    checked_on: date
    expires_on: date
    version_date: date | None = None
    note: str = ""

    def confidence_on(self, on: date) -> Confidence:
        """What it is worth that day: past its expiry, it counts as unconfirmed until somebody reads it again."""
        return Confidence.UNCONFIRMED if on >= self.expires_on else self.confidence


@dataclass(frozen=True)
class Contact:
    """A number or a site. Unconfirmed ones are never loaded; an expired one is shown as to be checked."""

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

    def expired_on(self, on: date) -> bool:
        """True once nobody has checked it for too long."""
        return on >= self.expires_on


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
        years, month = divmod(received_on.month - 1 + self.months, 12)
        year, month = received_on.year + years, month + 1
        return date(year, month, min(received_on.day, calendar.monthrange(year, month)[1]))


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
    """Something seen that, with others, is a reason to talk. Never proof, never summed into a score."""

    code: str
    text: str
    scope: Scope
    evidence: Evidence
    trades: frozenset[Trade]
    sources: tuple[str, ...]
    confidence: Confidence
