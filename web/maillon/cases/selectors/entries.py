"""What stands in clear of an entry. Nothing here opens anything."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from maillon.cases.models import Entry

Code = str | int | bool | date | datetime | UUID | list[str] | None
# The columns of each stateful piece that a timeline shows.
_SHOWN: Mapping[str, tuple[str, ...]] = {
    "need": ("area", "level"),
    "goal": ("state", "ended_on"),
    "action": ("doer", "due_on", "state", "ended_on", "goal_id"),
    "appointment": ("starts_at", "minutes", "state"),
    "contact": ("means", "made"),
    "incident": ("type", "contexts", "happened_on"),
    "document": ("kind", "pages", "images_removed", "scan"),
    "correction": ("state", "due_on"),
}


def codes_of(entry: Entry) -> dict[str, Code]:
    """Its states and dates by name; empty for one that has only words. Needs its piece loaded."""
    for piece, columns in _SHOWN.items():
        if hasattr(entry, piece):
            return {name: getattr(getattr(entry, piece), name) for name in columns}
    return {}
