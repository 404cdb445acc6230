"""What is written in a case, before it is sealed and after it is opened. Pure values; none shows its content."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from typing import Any, ClassVar, Self
from uuid import UUID

from maillon.cases.enums import EntryKind, How, Purpose, ViolenceContext
from maillon.cases.rules.gbvims import Facts

# Bump `version` when a field changes its meaning, and read the older ones in `from_bytes`.
_VERSION = 1


@dataclass(frozen=True, kw_only=True)
class NewCase:
    """A case that is to be opened. `draft_id` is what one opening is told apart by: the same twice is one case.

    `adult` is what the worker answered; anything but a clear yes is refused. `language` is one of base.languages.
    `step_id`, `report_id`: where it comes from, if the organisation received it so.
    """

    draft_id: UUID
    pseudonym: str = field(repr=False)
    adult: bool
    language: str = "fr"
    commune_code: str | None = None
    step_id: UUID | None = None
    report_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class NewConsent:
    """An agreement that is to be written down: to what, how and when she gave it, in which of base.languages.

    Sharing and transfer need a recipient, an organisation's id, and the kinds that go to it; nothing else has any.
    """

    purpose: Purpose
    how: How
    given_at: datetime
    language: str = "fr"
    recipient_id: UUID | None = None
    kinds: frozenset[EntryKind] = frozenset()


@dataclass(frozen=True, kw_only=True)
class NewShare:
    """Who is to read which kinds, up to the end of which day: an organisation, or one member (a membership's id).

    `consent_id` is what it rests on; none is needed inside the own organisation.
    """

    kinds: frozenset[EntryKind]
    until: date
    organisation_id: UUID | None = None
    member_id: UUID | None = None
    consent_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class NewViolence:
    """What she told of a violence: the facts that the rules type it by, what was around it, the day if she says it."""

    facts: Facts
    contexts: frozenset[ViolenceContext] = frozenset()
    happened_on: date | None = None
    text: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Piece:
    """The words of an entry and, in its subclasses, what else is told with them."""

    text: str = field(default="", repr=False)
    kind: ClassVar[EntryKind | None] = None

    def is_empty(self) -> bool:
        """True when nothing at all is written."""
        return not any(asdict(self).values())

    def to_bytes(self) -> bytes:
        """What is sealed."""
        return json.dumps({"version": _VERSION, **asdict(self)}, ensure_ascii=False, sort_keys=True).encode()

    @classmethod
    def from_bytes(cls, raw: bytes) -> Self:
        """Undoes `to_bytes`; a field that this version does not know is left out."""
        known = {item.name for item in fields(cls)}
        stored: Mapping[str, Any] = json.loads(raw)
        return cls(**{name: _read(value) for name, value in stored.items() if name in known})


def _read(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@dataclass(frozen=True, kw_only=True)
class Identity(Piece):
    """Her name in law, where it is needed; every field may stay empty. `birth_on` is an ISO date."""

    kind: ClassVar[EntryKind] = EntryKind.IDENTITY
    first_name: str = field(default="", repr=False)
    middle_name: str = field(default="", repr=False)
    last_name: str = field(default="", repr=False)
    birth_on: str = field(default="", repr=False)
    birth_place: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Reaching(Piece):
    """How to reach her without danger. `text` is what to mind: hours, who may pick up, what to say."""

    kind: ClassVar[EntryKind] = EntryKind.REACHING
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    street: str = field(default="", repr=False)
    postal_code: str = field(default="", repr=False)
    city: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Situation(Piece):
    """What she lived through, in the codes of `cases.enums` (Trafficking and those after it). Nothing of who did it."""

    kind: ClassVar[EntryKind] = EntryKind.SITUATION
    trafficking: str = field(default="", repr=False)
    recruitment: tuple[str, ...] = field(default=(), repr=False)
    control: tuple[str, ...] = field(default=(), repr=False)
    exploitation: tuple[str, ...] = field(default=(), repr=False)
    sexual_exploitation: tuple[str, ...] = field(default=(), repr=False)
    age_then: int | None = field(default=None, repr=False)
    children: int | None = field(default=None, repr=False)


@dataclass(frozen=True, kw_only=True)
class SafetyPlan(Piece):
    """What she would do in danger, in her words. `text` holds what fits nowhere else."""

    kind: ClassVar[EntryKind] = EntryKind.SAFETY_PLAN
    warning_signs: str = field(default="", repr=False)
    safe_people: str = field(default="", repr=False)
    safe_places: str = field(default="", repr=False)
    to_take: str = field(default="", repr=False)
    code_word: str = field(default="", repr=False)
    children: str = field(default="", repr=False)


PIECES: Mapping[EntryKind, type[Piece]] = {
    EntryKind.IDENTITY: Identity,
    EntryKind.REACHING: Reaching,
    EntryKind.SITUATION: Situation,
    EntryKind.SAFETY_PLAN: SafetyPlan,
}


def read_piece(kind: EntryKind, raw: bytes) -> Piece:
    """The piece of an entry of this kind out of its sealed bytes."""
    return PIECES.get(kind, Piece).from_bytes(raw)


@dataclass(frozen=True, kw_only=True)
class OpenedEntry:
    """One entry as a reader was given it. `piece` is None where there is nothing (left) to read.

    `codes` are its states and dates in clear, by name (`area`, `level`, `state`, `due_on`, `starts_at`, `means`, …).
    """

    id: UUID
    kind: EntryKind
    happened_at: datetime
    written_at: datetime
    writer: str
    codes: Mapping[str, Any]
    piece: Piece | None = field(repr=False)
    # What was answered to a correction; empty otherwise.
    answer: str = field(default="", repr=False)
    replaced: bool = False

    @property
    def text(self) -> str:
        """Its words, or nothing."""
        return self.piece.text if self.piece else ""


@dataclass(frozen=True, kw_only=True)
class OpenedCase:
    """What a reader was given of a case: the name in it and its entries, the newest first."""

    pseudonym: str = field(repr=False)
    entries: tuple[OpenedEntry, ...] = field(repr=False)

    def latest(self, kind: EntryKind) -> OpenedEntry | None:
        """The entry of this kind that stands: the newest that none replaces."""
        return next((entry for entry in self.entries if entry.kind is kind and not entry.replaced), None)
