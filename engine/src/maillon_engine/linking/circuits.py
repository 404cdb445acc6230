"""The name of a circuit: the places of its stays in their order, and the day on which it began.

Every text on a circuit holds its name, so a circuit of years is named by its beginning and its measures:
"alencon>flers>caen@2026-03-02", or "alencon>flers>…@2026-03-02+1204/37" for 1204 stays in 37 places.
"""

from collections.abc import Sequence
from typing import NamedTuple

# Nobody reads on, and whoever keeps the same places and days for so long keeps the rest as well.
LONGEST = 48


class Measures(NamedTuple):
    """What the name of a circuit says: how many stays, in how many places, and the first day (ISO 8601)."""

    stays: int
    places: int
    began: str


def written(places: Sequence[str], began: str) -> str:
    """The name of the circuit whose stays are in these places, in their order, and whose first day is `began`."""
    if len(places) <= LONGEST:
        return f"{'>'.join(places)}@{began}"
    return f"{'>'.join(places[:LONGEST])}>…@{began}+{len(places)}/{len(set(places))}"


def read(name: str) -> Measures:
    """The measures of a circuit from its name. Raises ValueError for a text that `written` did not make."""
    path, day = name.rsplit("@", 1)
    began, _, more = day.partition("+")
    if more:
        stays, places = more.split("/")
        return Measures(int(stays), int(places), began)
    named = path.split(">")
    return Measures(len(named), len(set(named)), began)
