"""Documents: looked at, made anew without images, sealed apart from their title."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.cases import documents
from maillon.cases.enums import DocumentKind, EntryKind, Sealed
from maillon.cases.models import Document
from maillon.cases.rights import Ability
from maillon.cases.services.act import act_on_case
from maillon.cases.services.writing import words
from maillon.journal.enums import Action


def add_document(
    *, case_id: UUID, kind: DocumentKind, title: str, data: bytes, by: Membership, at: datetime
) -> Document:
    """Keeps a PDF: without its images, scripts, forms, links and attached files, and so sealed.

    `images_removed` and `scan` of what it gives are for saying so. Raises NotAllowed, NothingWritten for a missing
    title, TooLarge, NotAPdf, Encrypted, NoTextLeft, Infected or ScannerUnreachable; nothing is kept then.
    """
    # Who may not write here does not get a file parsed either; and no lock is held while that is done.
    _check(case_id, by, at)
    name, scanned, cleaned = words(title), documents.scan(data), documents.clean(data)
    with transaction.atomic():
        act = act_on_case(case_id, by, at, Ability.WRITE)
        entry = act.write(EntryKind.DOCUMENT, name)
        document = Document.objects.create(
            entry=entry,
            kind=kind,
            file=act.seal(Sealed.FILE, cleaned.data, EntryKind.DOCUMENT),
            pages=cleaned.pages,
            images_removed=cleaned.images,
            scan=scanned,
        )
        details = {"entry": str(entry.pk), "scan": scanned.value, "images_removed": cleaned.images}
        act.line(Action.DOCUMENT_ADDED, details=details)
        act.finish()
    return document


@transaction.atomic
def _check(case_id: UUID, by: Membership, at: datetime) -> None:
    act_on_case(case_id, by, at, Ability.WRITE)
