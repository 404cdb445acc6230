"""Reading the journal: whose lines, who saw what, and whether it is whole."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from maillon.journal import rules
from maillon.journal.enums import ACCESSES
from maillon.journal.models import Chain, Line

_RECORD_COLUMNS = (
    "id",
    "chain_id",
    "position",
    "at",
    "action",
    "member_id",
    "organisation_id",
    "subject_kind",
    "subject_id",
    "recipient_organisation_id",
    "reason",
    "details",
)
_HEAD_COLUMNS = ("chain_id", "chain__length", "chain__head", "chain__seal")
_AT_ONCE = 2000


def journal_key() -> bytes:
    """The key of every digest. It comes from the environment and is never in the database."""
    return str(settings.JOURNAL_KEY).encode()


def lines_of(organisation_id: UUID) -> QuerySet[Line]:
    """The organisation's journal, newest first: what its members did, and what came to it from others."""
    mine = Q(organisation_id=organisation_id) | Q(recipient_organisation_id=organisation_id)
    return Line.objects.filter(mine).order_by("-at", "-id")


def accesses_about(subject_ids: Iterable[UUID], *subject_kinds: str) -> QuerySet[Line]:
    """Who consulted these objects, and to whom they were passed on, oldest first (LIL art. 101).

    This is what the person concerned can be told. Without `subject_kinds`, objects of any kind count.
    """
    lines = Line.objects.filter(subject_id__in=list(subject_ids), action__in=ACCESSES)
    if subject_kinds:
        lines = lines.filter(subject_kind__in=subject_kinds)
    return lines.order_by("at", "chain_id", "position")


def heads() -> list[rules.Head]:
    """Where each chain ends now."""
    return [_head(row) for row in Chain.objects.order_by("id").values_list("id", "length", "head", "seal")]


def findings(marks: Mapping[int, rules.Head] | None = None) -> Iterator[rules.Finding]:
    """Everything that is wrong with the journal, chain by chain; nothing when it is whole.

    `marks` are older heads, from an anchor. Reads in batches: memory does not grow with the journal, and writers
    go on meanwhile.
    """
    found = {head.chain: head for head in heads()}
    for number in sorted(set(range(rules.CHAINS)) | set(marks or {}) | set(found)):
        if number not in found:
            yield rules.Finding(number, 0, rules.Trouble.NO_CHAIN)
            continue
        mark = marks.get(number) if marks else None
        # Inside a transaction the cursor is a plain one: outside, the server would copy the whole chain first.
        with transaction.atomic():
            yield from rules.check_chain(journal_key(), found[number], _rows(number), mark)


def _rows(number: int) -> Iterator[rules.Row]:
    columns = Line.objects.filter(chain_id=number).order_by("position")
    width = len(_RECORD_COLUMNS)
    for values in columns.values_list(*_RECORD_COLUMNS, "digest", *_HEAD_COLUMNS).iterator(chunk_size=_AT_ONCE):
        yield rules.Row(rules.Record(*values[:width]), bytes(values[width]), _head(values[width + 1 :]))


def _head(values: tuple[Any, ...]) -> rules.Head:
    chain, length, digest, seal = values
    return rules.Head(chain, length, bytes(digest), bytes(seal))
