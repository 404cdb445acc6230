"""The sworn statement that she signs on paper; the product keeps that she did, never the sheet."""

from dataclasses import dataclass, field
from datetime import date

from maillon.exits.content import Identity, OpenedFile
from maillon.exits.documents.sections import day
from maillon.exits.enums import PaperKind
from maillon.exits.models import Path


@dataclass(frozen=True)
class Statement:
    """What stands on the sheet; the rest is written by hand."""

    name: str = field(repr=False)
    born_on: str = field(repr=False)
    born_at: str = field(repr=False)
    number: str
    association: str
    written_on: date


def sworn_statement(path: Path, file: OpenedFile, *, on: date) -> Statement:
    """The sheet, with her name where the file has it; without it, lines to write on."""
    found = file.papers.get(PaperKind.IDENTITY)
    who = found if isinstance(found, Identity) else Identity()
    return Statement(
        name=" ".join(part for part in (who.first_name, who.last_name) if part),
        born_on=day(who.birth_on),
        born_at=who.birth_place,
        number=path.number,
        association=path.association.name,
        written_on=on,
    )
