"""Opening hours as OpenStreetMap writes them (`Mo-Fr 09:00-17:00; PH off`), read at a moment.

French public holidays, Paris time. A thin door to the package opening-hours-py.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, validate

PARIS = ZoneInfo("Europe/Paris")
_COUNTRY = "FR"


class Answering(StrEnum):
    """Whether somebody answers. UNKNOWN where nobody has verified it: never guessed."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Opening:
    """What holds at a moment, and when that changes, in Paris time; None when it never does."""

    answering: Answering
    until: datetime | None = None


def opening(hours: str, at: datetime) -> Opening:
    """What these hours say of an aware moment; no hours at all are unknown ones. ValueError if nobody can read them."""
    if not hours:
        return Opening(Answering.UNKNOWN)
    read, there = _read(hours), at.astimezone(PARIS)
    return Opening(_answering(read, there), read.next_change(there))


def answering(hours: str, at: datetime) -> Answering:
    """Whether these hours are open at an aware moment; cheaper than `opening`, and refuses as it does."""
    return _answering(_read(hours), at.astimezone(PARIS)) if hours else Answering.UNKNOWN


def _answering(read: OpeningHours, there: datetime) -> Answering:
    if read.is_open(there):
        return Answering.OPEN
    return Answering.CLOSED if read.is_closed(there) else Answering.UNKNOWN


def check_hours(hours: str) -> None:
    """Raises ValueError, saying where, when these are not opening hours."""
    _read(hours)


@lru_cache(maxsize=1024)
def _read(hours: str) -> OpeningHours:
    if not validate(hours):
        msg = f"not opening hours: {hours!r}"
        raise ValueError(msg)
    return OpeningHours(hours, timezone=PARIS, country=_COUNTRY)
