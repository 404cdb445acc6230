"""The communes of a circuit as a table: the map says where, the table says when and how often."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from maillon_engine.dossier.maps import Place
from maillon_engine.dossier.reading import Text

_UNDATED = "sans date"


@dataclass(frozen=True)
class Stop:
    """A commune with the number that the map gives it, the days of its first and last text, and how many there are."""

    number: int
    name: str
    first: str
    last: str
    texts: int


def stops(texts: Sequence[Text], places: Mapping[str, Place]) -> list[Stop]:
    """The communes that texts, in order of time, name first, in the order in which they come up."""
    held: dict[str, list[datetime | None]] = {}
    for text in texts:
        for code in text.communes[:1]:
            if code in places:
                held.setdefault(code, []).append(text.posted_at)
    return [
        Stop(number, places[code].name, *_days(times), len(times))
        for number, (code, times) in enumerate(held.items(), 1)
    ]


def _days(times: Sequence[datetime | None]) -> tuple[str, str]:
    dated = [time for time in times if time]
    return (f"{min(dated):%d/%m/%Y}", f"{max(dated):%d/%m/%Y}") if dated else (_UNDATED, _UNDATED)
