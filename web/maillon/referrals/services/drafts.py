"""A referral being written: sealed to its author, saved at each screen, gone after thirty days."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.referrals.enums import Sealed
from maillon.referrals.models import Draft
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability, may_refer, on_draft
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@transaction.atomic
def save_draft(*, draft_id: UUID, data: bytes, by: Membership, at: datetime) -> Draft:
    """Seals what is written so far to its author alone; the first time under `draft_id`, later in its place.

    What `data` holds is the caller's affair. Raises NotAllowed for another author's draft.
    """
    draft = _locked(draft_id)
    if draft is None:
        return _new(draft_id, data, by, at)
    if Ability.EDIT not in on_draft(by, draft):
        raise NotAllowed
    vault.reseal_own(item=draft.item, plaintext=data, at=at)
    draft.updated_at = at
    draft.save(update_fields=["updated_at"])
    return draft


def read_draft(*, draft_id: UUID, by: Membership, keyring: Keyring) -> bytes:
    """What `save_draft` was last given. Not journalled: nobody else can open it. Raises NotAllowed."""
    draft = Draft.objects.select_related("item").filter(pk=draft_id).first()
    if draft is None or Ability.READ not in on_draft(by, draft):
        raise NotAllowed
    return vault.open_own(item=draft.item, keyring=keyring)


@transaction.atomic
def discard_draft(*, draft_id: UUID, by: Membership) -> None:
    """Destroys a draft; sending does it too. One that is not there counts as discarded. Raises NotAllowed."""
    draft = _locked(draft_id)
    if draft is None:
        return
    if Ability.EDIT not in on_draft(by, draft):
        raise NotAllowed
    destroy(draft)


def destroy(draft: Draft) -> None:
    """Deletes a locked draft with its envelope and keys."""
    item = draft.item
    draft.delete()
    vault.forget(item=item)


def _locked(draft_id: UUID) -> Draft | None:
    return Draft.objects.select_related("item").select_for_update(of=("self",)).filter(pk=draft_id).first()


def _new(draft_id: UUID, data: bytes, by: Membership, at: datetime) -> Draft:
    if not may_refer(by):
        raise NotAllowed
    item = vault.seal(plaintext=data, kind=Sealed.DRAFT, subject_id=draft_id, members=[by.member_id], at=at)
    return Draft.objects.create(id=draft_id, author=by, item=item, updated_at=at)
