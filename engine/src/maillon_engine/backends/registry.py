"""The backends by name, and whether this machine has what each needs."""

from importlib import import_module
from pathlib import Path

from maillon_engine.backends.base import Backend

# Where each is; loaded when it is asked for.
_PLACES = {"duckdb": "in_process", "spark": "spark"}
NAMES = tuple(_PLACES)
USUAL = NAMES[0]


def check(name: str) -> None:
    """Raises MissingExtra or BackendRefused where this backend can't run here. Starts nothing."""
    import_module(f"maillon_engine.backends.{_PLACES[name]}").check()


def backend(name: str = USUAL, folder: Path | None = None) -> Backend:
    """A backend of this name, to be entered. What it has to write aside goes below `folder`, else to a place of its
    own; it removes it either way.

    Raises MissingExtra or BackendRefused, here or when it is entered.
    """
    check(name)
    made: Backend = import_module(f"maillon_engine.backends.{_PLACES[name]}").Engine(folder)
    return made
