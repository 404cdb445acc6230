"""Appending to the journal."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from maillon.base import rows
from maillon.base.actors import Actor
from maillon.base.ids import new_id
from maillon.journal import rules
from maillon.journal.appending import append, free_chain, move_on
from maillon.journal.enums import Action
from maillon.journal.models import Chain, Line
from maillon.journal.selectors import journal_key


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What is to be recorded. `by` is None for the machine itself; `details` hold codes and keys, never content.

    `reason` is a code of a closed list (a ground, a purpose); `recipient_organisation_id` is where something went.
    """

    by: Actor | None
    at: datetime
    action: Action
    subject_kind: str
    subject_id: UUID
    recipient_organisation_id: UUID | None = None
    reason: str = ""
    details: dict[str, Any] | None = field(default=None)


def record(
    *,
    by: Actor | None,
    at: datetime,
    action: Action,
    subject_kind: str,
    subject_id: UUID,
    recipient_organisation_id: UUID | None = None,
    reason: str = "",
    details: dict[str, Any] | None = None,
) -> Line:
    """Appends one line in the caller's transaction; see `record_many`."""
    entry = Entry(
        by=by,
        at=at,
        action=action,
        subject_kind=subject_kind,
        subject_id=subject_id,
        recipient_organisation_id=recipient_organisation_id,
        reason=reason,
        details=details,
    )
    return record_many([entry])[0]


def record_many(entries: Sequence[Entry]) -> list[Line]:
    """Appends the lines, in order, to one chain, in the caller's transaction.

    Call it last: it holds the chain's lock to the end of the transaction. Three queries, however many lines.
    """
    if not entries:
        return []
    with transaction.atomic(savepoint=False):
        chain = _free_chain()
        lines = _linked(entries, chain)
        append(lines)
        length, head = chain.length + len(lines), bytes(lines[-1].digest)
        move_on(chain.pk, length, head, rules.seal(journal_key(), chain.pk, length, head))
    return lines


def open_chains() -> None:
    """Makes the empty chains that are not there yet. The migration has done it; an emptied test database needs it."""
    Chain.objects.bulk_create(
        [
            Chain(id=number, length=0, head=rules.GENESIS, seal=rules.seal(journal_key(), number, 0, rules.GENESIS))
            for number in range(rules.CHAINS)
        ],
        ignore_conflicts=True,
    )


def _free_chain() -> Chain:
    # A transaction that already holds a chain finds that one free, so it never waits here: no two can wait in a ring.
    return free_chain() or Chain.objects.select_for_update().get(pk=secrets.randbelow(rules.CHAINS))


def _linked(entries: Sequence[Entry], chain: Chain) -> list[Line]:
    lines, previous = [], bytes(chain.head)
    for position, entry in enumerate(entries, start=chain.length + 1):
        line = _line(entry, chain, position)
        line.digest = previous = rules.digest(journal_key(), previous, line.as_record())
        lines.append(line)
    return lines


def _line(entry: Entry, chain: Chain, position: int) -> Line:
    return rows.new(
        Line,
        id=new_id(),
        chain_id=chain.pk,
        position=position,
        at=entry.at,
        action=Action(entry.action).value,
        member_id=entry.by.member_id if entry.by else None,
        organisation_id=entry.by.organisation_id if entry.by else None,
        subject_kind=entry.subject_kind,
        subject_id=entry.subject_id,
        recipient_organisation_id=entry.recipient_organisation_id,
        reason=str(entry.reason),
        details=rules.plain_details(entry.details or {}),
    )
