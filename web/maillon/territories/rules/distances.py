"""How far apart two points are."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Position:
    """A point on the ground in degrees (WGS84)."""

    latitude: float
    longitude: float


def kilometres(one: Position, other: Position) -> float:
    """The great circle between two points, as the crow flies: no road is known here."""
    north, south = radians(one.latitude), radians(other.latitude)
    rise = sin((south - north) / 2) ** 2
    run = sin(radians(other.longitude - one.longitude) / 2) ** 2
    # Rounding may carry the sum past one at the antipodes.
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, rise + cos(north) * cos(south) * run)))
