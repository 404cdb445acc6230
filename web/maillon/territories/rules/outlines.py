"""The outline of an area, from the outlines of the communes that make it up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]
_Edge = tuple[Point, Point]


class OutlineError(ValueError):
    """The file is no collection of polygons, or its polygons do not close."""


def dissolved(collection: Mapping[str, Any]) -> tuple[Ring, ...]:
    """The rings around all areas of a GeoJSON FeatureCollection, longest first, as (longitude, latitude) in degrees.

    A border that two areas share vanishes; areas must therefore share its points exactly, as the official files do.
    Each ring ends where it begins. Raises OutlineError.
    """
    borders = Counter(_edge(*pair) for ring in _rings(collection) for pair in pairwise(ring))
    neighbours: dict[Point, list[Point]] = defaultdict(list)
    for (one, other), times in sorted(borders.items()):
        if times % 2 and one != other:
            neighbours[one].append(other)
            neighbours[other].append(one)
    return tuple(sorted(_walks(neighbours), key=lambda ring: (-len(ring), ring)))


def _rings(collection: Mapping[str, Any]) -> Iterator[list[Point]]:
    try:
        for feature in collection["features"]:
            shape = feature["geometry"]
            polygons = {"Polygon": [shape["coordinates"]], "MultiPolygon": shape["coordinates"]}[shape["type"]]
            for ring in (ring for polygon in polygons for ring in polygon):
                yield [(float(point[0]), float(point[1])) for point in ring]
    except (KeyError, TypeError, ValueError, IndexError) as error:
        msg = f"not a collection of polygons: {error!r}"
        raise OutlineError(msg) from error


def _edge(one: Point, other: Point) -> _Edge:
    return (one, other) if one <= other else (other, one)


def _walks(neighbours: dict[Point, list[Point]]) -> Iterator[Ring]:
    for start in sorted(neighbours):
        while neighbours[start]:
            yield _walk(start, neighbours)


def _walk(start: Point, neighbours: dict[Point, list[Point]]) -> Ring:
    walked, here = [start], start
    while True:
        if not neighbours[here]:
            msg = f"the outline ends at {here}"
            raise OutlineError(msg)
        onward = neighbours[here].pop()
        neighbours[onward].remove(here)
        walked.append(onward)
        here = onward
        if here == start:
            return tuple(walked)


def without_holes(rings: Iterable[Ring]) -> tuple[Ring, ...]:
    """The rings that lie in no longer one of them, in their order (longest first, as `dissolved` gives them)."""
    kept: list[Ring] = []
    for ring in rings:
        if not any(_holds(outer, ring[0]) for outer in kept):
            kept.append(ring)
    return tuple(kept)


def _holds(ring: Ring, point: Point) -> bool:
    """Whether a line from the point to the east crosses the ring an odd number of times."""
    crossings = 0
    for (x, y), (next_x, next_y) in pairwise(ring):
        if (y > point[1]) != (next_y > point[1]):
            crossings += point[0] < x + (next_x - x) * (point[1] - y) / (next_y - y)
    return crossings % 2 == 1


def box(rings: Iterable[Ring]) -> tuple[Point, Point]:
    """The south-western and the north-eastern corner around some rings."""
    points = [point for ring in rings for point in ring]
    eastings, northings = [point[0] for point in points], [point[1] for point in points]
    return (min(eastings), min(northings)), (max(eastings), max(northings))
