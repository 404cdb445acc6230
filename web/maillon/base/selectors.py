"""Reads what this installation is."""

from maillon.base.models import Instance


def instance() -> Instance | None:
    """The installation's row, or None before it has been set up."""
    return Instance.objects.filter(pk=1).first()


def is_demo() -> bool:
    """True when the database is marked as holding invented data only."""
    return Instance.objects.filter(pk=1, is_demo=True).exists()
