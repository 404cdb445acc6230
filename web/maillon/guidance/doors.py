"""Whom to turn to, from four plain answers: rows of data read in their order. Pure: no table, no clock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from maillon.guidance.checks import check_known
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.reading import Record
from maillon.guidance.records import Contact


class Whom(StrEnum):
    """For whom somebody looks."""

    SELF = "self"
    OTHER = "other"


class Age(StrEnum):
    """Perhaps under eighteen counts as under eighteen (R-2)."""

    MINOR = "minor"
    ADULT = "adult"


class Need(StrEnum):
    """What is looked for. Asked only where nobody is in danger at this moment."""

    TALK = "talk"
    SHELTER = "shelter"
    CARE = "care"
    POLICE = "police"
    RIGHTS = "rights"
    LEAVE = "leave"
    ONLINE = "online"


@dataclass(frozen=True)
class Asked:
    """The answers. `departement` is the code of the commune that was chosen, empty when none was."""

    whom: Whom
    age: Age
    danger: bool
    need: Need | None = None
    departement: str = ""


@dataclass(frozen=True)
class DoorRow:
    """A contact, whom it is for, and why, as one sentence (French msgid)."""

    contact: str
    reason: str
    danger: bool
    whom: tuple[Whom, ...]
    age: tuple[Age, ...]
    need: tuple[Need, ...]

    def fits(self, asked: Asked) -> bool:
        """Whether it answers what was asked. In danger nobody is asked what they need."""
        wanted = asked.danger or asked.need in self.need
        return self.danger is asked.danger and asked.whom in self.whom and asked.age in self.age and wanted


@dataclass(frozen=True)
class Door:
    """A contact to show, with its reason."""

    contact: Contact
    reason: str


def doors(asked: Asked, rows: tuple[DoorRow, ...], contacts: Mapping[str, Contact], on: date) -> tuple[Door, ...]:
    """Whom to turn to, best first: each contact once, by the first row that fits.

    A contact of one place is shown to whoever named that place. Unchecked for too long, it is not shown at all, unless
    it is an emergency number.
    """
    found: dict[str, Door] = {}
    for row in rows:
        contact = contacts[row.contact]
        shown = contact.emergency or not contact.expired_on(on)
        if shown and row.fits(asked) and contact.reaches(asked.departement):
            found.setdefault(row.contact, Door(contact, row.reason))
    return tuple(found.values())


def build(table: Mapping[str, Any], contacts: Mapping[str, Contact]) -> tuple[DoorRow, ...]:
    """The rows of doors.toml, in their order. Raises BrokenRulebook, also for a need or an age that no row answers."""
    written = table.get("door")
    if not isinstance(written, list):
        raise BrokenRulebook("doors.toml: holds no record")
    rows = tuple(_parse(number, one) for number, one in enumerate(written, start=1))
    check_known("doors.toml", "contact", [row.contact for row in rows], contacts)
    empty = [str(asked) for asked in every_question() if not any(row.fits(asked) for row in rows)]
    if empty:
        raise BrokenRulebook(f"doors.toml: leads nowhere: {empty[0]}")
    return rows


def every_question() -> Iterator[Asked]:
    """Every way to answer, without a commune."""
    for whom in Whom:
        for age in Age:
            yield Asked(whom, age, danger=True)
            yield from (Asked(whom, age, danger=False, need=need) for need in Need)


def _parse(number: int, table: Any) -> DoorRow:
    record = Record(f"doors.toml, door {number}", table)
    row = DoorRow(
        contact=record.text("contact"),
        reason=record.text("reason"),
        danger=record.flag("danger"),
        whom=record.choices("whom", Whom) if record.has("whom") else tuple(Whom),
        age=record.choices("age", Age) if record.has("age") else tuple(Age),
        need=record.choices("need", Need) if record.has("need") else tuple(Need),
    )
    record.done()
    return row
