"""What a line of a directory file says, whatever the file's format. Pure: no table, no clock."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils.functional import Promise

Sentence = str | Promise


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: in which field of the file, what, and the value that was found, shortened."""

    field: str
    what: Sentence
    value: str = ""


@dataclass(frozen=True)
class BadRow:
    """A line that can't be read. `where` is as the file counts: “line 12”, “services[3]”."""

    where: str
    problems: tuple[Problem, ...]
    external_id: str = ""


@dataclass(frozen=True)
class LeftOut:
    """A sound line that has no place in this directory, and why. What is here under its name stays as it is."""

    where: str
    external_id: str
    why: Sentence
    # It is given as closed for good: what is here under its name ends.
    ended: bool = False


@dataclass(frozen=True)
class Note:
    """Something of a good line that was not taken, and why."""

    where: str
    external_id: str
    what: Sentence


@dataclass(frozen=True, kw_only=True)
class PlaceRecord:
    """A public address. `commune` is an INSEE code; where a file has none, city and postal code lead to it."""

    commune: str = ""
    name: str = ""
    address: str = ""
    longitude: float | None = None
    latitude: float | None = None
    hours: str = ""
    # For whoever reads the file; the commune's code settles both.
    city: str = field(default="", compare=False)
    postal_code: str = field(default="", compare=False)


@dataclass(frozen=True, kw_only=True)
class ProviderRecord:
    """Who offers the service."""

    external_id: str
    name: str
    description: str = ""
    siret: str = ""
    website: str = ""


@dataclass(frozen=True, kw_only=True)
class Record:
    """One service as a file says it. Codes are those of `directory.enums`; lists are sorted and without repetition.

    `zone` holds C61001, D61 or FR, and E with an intercommunality's SIREN until the communes are known. The lines for
    professionals alone are read where a file has them, and never written.
    """

    external_id: str
    provider: ProviderRecord
    name: str
    summary: str = ""
    needs: tuple[str, ...] = ()
    min_age: int | None = None
    max_age: int | None = None
    welcomes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    eligibility: str = ""
    zone_kind: str = ""
    zone: tuple[str, ...] = ()
    hours: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    pro_phone: str = ""
    pro_email: str = ""
    how: str = ""
    cost: str = ""
    is_confidential: bool = False
    confidence: str = ""
    confirmed_on: dt.date | None = None
    confirmed_by: str = ""
    source_url: str = ""
    ended_on: dt.date | None = None
    places: tuple[PlaceRecord, ...] = ()
    where: str = field(default="", compare=False)
    notes: tuple[Note, ...] = field(default=(), compare=False)
    # When it was last touched here, for formats that must give such a date.
    changed_on: dt.date | None = field(default=None, compare=False)


# The fields of a Record that stand in a column of the same name: one value each, and lists of codes.
FACTS = (
    "name", "summary", "min_age", "max_age", "eligibility", "zone_kind", "hours", "phone", "email", "website",
    "pro_phone", "pro_email", "how", "cost", "is_confidential", "confidence", "confirmed_on", "confirmed_by",
    "source_url", "ended_on",
)  # fmt: skip
LISTS = ("needs", "welcomes", "excludes", "languages", "zone")
Row = Record | BadRow | LeftOut
