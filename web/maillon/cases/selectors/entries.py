"""What stands in clear of an entry. Nothing here opens anything."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.cases.enums import EntryKind
from maillon.cases.models import (
    Action,
    Appointment,
    Contact,
    Correction,
    Document,
    Entry,
    Goal,
    Incident,
    Need,
)
from maillon.vault.models import SealedItem

Code = str | int | bool | date | datetime | UUID | list[str] | None
Stateful = type[Need | Goal | Action | Appointment | Contact | Incident | Document | Correction]
# The row beside an entry of a kind that has one, and its columns that a timeline shows.
_SHOWN: Mapping[str, tuple[Stateful, tuple[str, ...]]] = {
    EntryKind.NEED: (Need, ("area", "level")),
    EntryKind.GOAL: (Goal, ("state", "ended_on")),
    EntryKind.ACTION: (Action, ("doer", "due_on", "state", "ended_on", "goal_id")),
    EntryKind.APPOINTMENT: (Appointment, ("starts_at", "minutes", "state")),
    EntryKind.CONTACT: (Contact, ("means", "made")),
    EntryKind.VIOLENCE: (Incident, ("type", "contexts", "happened_on")),
    EntryKind.DOCUMENT: (Document, ("kind", "pages", "images_removed", "scan")),
    EntryKind.CORRECTION: (Correction, ("state", "due_on")),
}


def codes_of(entries: Iterable[Entry]) -> dict[UUID, dict[str, Code]]:
    """Their states and dates by name, by entry; those that have only words are missing.

    A query for each kind with a state that is among them: joining all kinds at once took the planner longer than any
    number of entries takes to read (`make bench`, `cases`).
    """
    keys: dict[str, list[UUID]] = defaultdict(list)
    for entry in entries:
        keys[entry.kind].append(entry.pk)
    found: dict[UUID, dict[str, Code]] = {}
    for kind in keys.keys() & _SHOWN.keys():
        model, columns = _SHOWN[kind]
        for key, *values in model.objects.filter(pk__in=keys[kind]).values_list("pk", *columns):
            found[key] = dict(zip(columns, values, strict=True))
    return found


def answers_of(entries: Iterable[Entry]) -> dict[UUID, SealedItem]:
    """What was answered to the corrections among them, by entry, sealed as it is. One query, or none."""
    keys = [entry.pk for entry in entries if entry.kind == EntryKind.CORRECTION]
    if not keys:
        return {}
    answered = Correction.objects.filter(pk__in=keys, answer__isnull=False).select_related("answer")
    return {one.pk: one.answer for one in answered if one.answer is not None}


def writers_of(entries: Iterable[Entry]) -> dict[UUID, str]:
    """The names of those who wrote them, by membership. One query."""
    keys = {entry.written_by_id for entry in entries}
    return dict(Membership.objects.filter(pk__in=keys).values_list("pk", "member__name"))
