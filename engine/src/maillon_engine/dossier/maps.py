"""Where the texts of a network say that they are: a map made of the communes themselves, no tile from anywhere."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from markupsafe import Markup

from maillon_engine.dossier.svg import picture, tag, words

WIDTH, HEIGHT, MARGIN = 640.0, 520.0, 34.0
# As many dots as make the shape of a country, and no more.
_DOTS = 2500
_SMALLEST = 0.35


@dataclass(frozen=True, slots=True)
class Place:
    """A commune: its name and where it lies, in degrees."""

    name: str
    longitude: float
    latitude: float


class _Sheet:
    """Equirectangular around the middle latitude: good enough for a country, exact enough for a département."""

    def __init__(self, places: Sequence[Place]) -> None:
        west, east = _span([place.longitude for place in places])
        south, north = _span([place.latitude for place in places])
        self.shrink = cos(radians((south + north) / 2))
        scale = min((WIDTH - 2 * MARGIN) / ((east - west) * self.shrink), (HEIGHT - 2 * MARGIN) / (north - south))
        self.scale, self.middle = scale, ((west + east) / 2, (south + north) / 2)
        self.box = (west, south, east, north)

    def at(self, place: Place) -> tuple[float, float]:
        """Where a place lies on the sheet."""
        x = WIDTH / 2 + (place.longitude - self.middle[0]) * self.shrink * self.scale
        return x, HEIGHT / 2 - (place.latitude - self.middle[1]) * self.scale

    def holds(self, place: Place) -> bool:
        """Whether a place lies on the sheet."""
        x, y = self.at(place)
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def circuit(stops: Sequence[str], known: Mapping[str, Place]) -> Markup | None:
    """The picture of a circuit through communes (INSEE codes, in order of time); None with fewer than two of them."""
    codes = [code for code in stops if code in known]
    if len(set(codes)) < 2:
        return None
    sheet = _Sheet([known[code] for code in codes])
    parts = [*_background(sheet, known.values()), *_legs(sheet, codes, known), *_stops(sheet, codes, known)]
    names = ", ".join(dict.fromkeys(known[code].name for code in codes))
    return picture(WIDTH, HEIGHT, f"Circuit : {names}", parts)


def _background(sheet: _Sheet, places: Iterable[Place]) -> list[str]:
    shown = [place for place in places if sheet.holds(place)]
    step = max(1, len(shown) // _DOTS)
    # One path of points for all: thousands of circles would be most of the page.
    points = "".join(f"M{x:.0f} {y:.0f}h0" for x, y in map(sheet.at, shown[::step]))
    return [tag("path", class_="commune", d=points)] if points else []


def _legs(sheet: _Sheet, codes: Sequence[str], known: Mapping[str, Place]) -> list[str]:
    points = [sheet.at(known[code]) for code in codes]
    # There and back is one line: two would fill the gaps of one another's dashes.
    ways = dict.fromkeys((min(a, b), max(a, b)) for a, b in pairwise(points) if a != b)
    return [tag("line", class_="leg", x1=a[0], y1=a[1], x2=b[0], y2=b[1]) for a, b in ways]


def _stops(sheet: _Sheet, codes: Sequence[str], known: Mapping[str, Place]) -> list[str]:
    parts = []
    for number, code in enumerate(dict.fromkeys(codes), start=1):
        x, y = sheet.at(known[code])
        left = x > WIDTH * 0.7
        parts.append(tag("circle", class_="stop", cx=x, cy=y, r=11.0))
        parts.append(words(x, y + 4, str(number), class_="stop-number", text_anchor="middle"))
        label = {"text_anchor": "end" if left else "start", "class_": "label"}
        parts.append(words(x - 15 if left else x + 15, y + 4, known[code].name, **label))
    return parts


def _span(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = max((high - low) * 0.15, (_SMALLEST - (high - low)) / 2)
    return low - room, high + room
