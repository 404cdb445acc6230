"""The communes of France: names, codes, where they lie.

A command over a few texts must not wait for thirty-five thousand objects: rows stay rows until somebody asks for one,
and names are folded all at once.
"""

import csv
import lzma
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import NamedTuple

_ARTICLES = ("le ", "la ", "les ", "l ")
_NO_LETTERS = re.compile(r"[^a-z\n]+")
_SAINT = re.compile(r"(?<![a-z])st(e?)(?![a-z])")
# Columns of the file.
_CODE, _NAME, _POSTAL_CODES, _POPULATION, _LONGITUDE, _LATITUDE = range(6)


class Commune(NamedTuple):
    """A commune as its sources have it (`data/README.md`); `population` is 0 where they say none, and the position is
    None for seven of them."""

    code: str
    name: str
    postal_codes: tuple[str, ...]
    population: int
    position: tuple[float, float] | None


@cache
def communes() -> Mapping[str, Commune]:
    """Every commune by its INSEE code."""
    return {row[_CODE]: _commune(row) for row in _rows()}


@cache
def names() -> Mapping[str, int]:
    """Every folded name, with and without the article, and the population of the largest commune of that name."""
    people = [int(row[_POPULATION] or 0) for row in _rows()]
    return {name: max(map(people.__getitem__, places)) for name, places in _by_name().items()}


@cache
def named(name: str) -> Sequence[Commune]:
    """The communes of a folded name, with and without the article, the most populated first."""
    several = (_commune(_rows()[place]) for place in _by_name()[name])
    return sorted(several, key=lambda one: (-one.population, one.code))


def folded(name: str) -> str:
    """Lower case, no accents, one space between words, saint and sainte in full: "St-Étienne" is "saint etienne"."""
    return _folded(name.replace("\n", " "))[0]


def _folded(lines: str) -> list[str]:
    """Of each line the folded name."""
    breaks = lines.replace("’", " ").replace("œ", "oe").replace("Œ", "oe")
    plain = unicodedata.normalize("NFKD", breaks).encode("ascii", "ignore").decode().lower()
    full = _SAINT.sub(r"saint\1", _NO_LETTERS.sub(" ", plain))
    return [line.strip(" ") for line in full.split("\n")]


@cache
def _rows() -> Sequence[Sequence[str]]:
    text = lzma.decompress(files("maillon_engine").joinpath("data/communes.csv.xz").read_bytes()).decode()
    return list(csv.reader(StringIO(text, newline="")))[1:]


@cache
def _by_name() -> Mapping[str, Sequence[int]]:
    """The places in `_rows` of the communes of each folded name."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(_folded("\n".join(row[_NAME] for row in _rows()))):
        found.setdefault(name, []).append(place)
        if name.startswith(_ARTICLES):
            found.setdefault(name.partition(" ")[2], []).append(place)
    return found


def _commune(row: Sequence[str]) -> Commune:
    position = (float(row[_LONGITUDE]), float(row[_LATITUDE])) if row[_LONGITUDE] else None
    codes = tuple(code for code in row[_POSTAL_CODES].split(";") if code)
    return Commune(row[_CODE], row[_NAME], codes, int(row[_POPULATION] or 0), position)
