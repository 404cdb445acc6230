"""Moving what hangs on a retired key to the current one, a piece at a time, whenever a holder is there to do it."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from maillon.base.actors import Actor
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.vault import crypto
from maillon.vault.crypto import CannotOpen
from maillon.vault.enums import KeyOwner
from maillon.vault.keyrings import Keyring
from maillon.vault.models import Grant, KeyPair, KeyShare
from maillon.vault.selectors import current_keys
from maillon.vault.services.organisations import lock_organisation, open_share
from maillon.vault.services.sealing import context_of, grant_for

logger = logging.getLogger(__name__)

# Somebody who read the current key just before a rotation may still seal to it. For this long an empty retired pair
# stays, so that such a grant finds its pair, and the next visit finds the grant.
_GRACE = timedelta(hours=1)


@transaction.atomic
def reseal_pending(*, organisation_id: UUID, keyring: Keyring, by: Actor, at: datetime, limit: int = 500) -> int:
    """Seals up to `limit` grants of retired pairs to the organisation's current pair; returns how many.

    Does what this member's shares allow, so 0 may also mean that another holder has to come. Two holders at once take
    turns. Then removes the retired pairs, with their shares, that nothing hangs on any more.
    """
    lock_organisation(organisation_id)
    retired = KeyPair.objects.filter(
        owner_kind=KeyOwner.ORGANISATION, owner_id=organisation_id, retired_at__isnull=False
    )
    shares = KeyShare.objects.filter(key_pair__in=retired, member_key_id=keyring.key_pair_id)
    private_keys = {share.key_pair_id: open_share(share, keyring) for share in shares}
    current = current_keys(organisations=[organisation_id]).get(organisation_id)
    if current is None or not private_keys:
        return 0
    moved = _move(private_keys, current, at, limit)
    KeyPair.objects.filter(pk__in=private_keys, retired_at__lte=at - _GRACE, grants=None).delete()
    if moved:
        details = {"grants": moved, "key_pair": str(current.id)}
        record(
            by=by,
            at=at,
            action=Action.RESEALED,
            subject_kind="organisation",
            subject_id=organisation_id,
            details=details,
        )
    return moved


def _move(private_keys: Mapping[UUID, bytes], current: KeyPair, at: datetime, limit: int) -> int:
    old = Grant.objects.filter(key_pair_id__in=private_keys).select_related("item").defer("item__envelope")
    new: list[Grant] = []
    done: list[int] = []
    for grant in old.order_by("id").select_for_update(of=("self",))[:limit]:
        try:
            key = crypto.unwrap_key(grant.sealed_key, private_keys[grant.key_pair_id], context_of(grant.item))
        except CannotOpen:
            # Left where it is, and in the way of nothing: whoever looks into it needs the key of the pair it hangs on.
            logger.warning("grant %s does not open with the key it was made for", grant.pk)
            continue
        new.append(grant_for(grant.item, key, current, at))
        done.append(grant.pk)
    # Where the current pair had been granted the item already, the new grant is one too many.
    Grant.objects.bulk_create(new, ignore_conflicts=True)
    Grant.objects.filter(pk__in=done).delete()
    return len(done)
