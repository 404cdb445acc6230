"""The fields of the standard, out of data/htcds.toml, and the models that every export is validated by."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, create_model

VERSION = "HTCDS 2.0"
_FILE = Path(__file__).parents[1] / "data" / "htcds.toml"
_STRICT = ConfigDict(extra="forbid", strict=True)


class Section(StrEnum):
    """The objects of the standard."""

    ORGANIZATION = "organization"
    PERSON = "person"
    VICTIM = "victim"
    PERPETRATOR = "perpetrator"
    CASE = "case"
    REFERRAL = "referral"
    COMMENT = "comment"
    EVENT = "event"
    PLAN = "plan"
    CONSENT = "consent"


# Of these a case has any number; of the others one.
MANY = frozenset({Section.REFERRAL, Section.COMMENT, Section.EVENT, Section.PLAN, Section.CONSENT})
# What the standard has no field for, and a case has; named as ours.
OURS: dict[Section, dict[str, Any]] = {
    Section.PERSON: {"mln_Pseudonym": str},
    Section.CASE: {"mln_CaseNumber": str, "mln_OpenedOn": date, "mln_ClosedOn": date, "mln_ViolenceTypes": list[str]},
    Section.CONSENT: {"mln_Purpose": str, "mln_GivenOn": date, "mln_WithdrawnOn": date},
}


@dataclass(frozen=True)
class Field:
    """One field of the standard; `source` says what of a case stands in it, `why_not` why it stays empty."""

    name: str
    section: Section
    type: str
    level: str
    values: tuple[str, ...]
    source: str
    why_not: str

    @property
    def is_held(self) -> bool:
        """Whether a case can fill it."""
        return bool(self.source)

    def python_type(self) -> Any:
        """What a value of it must be, besides nothing."""
        if self.values:
            # Made at run time: what a type checker knows of it is that it is a type.
            choice: Any = Literal.__getitem__(self.values)
            return list[choice] if self.type == "choices" else choice
        return {"text": str, "texts": list[str], "date": date, "number": int | float, "checkbox": bool}[self.type]


@cache
def fields_of_standard() -> tuple[Field, ...]:
    """All fields, in the order of the standard. Raises KeyError or ValueError where one does not say all it must."""
    return tuple(_field(row) for row in tomllib.loads(_FILE.read_text("utf-8"))["field"])


def _field(row: dict[str, Any]) -> Field:
    if bool(row.get("from")) == bool(row.get("why_not")):
        msg = f"{row['name']} says neither or both of what fills it and why nothing does"
        raise ValueError(msg)
    return Field(
        name=row["name"],
        section=Section(row["section"]),
        type=row["type"],
        level=row["level"],
        values=tuple(row.get("values", ())),
        source=row.get("from", ""),
        why_not=row.get("why_not", ""),
    )


@cache
def document_model() -> type[BaseModel]:
    """The model of a whole export: one object, or any number, of each section, and what was left empty."""
    parts: dict[str, Any] = {"standard": (Literal["HTCDS 2.0"], ...), "made_on": (date, ...)}
    for section in Section:
        model = _section_model(section)
        parts[section.value] = (list[model] if section in MANY else model, ...)  # type: ignore[valid-type]
    parts["not_held"] = (dict[str, str], ...)
    return create_model("Document", __config__=_STRICT, **parts)


def _section_model(section: Section) -> type[BaseModel]:
    fields: dict[str, Any] = {
        field.name: (field.python_type() | None, None) for field in fields_of_standard() if field.section is section
    }
    fields |= {name: (kind | None, None) for name, kind in OURS.get(section, {}).items()}
    return create_model(section.value.capitalize(), __config__=_STRICT, **fields)
