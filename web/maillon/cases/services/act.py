"""One act on a locked case: what it writes, to whom that is sealed, and what stands in the journal."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.base.locking import locked_row
from maillon.cases.content import Piece
from maillon.cases.enums import EntryKind
from maillon.cases.models import Case, Entry, Share
from maillon.cases.refusals import NotAllowed
from maillon.cases.rights import Ability, on_case, on_share
from maillon.journal.enums import Action
from maillon.journal.services import Entry as Line
from maillon.journal.services import record_many
from maillon.vault import services as vault
from maillon.vault.models import SealedItem
from maillon.vault.selectors import current_keys
from maillon.vault.services import SealRequest


class Act:
    """Collects what one act does to a locked case. `finish` writes the journal, last."""

    def __init__(self, case: Case, by: Membership | None, at: datetime) -> None:
        self.case, self.by, self.at = case, by, at
        self._lines: list[Line] = []
        self._shares: list[Share] | None = None

    @property
    def today(self) -> date:
        """The day of the act on the clocks of France."""
        return timezone.localdate(self.at)

    @property
    def actor(self) -> Membership:
        """Whoever acts; only where somebody does."""
        assert self.by is not None  # the machine writes nothing into a case
        return self.by

    def shares(self) -> list[Share]:
        """Those that open something today."""
        if self._shares is None:
            living = self.case.shares.filter(ended_at=None, until__gte=self.today)
            self._shares = list(living.select_related("member", "organisation"))
        return self._shares

    def line(
        self,
        action: Action,
        *,
        reason: str = "",
        details: dict[str, Any] | None = None,
        recipient: UUID | None = None,
    ) -> None:
        """A line about the case; `recipient` is an organisation in whose journal it stands too."""
        self._lines.append(
            Line(
                by=self.by,
                at=self.at,
                action=action,
                subject_kind="case",
                subject_id=self.case.pk,
                recipient_organisation_id=recipient,
                reason=reason,
                details=details,
            )
        )

    def seal(self, kind: str, content: bytes, shared_as: EntryKind | None = None) -> SealedItem:
        """Seals to the organisation and, for an entry of a kind that is shared, to those it is shared with."""
        request = self.request(kind, content, shared_as)
        return vault.seal_many([request], at=self.at)[0]

    def request(self, kind: str, content: bytes, shared_as: EntryKind | None = None) -> SealRequest:
        """What `seal` asks of the vault, for whoever seals several at once."""
        shares = [share for share in self.shares() if shared_as is not None and shared_as in share.kinds]
        organisations = {share.organisation_id for share in shares if share.organisation_id is not None}
        members = {share.member.member_id for share in shares if share.member is not None}
        # Who has lost her key is left out: she could open nothing, and must not stop those who follow the person.
        keys = current_keys(organisations=organisations, members=members)
        return SealRequest(
            plaintext=content,
            kind=kind,
            subject_id=self.case.pk,
            organisations=[self.case.organisation_id, *sorted(organisations & keys.keys())],
            members=sorted(members & keys.keys()),
        )

    def write(
        self,
        kind: EntryKind,
        piece: Piece | None,
        *,
        happened_at: datetime | None = None,
        replaces: Entry | None = None,
        details: dict[str, Any] | None = None,
    ) -> Entry:
        """A new entry with these words, if any, and its line."""
        empty = piece is None or piece.is_empty()
        entry = Entry.objects.create(
            id=new_id(),
            case=self.case,
            kind=kind,
            happened_at=happened_at or self.at,
            written_at=self.at,
            written_by=self.actor,
            item=None if piece is None or empty else self.seal(kind.sealed_as, piece.to_bytes(), kind),
            replaces=replaces,
        )
        self.line(Action.CASE_WRITTEN, reason=kind, details={"entry": str(entry.pk), **(details or {})})
        return entry

    def latest(self, kind: EntryKind) -> Entry | None:
        """The entry of this kind that stands: none takes its place, and it is not erased."""
        standing = self.case.entries.filter(kind=kind, replaced_by=None, erased_at=None)
        return standing.order_by("-written_at", "-id").first()

    def touched(self, on: date) -> None:
        """She was met or spoken to on this day: retention counts from it, and reminders start anew."""
        if on > self.case.last_contact_on:
            self.case.last_contact_on = on
            self.case.first_reminder_at = self.case.last_reminder_at = None
            self.case.save(update_fields=["last_contact_on", "first_reminder_at", "last_reminder_at"])

    def finish(self) -> None:
        """Writes the journal."""
        record_many(self._lines)


def locked_case(key: UUID, *, skip_locked: bool = False) -> Case | None:
    """The case, locked until the caller's transaction ends; None when there is none, or with `skip_locked` not now."""
    return locked_row(Case.objects.select_related("organisation", "pseudonym").filter(pk=key), skip_locked=skip_locked)


def act_on_case(case_id: UUID | None, by: Membership, at: datetime, ability: Ability) -> Act:
    """An act on a case. Raises NotAllowed when it does not exist or `by` lacks the ability: both look the same."""
    case = None if case_id is None else locked_case(case_id)
    if case is None or ability not in on_case(by, case, timezone.localdate(at)):
        raise NotAllowed
    return Act(case, by, at)


def act_on_share(share_id: UUID, by: Membership, at: datetime) -> tuple[Act, Share]:
    """An act by whom something is shared with. Raises NotAllowed."""
    case_id = Share.objects.filter(pk=share_id).values_list("case_id", flat=True).first()
    case = None if case_id is None else locked_case(case_id)
    if case is None:
        raise NotAllowed
    # Read under the case's lock: it may have been taken back meanwhile.
    share = Share.objects.select_related("member").get(pk=share_id)
    share.case = case
    if Ability.READ_SHARED not in on_share(by, share, timezone.localdate(at)):
        raise NotAllowed
    return Act(case, by, at), share


def items_of(entries: Iterable[Entry]) -> list[SealedItem]:
    """Everything sealed of these entries: words, files and answers. Needs ENTRY_RELATED loaded."""
    found: list[SealedItem] = []
    for entry in entries:
        document, correction = getattr(entry, "document", None), getattr(entry, "correction", None)
        sealed = (entry.item, document and document.file, correction and correction.answer)
        found += [item for item in sealed if item is not None]
    return found


# What `items_of` needs. No more is joined: with a dozen tables, planning took longer than any case takes to read.
ENTRY_RELATED: Sequence[str] = ("item", "document__file", "correction__answer")
# Where keys alone are dealt with, no content is loaded.
SEALED_TEXTS: Sequence[str] = ("item__envelope", "document__file__envelope", "correction__answer__envelope")
