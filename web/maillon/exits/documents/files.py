"""The file of an entry or a renewal, as it is printed (annexes 6 and 7 of the circulaire of 31 January 2017)."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.functional import Promise

from maillon.directory.models import Organisation
from maillon.exits.content import OpenedFile
from maillon.exits.documents.sections import Section, sections
from maillon.exits.enums import RequestKind
from maillon.exits.models import Request
from maillon.exits.rules import Period
from maillon.exits.selectors import granted_periods


@dataclass(frozen=True)
class FileDocument:
    """Everything that the template needs. The repr shows nothing that was told."""

    kind: RequestKind
    kind_label: str | Promise
    number: str
    association: str
    prefecture: str
    # The last day of the association's approval; None where the directory has none any more.
    approved_until: date | None
    granted: tuple[Period, ...]
    sections: tuple[Section, ...] = field(repr=False)
    written_on: date

    @property
    def is_renewal(self) -> bool:
        """Whether six more months are asked for."""
        return self.kind is RequestKind.RENEWAL


def request_document(request: Request, file: OpenedFile, *, on: date) -> FileDocument:
    """The document of a request whose file was opened. Needs its path with association and préfecture loaded."""
    path = request.path
    kind = RequestKind(request.kind)
    return FileDocument(
        kind=kind,
        kind_label=kind.label,
        number=path.number,
        association=path.association.name,
        prefecture=path.prefecture.name,
        approved_until=_last_day(path.association),
        granted=tuple(granted_periods(path)),
        sections=sections(file),
        written_on=on,
    )


def _last_day(association: Organisation) -> date | None:
    # The directory keeps the day after.
    until = association.psp_approved_until
    return until - timedelta(days=1) if until else None
