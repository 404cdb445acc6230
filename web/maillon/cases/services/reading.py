"""Opening what is sealed in cases: a page of names, a timeline, a share, one document. Each leaves its lines."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.cases.content import OpenedCase, OpenedEntry, read_piece
from maillon.cases.enums import EntryKind, Reading
from maillon.cases.models import Case, Entry
from maillon.cases.refusals import Erased, NotAllowed
from maillon.cases.rights import Ability, on_case, on_share, shared_kinds
from maillon.cases.selectors.entries import Code, answers_of, codes_of, writers_of
from maillon.cases.services.act import Act, act_on_case, act_on_share
from maillon.journal.enums import Action
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem

# A page of a timeline: each of its entries is opened, and leaves a line.
PAGE = 30


@transaction.atomic
def read_names(
    *, cases: Iterable[Case], by: Membership, keyring: Keyring, at: datetime, reason: Reading = Reading.FOLLOWING
) -> dict[UUID, str]:
    """The names in these cases, by case; for a page of a list, with each one's `pseudonym` loaded. Journalled.

    What `by` may not read, and what was erased, is left out. Raises CannotOpen for whoever holds no key yet.
    """
    today = timezone.localdate(at)
    items: dict[UUID, SealedItem] = {}
    for case in cases:
        if case.pseudonym is not None and Ability.READ in on_case(by, case, today):
            items[case.pk] = case.pseudonym
    opened = vault.open_items(
        items=list(items.values()),
        keyring=keyring,
        organisation_id=by.organisation_id,
        by=by,
        at=at,
        reason=reason,
    )
    if items and not opened:
        raise CannotOpen
    return {key: opened[item.pk].decode() for key, item in items.items() if item.pk in opened}


@transaction.atomic
def read_case(
    *,
    case_id: UUID,
    by: Membership,
    keyring: Keyring,
    at: datetime,
    reason: Reading,
    kinds: Collection[EntryKind] | None = None,
    before: datetime | None = None,
    limit: int | None = PAGE,
) -> OpenedCase:
    """The name and the entries, the newest first: a page of the timeline, of these kinds, before a moment.

    Journalled. Raises NotAllowed, Erased, or CannotOpen for whoever holds no key yet.
    """
    act = act_on_case(case_id, by, at, Ability.SEE)
    if act.case.erased_at is not None:
        raise Erased
    if Ability.READ not in on_case(by, act.case, act.today):
        raise NotAllowed
    found = _entries(act.case, kinds, before)
    opened = opened_case(act, found[:limit] if limit else found, keyring, act.case.organisation_id, reason)
    act.line(Action.OPENED, reason=reason)
    act.finish()
    return opened


@transaction.atomic
def read_shared(
    *,
    share_id: UUID,
    by: Membership,
    keyring: Keyring,
    at: datetime,
    before: datetime | None = None,
    limit: int = PAGE,
) -> OpenedCase:
    """What is shared of a case, the newest first, a page at a time, without its name. Journalled.

    Raises NotAllowed or CannotOpen.
    """
    act, share = act_on_share(share_id, by, at)
    kinds = [EntryKind(kind) for kind in share.kinds]
    found = _entries(act.case, kinds, before)[:limit]
    opened = opened_case(act, found, keyring, share.organisation_id, Reading.SHARED, named=False)
    act.line(Action.OPENED, reason=Reading.SHARED, details={"share": str(share_id)})
    act.finish()
    return opened


@transaction.atomic
def read_document(*, entry_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading) -> bytes:
    """The PDF of a document, for those who follow her or whom documents are shared with. Journalled.

    Raises NotAllowed, Erased or CannotOpen.
    """
    entry = Entry.objects.filter(pk=entry_id, kind=EntryKind.DOCUMENT).select_related("document__file").first()
    if entry is None:
        raise NotAllowed
    act, through = _reader(entry, by, at)
    return _document(act, entry, keyring, through, reason, {})


@transaction.atomic
def read_shared_document(*, share_id: UUID, entry_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> bytes:
    """The PDF of a document of a case, by this share and no other way. Journalled.

    Raises NotAllowed where the share is over, is not hers, or has no documents in it; Erased; CannotOpen.
    """
    act, share = act_on_share(share_id, by, at)
    entry = act.case.entries.filter(pk=entry_id, kind=EntryKind.DOCUMENT).select_related("document__file").first()
    if entry is None or EntryKind.DOCUMENT not in shared_kinds(share):
        raise NotAllowed
    return _document(act, entry, keyring, share.organisation_id, Reading.SHARED, {"share": str(share_id)})


def _document(
    act: Act, entry: Entry, keyring: Keyring, through: UUID | None, reason: Reading, details: dict[str, object]
) -> bytes:
    """Opens it through this organisation or (None) her own key, and ends the act."""
    if entry.document.file is None:
        raise Erased
    content = vault.open_item(
        item=entry.document.file, keyring=keyring, organisation_id=through, by=act.actor, at=act.at, reason=reason
    )
    act.line(Action.OPENED, reason=reason, details={**details, "entry": str(entry.pk)})
    act.finish()
    return content


def _reader(entry: Entry, by: Membership, at: datetime) -> tuple[Act, UUID | None]:
    """The act of whoever may read this entry, and whose key opens it: an organisation's, or (None) her own."""
    if by.organisation_id == entry.case.organisation_id:
        abilities = on_case(by, entry.case, timezone.localdate(at))
        if Ability.READ in abilities:
            return act_on_case(entry.case_id, by, at, Ability.READ), entry.case.organisation_id
    to_her = Q(organisation_id=by.organisation_id) | Q(member_id=by.pk)
    for share in entry.case.shares.filter(to_her, kinds__contains=[entry.kind], ended_at=None):
        if Ability.READ_SHARED in on_share(by, share, timezone.localdate(at)):
            act, locked = act_on_share(share.pk, by, at)
            return act, locked.organisation_id
    raise NotAllowed


