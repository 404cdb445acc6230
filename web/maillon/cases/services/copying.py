"""Copies of what another organisation offered: new rows, new keys, the same words and days."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.cases.enums import EntryKind, Sealed
from maillon.cases.models import Action, Appointment, Case, Contact, Document, Entry, Goal, Incident, Need
from maillon.cases.services.act import Act
from maillon.vault import services as vault
from maillon.vault.models import SealedItem

# The row beside an entry, by the name it has there. An action's goal is found anew.
BESIDE: Mapping[str, type[Need | Goal | Action | Appointment | Contact | Incident | Document]] = {
    "need": Need,
    "goal": Goal,
    "action": Action,
    "appointment": Appointment,
    "contact": Contact,
    "incident": Incident,
    "document": Document,
}


def copy_entries(
    entries: Iterable[Entry], texts: Mapping[UUID, bytes], into: Case, by: Membership, at: datetime
) -> dict[UUID, Entry]:
    """Writes these opened entries into another case, goals first; gives the copies by the key of what was copied.

    Loads what stands beside each, unless BESIDE is loaded.
    """
    act, copies, entries = Act(into, by, at), dict[UUID, Entry](), list(entries)
    for entry in sorted(entries, key=lambda entry: entry.kind != EntryKind.GOAL):
        copy = Entry.objects.create(
            id=new_id(),
            case=into,
            kind=entry.kind,
            happened_at=entry.happened_at,
            written_at=entry.written_at,
            written_by_id=entry.written_by_id,
            item=_resealed(act, entry.item, EntryKind(entry.kind).sealed_as, texts),
        )
        copies[entry.pk] = copy
        _copy_beside(act, entry, copy, copies, texts)
    for entry in entries:
        # Once all are there: two versions of one moment come in any order.
        if entry.replaces_id is not None and entry.replaces_id in copies:
            Entry.objects.filter(pk=copies[entry.pk].pk).update(replaces=copies[entry.replaces_id])
    return copies


def _copy_beside(
    act: Act, entry: Entry, copy: Entry, copies: Mapping[UUID, Entry], texts: Mapping[UUID, bytes]
) -> None:
    for name, model in BESIDE.items():
        if not hasattr(entry, name):
            continue
        beside = getattr(entry, name)
        values = {
            field.attname: getattr(beside, field.attname)
            for field in model._meta.concrete_fields
            if field.name not in {"entry", "file", "goal"}
        }
        if isinstance(beside, Document):
            values["file"] = _resealed(act, beside.file, Sealed.FILE, texts)
        if isinstance(beside, Action) and beside.goal_id is not None and beside.goal_id in copies:
            values["goal_id"] = copies[beside.goal_id].pk
        model.objects.create(entry=copy, **values)


def _resealed(act: Act, item: SealedItem | None, kind: str, texts: Mapping[UUID, bytes]) -> SealedItem | None:
    if item is None or item.pk not in texts:
        return None
    return vault.seal_many([act.request(kind, texts[item.pk])], at=act.at)[0]
