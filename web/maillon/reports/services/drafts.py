"""Drafts: sealed to their author at every screen, and never overwritten unseen."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.base.locking import locked_row
from maillon.reports.content import ReportContent
from maillon.reports.enums import Sealed
from maillon.reports.models import Draft
from maillon.reports.refusals import DraftMovedOn, NotAllowed
from maillon.reports.rights import Ability, on_draft
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@transaction.atomic
def save_draft(
    *, content: ReportContent, by: Membership, at: datetime, draft_id: UUID | None = None, seen_version: int = 0
) -> Draft:
    """Seals the answers to their author; a new draft when `draft_id` is None.

    Raises DraftMovedOn when the stored version is not `seen_version`, NotAllowed when the draft is not the author's.
    """
    if draft_id is None:
        return new_draft(content=content, draft_id=new_id(), by=by, at=at)
    draft = locked_draft(draft_id, by, Ability.EDIT)
    if draft.version != seen_version:
        raise DraftMovedOn
    vault.reseal_own(item=draft.item, plaintext=content.to_bytes(), at=at)
    draft.version += 1
    draft.updated_at = at
    draft.save(update_fields=["version", "updated_at"])
    return draft


def new_draft(*, content: ReportContent, draft_id: UUID, by: Membership, at: datetime) -> Draft:
    """Seals the answers to their author as a draft of this id. Raises NotAllowed for whoever can't report."""
    if not by.role_enum.reports or by.ended_at is not None:
        raise NotAllowed
    item = vault.seal(
        plaintext=content.to_bytes(), kind=Sealed.DRAFT, subject_id=draft_id, members=[by.member_id], at=at
    )
    return Draft.objects.create(id=draft_id, author=by, item=item, updated_at=at)


def locked_draft(draft_id: UUID, by: Membership, ability: Ability) -> Draft:
    """The draft, locked until the transaction ends. Raises NotAllowed when it is gone or not the author's."""
    draft = locked_row(Draft.objects.select_related("item").filter(pk=draft_id), no_key=False)
    if draft is None or ability not in on_draft(by, draft):
        raise NotAllowed
    return draft


def open_draft(*, draft: Draft, by: Membership, keyring: Keyring) -> ReportContent:
    """The answers saved so far. Raises NotAllowed for anybody but the author."""
    if Ability.READ_CONTENT not in on_draft(by, draft):
        raise NotAllowed
    return ReportContent.from_bytes(vault.open_own(item=draft.item, keyring=keyring))


@transaction.atomic
def discard_draft(*, draft_id: UUID, by: Membership) -> None:
    """Destroys a draft and its keys."""
    destroy(locked_draft(draft_id, by, Ability.EDIT))


def destroy(draft: Draft) -> None:
    """Deletes a locked draft with the grants and the envelope that held its content."""
    item = draft.item
    draft.delete()
    vault.forget(item=item)
