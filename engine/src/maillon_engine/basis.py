"""The basis of a batch: who obtained it, when, where, under which law, for what, until when (guardrail G4).

No basis, no import: nothing of a batch is read before its basis is whole and has not expired.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from maillon_engine.errors import BasisRefused
from maillon_engine.legal import LegalBasis, legal_bases

# What each field must say, in the words that a refusal uses.
FIELDS: Mapping[str, str] = {
    "service": "the service that answers for the batch",
    "agent": "who obtained it, by name or service number",
    "obtained_on": "the day it was obtained, as a date: 2026-11-20",
    "obtained_from": "where it was obtained",
    "legal_basis": "the law it rests on, by its code",
    "procedure": "the reference of the procedure",
    "purpose": "what it is for",
    "keep_until": "the day on which everything made from it is erased, as a date: 2027-05-20",
}
_DATES = ("obtained_on", "keep_until")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Basis:
    """A whole basis. Every output carries it."""

    service: str
    agent: str
    obtained_on: date
    obtained_from: str
    legal_basis: str
    procedure: str
    purpose: str
    keep_until: date

    @property
    def law(self) -> LegalBasis:
        """The entry of the closed list that the batch rests on."""
        return legal_bases()[self.legal_basis]

    def as_dict(self) -> dict[str, str]:
        """The fields as text, dates in ISO 8601, for a manifest."""
        return {name: str(getattr(self, name)) for name in FIELDS}


def read_basis(path: Path, *, today: date) -> Basis:
    """The basis in a TOML file. Raises BasisRefused, naming every field that is missing, wrong or out of date."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        message = f"{path}: the basis can't be read ({error.strerror}). Write one: see the example in docs/data.md."
        raise BasisRefused(message) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: this is not TOML in UTF-8 ({error})."
        raise BasisRefused(message) from None
    return checked_basis(found, today=today, where=str(path))


def checked_basis(found: Mapping[str, Any], *, today: date, where: str = "basis") -> Basis:
    """The basis with these fields. Raises BasisRefused with one line for each thing that is wrong."""
    faults = [*_missing(found), *_unknown(found), *_wrong(found, today)]
    if faults:
        message = f"{where}: the batch is refused.\n" + "\n".join(f"  {fault}" for fault in faults)
        raise BasisRefused(message)
    return Basis(**{name: found[name] if name in _DATES else found[name].strip() for name in FIELDS})


def _missing(found: Mapping[str, Any]) -> Iterator[str]:
    for name, meaning in FIELDS.items():
        value = found.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            yield f"{name} is missing: {meaning}."


def _unknown(found: Mapping[str, Any]) -> Iterator[str]:
    for name in found.keys() - FIELDS.keys():
        yield f"{name} is not a field of a basis: there are {', '.join(FIELDS)}."


def _wrong(found: Mapping[str, Any], today: date) -> Iterator[str]:
    yield from _wrong_texts(found)
    yield from _wrong_dates(found, today)
    code = found.get("legal_basis")
    if isinstance(code, str) and code.strip() and code.strip() not in legal_bases():
        yield f"legal_basis is not in the list: write one of {', '.join(legal_bases())}."


def _wrong_texts(found: Mapping[str, Any]) -> Iterator[str]:
    for name in FIELDS.keys() - set(_DATES):
        value = found.get(name)
        if value is not None and not isinstance(value, str):
            yield f"{name} is not a text: put it in quotation marks."
        elif isinstance(value, str) and len(value) > _LONGEST:
            yield f"{name} is longer than {_LONGEST} characters."


def _wrong_dates(found: Mapping[str, Any], today: date) -> Iterator[str]:
    for name in _DATES:
        value = found.get(name)
        # A TOML date-time is a date to Python: its hour would say more than is asked for.
        if value is not None and type(value) is not date:
            yield f"{name} is not a date: write {today.isoformat()}, without quotation marks."
    obtained, until = (found.get(name) for name in _DATES)
    if type(obtained) is date and obtained > today:
        yield f"obtained_on is in the future ({obtained})."
    if type(until) is date and until < today:
        yield f"keep_until is over since {until}: what is made from the batch would have to be erased at once."
    if type(obtained) is date and type(until) is date and until < obtained:
        yield "keep_until is before obtained_on."
