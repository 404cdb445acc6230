"""What the map and its table show, as plain values for their template."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from maillon.portals.components.map.projection import Frame, frame_around, path
from maillon.territories.models import Commune, Departement
from maillon.territories.outlines import outline
from maillon.territories.selectors import largest_communes

_LANDMARKS = 6
_LETTER, _LINE = 17, 36
_RADIUS, _LARGEST = 20, 60
_ABOVE = 18


@dataclass(frozen=True, kw_only=True)
class Spot:
    """One line of the table, and its dot. `detail` says where in words; without a position it has a line and no dot.

    `count` is a figure of the place, drawn as the size of its dot; whoever gives it has suppressed small numbers.
    """

    label: str
    detail: str = ""
    href: str = ""
    longitude: float | None = None
    latitude: float | None = None
    count: int | None = None


@dataclass(frozen=True)
class Dot:
    """A dot with the number by which the table names it. Spots at one point share it."""

    number: int
    x: int
    y: int
    radius: int


@dataclass(frozen=True)
class Line:
    """A line of the table; `number` is None for what has no dot."""

    spot: Spot
    number: int | None


@dataclass(frozen=True)
class Landmark:
    """A town that people know, to see where one is."""

    name: str
    x: int
    y: int
    text_y: int
    at_end: bool


@dataclass(frozen=True)
class Drawing:
    """The map; `outline` is empty where the département's outline is not known, and then there is the table alone."""

    departement: Departement
    outline: str
    width: int
    height: int
    dots: tuple[Dot, ...]
    landmarks: tuple[Landmark, ...]
    lines: tuple[Line, ...]

    @property
    def counts(self) -> bool:
        """Whether the table has a column of figures."""
        return any(line.spot.count is not None for line in self.lines)


def draw(departement: Departement, spots: Iterable[Spot]) -> Drawing:
    """The département with its spots, in their order. One query, for the towns."""
    spots, rings = tuple(spots), outline(departement.code)
    if not rings:
        return Drawing(departement, "", 0, 0, (), (), tuple(Line(spot, None) for spot in spots))
    frame = frame_around(rings)
    points = [_point(spot, frame) for spot in spots]
    numbers = {point: number for number, point in enumerate(dict.fromkeys(filter(None, points)), start=1)}
    lines = tuple(Line(spot, numbers[point] if point else None) for spot, point in zip(spots, points, strict=True))
    towns = _landmarks(largest_communes(departement.code, _LANDMARKS), frame)
    return Drawing(departement, path(rings, frame), frame.width, frame.height, _dots(numbers, lines), towns, lines)


def _point(spot: Spot, frame: Frame) -> tuple[int, int] | None:
    if spot.longitude is None or spot.latitude is None or not frame.holds(spot.longitude, spot.latitude):
        return None
    return frame.project(spot.longitude, spot.latitude)


def _dots(numbers: dict[tuple[int, int], int], lines: Sequence[Line]) -> tuple[Dot, ...]:
    counted = dict.fromkeys(numbers.values(), 0)
    for line in lines:
        if line.number is not None:
            counted[line.number] += line.spot.count or 0
    most = max(counted.values(), default=0)
    dots = (Dot(number, x, y, _radius(counted[number], most)) for (x, y), number in numbers.items())
    # Large ones first: a small one stays visible on top.
    return tuple(sorted(dots, key=lambda dot: (-dot.radius, dot.number)))


def _radius(count: int, most: int) -> int:
    """Areas, not radii, are in proportion."""
    return max(_RADIUS, round(_LARGEST * sqrt(count / most))) if most else _RADIUS


def _landmarks(towns: Iterable[Commune], frame: Frame) -> tuple[Landmark, ...]:
    """The towns whose names can be read: one that would lie on the name of a larger one is left out."""
    found: list[Landmark] = []
    for town in towns:
        if town.longitude is not None and town.latitude is not None:
            x, y = frame.project(town.longitude, town.latitude)
            here = Landmark(town.name, x, y, y - _ABOVE, at_end=x > frame.width / 2)
            if not any(_meet(here, other) for other in found):
                found.append(here)
    return tuple(found)


def _meet(one: Landmark, other: Landmark) -> bool:
    (left, right), (other_left, other_right) = _extent(one), _extent(other)
    return left < other_right and other_left < right and abs(one.y - other.y) < _LINE


def _extent(town: Landmark) -> tuple[int, int]:
    """From where to where a name reaches, by what letters take on average."""
    length = _LETTER * len(town.name)
    return (town.x - length, town.x) if town.at_end else (town.x, town.x + length)
