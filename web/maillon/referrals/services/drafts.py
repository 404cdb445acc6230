"""A referral being written: sealed to its author at each screen, never overwritten unseen, gone after thirty days."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from maillon.accounts.models import Membership
from maillon.base.locking import locked_row
from maillon.referrals.enums import Sealed
from maillon.referrals.models import Draft
from maillon.referrals.refusals import DraftMovedOn, NotAllowed
from maillon.referrals.rights import Ability, may_refer, on_draft
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@dataclass(frozen=True)
class OpenedDraft:
    """What `save_draft` was last given, when, and the version to give it with the next time."""

    data: bytes = field(repr=False)
    version: int
    updated_at: datetime


@transaction.atomic
def save_draft(*, draft_id: UUID, data: bytes, by: Membership, at: datetime, seen_version: int = 0) -> Draft:
    """Seals what is written so far to its author alone: a new draft under `draft_id` for version 0, else in its place.

    What `data` holds is the caller's affair. Raises DraftMovedOn when the stored version is not `seen_version`,
    NotAllowed for another author's draft, or one that is gone.
    """
    if not seen_version:
        return _new(draft_id, data, by, at)
    draft = _own(draft_id, by)
    if draft.version != seen_version:
        raise DraftMovedOn
    vault.reseal_own(item=draft.item, plaintext=data, at=at)
    draft.version += 1
    draft.updated_at = at
    draft.save(update_fields=["version", "updated_at"])
    return draft


def read_draft(*, draft_id: UUID, by: Membership, keyring: Keyring) -> OpenedDraft:
    """What was last saved. Not journalled: nobody else can open it. Raises NotAllowed."""
    draft = Draft.objects.select_related("item").filter(pk=draft_id).first()
    if draft is None or Ability.READ not in on_draft(by, draft):
        raise NotAllowed
    return OpenedDraft(vault.open_own(item=draft.item, keyring=keyring), draft.version, draft.updated_at)


@transaction.atomic
def discard_draft(*, draft_id: UUID, by: Membership) -> None:
    """Destroys a draft. One that is not there counts as discarded. Raises NotAllowed for another author's."""
    if Draft.objects.filter(pk=draft_id).exists():
        destroy(_own(draft_id, by))


def discard_sent(*, draft_id: UUID, seen_version: int | None, by: Membership) -> None:
    """Destroys the author's draft that is being sent, if there is one.

    Raises DraftMovedOn when its version is not `seen_version`: what is sent is not what was last written. None asks for
    no version.
    """
    if not Draft.objects.filter(pk=draft_id, author=by).exists():
        return
    draft = _own(draft_id, by)
    if seen_version not in {None, draft.version}:
        raise DraftMovedOn
    destroy(draft)


def destroy(draft: Draft) -> None:
    """Deletes a locked draft with its envelope and keys."""
    item = draft.item
    draft.delete()
    vault.forget(item=item)


def _own(draft_id: UUID, by: Membership) -> Draft:
    """The draft, locked until the transaction ends. Raises NotAllowed when it is gone or somebody else's."""
    draft = locked_row(Draft.objects.select_related("item").filter(pk=draft_id), no_key=False)
    if draft is None or Ability.EDIT not in on_draft(by, draft):
        raise NotAllowed
    return draft


def _new(draft_id: UUID, data: bytes, by: Membership, at: datetime) -> Draft:
    if not may_refer(by):
        raise NotAllowed
    item = vault.seal(plaintext=data, kind=Sealed.DRAFT, subject_id=draft_id, members=[by.member_id], at=at)
    try:
        with transaction.atomic():
            return Draft.objects.create(id=draft_id, author=by, item=item, updated_at=at)
    except IntegrityError:
        # The first answer sent twice, or from two devices at once; what was sealed above goes with the transaction.
        _own(draft_id, by)
        raise DraftMovedOn from None