def _entries(case: Case, kinds: Collection[EntryKind] | None, before: datetime | None) -> QuerySet[Entry]:
    found = case.entries.select_related("item").order_by("-happened_at", "-written_at", "-id")
    found = found.annotate(is_replaced=Exists(Entry.objects.filter(replaces=OuterRef("pk"))))
    if kinds is not None:
        found = found.filter(kind__in=[kind.value for kind in kinds])
    return found if before is None else found.filter(happened_at__lt=before)


@dataclass(frozen=True)
class _Beside:
    """What stands beside some entries: states and dates, answers to corrections, names of writers."""

    codes: Mapping[UUID, dict[str, Code]]
    answers: Mapping[UUID, SealedItem]
    writers: Mapping[UUID, str]


def opened_case(
    act: Act,
    entries: Iterable[Entry],
    keyring: Keyring,
    through: UUID | None,
    reason: Reading,
    *,
    named: bool = True,
) -> OpenedCase:
    """The entries as the key gives them, through this organisation or (None) her own, with the name if `named`.

    Needs `item` loaded. Raises CannotOpen where there is something and nothing opens.
    """
    found = list(entries)
    beside = _Beside(codes_of(found), answers_of(found), writers_of(found))
    name = act.case.pseudonym if named else None
    items = [*([name] if name else []), *(item for entry in found for item in _words(entry, beside))]
    texts = vault.open_items(
        items=items, keyring=keyring, organisation_id=through, by=act.actor, at=act.at, reason=reason
    )
    if items and not texts:
        raise CannotOpen
    return OpenedCase(
        pseudonym=texts[name.pk].decode() if name and name.pk in texts else "",
        entries=tuple(_read(entry, beside, texts) for entry in found),
    )


def _words(entry: Entry, beside: _Beside) -> list[SealedItem]:
    """What is opened with a timeline: the words and the answer to a correction, never a file."""
    return [item for item in (entry.item, beside.answers.get(entry.pk)) if item is not None]


def _read(entry: Entry, beside: _Beside, texts: Mapping[UUID, bytes]) -> OpenedEntry:
    kind = EntryKind(entry.kind)
    raw = texts.get(entry.item.pk) if entry.item is not None else None
    answer = beside.answers.get(entry.pk)
    return OpenedEntry(
        id=entry.pk,
        kind=kind,
        happened_at=entry.happened_at,
        written_at=entry.written_at,
        writer=beside.writers[entry.written_by_id],
        codes=beside.codes.get(entry.pk, {}),
        piece=read_piece(kind, raw) if raw is not None else None,
        answer=texts[answer.pk].decode() if answer is not None and answer.pk in texts else "",
        # Only a timeline asks whether a later version stands; elsewhere all versions count alike.
        replaced=getattr(entry, "is_replaced", False),
    )
