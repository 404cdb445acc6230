"""What is handed to child protection, and what comes out of it. Pure values, whose reprs show nothing that is told."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from json import dumps, loads
from uuid import UUID

from maillon.protection.enums import Age, ParentsHow
from maillon.referrals.enums import ParentsReason


@dataclass(frozen=True, kw_only=True)
class NewAssessment:
    """An information préoccupante that is to be assessed.

    `key` is what one sending is told apart by: the same twice is one assessment. With `transmission_id`, the report as
    this organisation received it: its day of reception and its commune are the report's, and `received_on` and
    `commune_code` are not looked at. `copied_on`: when the prosecutor was told directly (CASF L226-4, II).
    """

    key: UUID
    age: Age
    child: str = field(repr=False)
    transmission_id: UUID | None = None
    received_on: date | None = None
    commune_code: str = ""
    copied_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class SaidOfParents:
    """Whether the parents are informed. Informed: `on` and `how`; not informed: `reason`."""

    informed: bool
    on: date | None = None
    how: ParentsHow | None = None
    reason: ParentsReason | None = None
    words: str = field(default="", repr=False)

    @property
    def is_whole(self) -> bool:
        """Whether it says one or the other, and not both."""
        if self.informed:
            return self.on is not None and self.how is not None and self.reason is None
        return self.reason is not None and self.on is None and self.how is None


@dataclass(frozen=True)
class OpenedNote:
    """A note in clear."""

    author: str
    at: datetime
    text: str = field(repr=False)


@dataclass(frozen=True)
class Opened:
    """What a reader was given of an assessment. `acts` and `parents` hold words by the key of their row."""

    child: str = field(repr=False)
    synthesis: str = field(repr=False)
    outcome: str = field(repr=False)
    notes: tuple[OpenedNote, ...] = field(repr=False)
    acts: Mapping[UUID, str] = field(repr=False)
    parents: Mapping[UUID, str] = field(repr=False)


@dataclass(frozen=True)
class SheetContent:
    """A coordination sheet: where things stand, what is done, and what is asked of the meeting."""

    situation: str = field(default="", repr=False)
    done: str = field(default="", repr=False)
    asked: str = field(default="", repr=False)

    def to_bytes(self) -> bytes:
        """What is sealed."""
        return dumps(asdict(self), ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "SheetContent":
        """What `to_bytes` gave; a field of another time is left out."""
        known = {one.name for one in fields(cls)}
        return cls(**{name: value for name, value in loads(data).items() if name in known})

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.situation}\n{self.done}\n{self.asked}"
