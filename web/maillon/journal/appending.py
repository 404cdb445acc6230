"""Writing lines by statements that are composed once: opening a page of a timeline writes thirty, and composing their
insertion took longer than opening them (`make bench`, `cases`).
"""

from collections.abc import Sequence

from maillon.base import rows
from maillon.journal.models import Chain, Line

_MOVE_ON = f"UPDATE {Chain._meta.db_table} SET length = $1, head = $2, seal = $3 WHERE id = $4"  # noqa: S608 - its own name


def append(lines: Sequence[Line]) -> None:
    """Stores the lines as they are, and with them whatever waits in `rows.together`; all or none."""
    rows.insert(*lines)
    # The chain moves on over lines that are there.
    rows.store_waiting()


def free_chain() -> Chain | None:
    """A chain that nobody else is writing to, locked to the end of the transaction; None where there is none."""
    found = rows.read(Chain, "TRUE LIMIT 1 FOR UPDATE SKIP LOCKED", [])
    return found[0] if found else None


def move_on(chain: int, length: int, head: bytes, seal: bytes) -> None:
    """Writes down where a locked chain ends now."""
    rows.execute(_MOVE_ON, [length, head, seal, chain])
