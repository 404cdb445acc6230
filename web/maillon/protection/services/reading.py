"""Opening what is sealed of an assessment: for readers of the council that assesses, for a reason, journalled."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.journal.enums import Action
from maillon.protection.content import Opened, OpenedNote
from maillon.protection.enums import Reading, WritingKind
from maillon.protection.models import Act as Done
from maillon.protection.models import Assessment, ParentsTold, PathSheet, Writing
from maillon.protection.rights import Ability
from maillon.protection.services.act import act_on
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem


@transaction.atomic
def open_assessment(*, assessment_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading) -> Opened:
    """All that is sealed of it, but for coordination sheets.

    Raises NotAllowed, or CannotOpen for a reader to whom nobody has handed the organisation's key.
    """
    act = act_on(assessment_id, by, at, Ability.READ)
    assessment = act.assessment
    items = items_of(assessment)
    opened = vault.open_items(
        items=items, keyring=keyring, organisation_id=assessment.organisation_id, by=by, at=at, reason=reason
    )
    if items and not opened:
        raise CannotOpen
    texts = {key: text.decode() for key, text in opened.items()}
    act.line(Action.OPENED, reason=reason)
    act.finish()
    return _given(assessment, texts)


def items_of(assessment: Assessment) -> list[SealedItem]:
    """What is sealed of it, but for coordination sheets."""
    found = [row.item for row in Writing.objects.filter(assessment=assessment).select_related("item")]
    for model in (Done, ParentsTold):
        rows = model.objects.filter(assessment=assessment, words__isnull=False).select_related("words")
        found += [row.words for row in rows if row.words is not None]
    return found + ([assessment.words] if assessment.words is not None else [])


def sheet_items_of(assessment: Assessment) -> list[SealedItem]:
    """What is sealed of its coordination sheets."""
    sheets = PathSheet.objects.filter(assessment=assessment, item__isnull=False).select_related("item")
    return [sheet.item for sheet in sheets if sheet.item is not None]


def _given(assessment: Assessment, texts: dict[UUID, str]) -> Opened:
    writings = list(assessment.writings.select_related("author__member").order_by("written_at", "pk"))
    once = {row.kind: texts.get(row.item_id, "") for row in writings if row.kind != WritingKind.NOTE}
    notes = [row for row in writings if row.kind == WritingKind.NOTE and row.item_id in texts]
    acts, parents = assessment.acts.filter(words__in=texts), assessment.parents.filter(words__in=texts)
    return Opened(
        child=once.get(WritingKind.CHILD, ""),
        synthesis=once.get(WritingKind.SYNTHESIS, ""),
        outcome=texts.get(assessment.words_id, "") if assessment.words_id else "",
        notes=tuple(OpenedNote(row.author.member.name, row.written_at, texts[row.item_id]) for row in notes),
        acts={row.pk: texts[row.words_id] for row in acts if row.words_id},
        parents={row.pk: texts[row.words_id] for row in parents if row.words_id},
    )
