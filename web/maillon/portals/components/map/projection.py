"""From degrees to the plane of a drawing: good for a département, whose curve nobody sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from maillon.territories.rules.outlines import Point, Ring, box

WIDTH = 1000
_MARGIN = 40


@dataclass(frozen=True)
class Frame:
    """The plane: `width` by `height` units, north above; `project` gives whole units."""

    west: float
    north: float
    scale_x: float
    scale_y: float
    height: int
    width: int = WIDTH

    def project(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Where a point lies, to the right and down from the upper left corner."""
        across = _MARGIN + (longitude - self.west) * self.scale_x
        return round(across), round(_MARGIN + (self.north - latitude) * self.scale_y)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether the point lies on the plane."""
        across, down = self.project(longitude, latitude)
        return 0 <= across <= self.width and 0 <= down <= self.height


def frame_around(rings: Iterable[Ring]) -> Frame:
    """The plane on which these rings (longitude, latitude) just find room, as wide as it always is."""
    (west, south), (east, north) = box(rings)
    scale_x = (WIDTH - 2 * _MARGIN) / (east - west)
    # A degree to the east is shorter than one to the north, by the cosine of the latitude.
    scale_y = scale_x / cos(radians((south + north) / 2))
    return Frame(west, north, scale_x, scale_y, round(2 * _MARGIN + (north - south) * scale_y))


def path(rings: Iterable[Ring], frame: Frame) -> str:
    """The rings as the `d` of an SVG path, without the points that fall together."""
    return "".join(_closed(ring, frame) for ring in rings)


def _closed(ring: Ring, frame: Frame) -> str:
    points = list(dict.fromkeys(_written(point, frame) for point in ring))
    return f"M{' '.join(points)}Z"


def _written(point: Point, frame: Frame) -> str:
    across, down = frame.project(*point)
    return f"{across},{down}"
