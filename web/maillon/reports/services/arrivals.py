"""Reports that were written without a signal: each becomes one draft of its author, however often it is sent."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.guidance import rulebook
from maillon.reports.content import ReportContent
from maillon.reports.enums import Sealed
from maillon.reports.models import Arrival, Draft, Report
from maillon.reports.offline import taken_over
from maillon.reports.refusals import NotReadable
from maillon.reports.services.drafts import new_draft
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen, Context
from maillon.vault.keyrings import Keyring


class Standing(StrEnum):
    """Where the draft stands that an arrival became."""

    # As it came.
    KEPT = "kept"
    # Gone on with since, here or on another device. What comes again changes nothing of that.
    MOVED_ON = "moved_on"
    SENT = "sent"
    DISCARDED = "discarded"


@dataclass(frozen=True)
class Arrived:
    """What became of what a device sent. The server holds it: the device may let go of its copy.

    `beside` is the draft or report that has the same name and other content: both are there, neither overwrote the
    other.
    """

    draft_id: UUID
    standing: Standing
    beside: UUID | None = None


def receive(*, offered_id: UUID, parcel: bytes, by: Membership, keyring: Keyring, at: datetime) -> Arrived:
    """Makes a draft of what the member sealed on a device; the same bytes a second time make no second one.

    Raises NotReadable when she can't open it, NotAllowed when she can't report.
    """
    content = _opened(offered_id, parcel, keyring)
    digest = hashlib.sha256(parcel).digest()
    with transaction.atomic():
        # Two sendings at once wait for one another here, and the second finds what the first has made.
        Membership.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)
        known = Arrival.objects.filter(author=by, offered_id=offered_id)
        same = known.filter(digest=digest).first()
        if same is not None:
            return Arrived(same.draft_id, _standing(same.draft_id), _beside(same))
        taken = _is_taken(offered_id) or known.exists()
        draft_id = new_id() if taken else offered_id
        new_draft(content=content, draft_id=draft_id, by=by, at=at)
        arrival = Arrival.objects.create(
            author=by, offered_id=offered_id, draft_id=draft_id, digest=digest, arrived_at=at
        )
        return Arrived(draft_id, Standing.KEPT, _beside(arrival))


def _opened(offered_id: UUID, parcel: bytes, keyring: Keyring) -> ReportContent:
    try:
        opened = vault.open_parcel(parcel=parcel, context=Context(Sealed.OFFLINE, offered_id), keyring=keyring)
        content = ReportContent.from_bytes(opened)
        return taken_over(content, signs=frozenset(rulebook.load().signs))
    except (CannotOpen, ValueError, TypeError, KeyError, AttributeError):
        # From nowhere: the first error's frames hold what was opened.
        raise NotReadable from None


def _is_taken(draft_id: UUID) -> bool:
    return Draft.objects.filter(pk=draft_id).exists() or Report.objects.filter(draft_id=draft_id).exists()


def _standing(draft_id: UUID) -> Standing:
    version = Draft.objects.filter(pk=draft_id).values_list("version", flat=True).first()
    if version is not None:
        return Standing.KEPT if version == 1 else Standing.MOVED_ON
    return Standing.SENT if Report.objects.filter(draft_id=draft_id).exists() else Standing.DISCARDED


def _beside(arrival: Arrival) -> UUID | None:
    """The author's own other draft or report of that name; None where the name was somebody else's."""
    if arrival.draft_id == arrival.offered_id:
        return None
    own = {"pk": arrival.offered_id, "author": arrival.author}
    if Draft.objects.filter(**own).exists():
        return arrival.offered_id
    report = Report.objects.filter(draft_id=arrival.offered_id, author=arrival.author)
    return arrival.offered_id if report.exists() else None
