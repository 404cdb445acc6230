"""Reads what this installation is."""

from maillon.base import rows
from maillon.base.models import Instance


def instance() -> Instance | None:
    """The installation's row, or None before it has been set up."""
    # Every page asks for it.
    found = rows.read(Instance, "id = 1", [])
    return found[0] if found else None


def is_demo() -> bool:
    """True when the database is marked as holding invented data only."""
    return Instance.objects.filter(pk=1, is_demo=True).exists()
