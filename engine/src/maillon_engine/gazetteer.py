"""The communes of France: names, codes, where they lie."""

import csv
import lzma
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from io import TextIOWrapper
from typing import NamedTuple

_ARTICLES = ("le ", "la ", "les ", "l ")


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
    with files("maillon_engine").joinpath("data/communes.csv.xz").open("rb") as packed, lzma.open(packed) as raw:
        rows = csv.DictReader(TextIOWrapper(raw, "utf-8", newline=""))
        return {row["code"]: _commune(row) for row in rows}


@cache
def by_name() -> Mapping[str, Sequence[Commune]]:
    """Communes by folded name, with and without the article, the most populated first."""
    found: defaultdict[str, list[Commune]] = defaultdict(list)
    for commune in communes().values():
        name = folded(commune.name)
        found[name].append(commune)
        for article in _ARTICLES:
            if name.startswith(article):
                found[name.removeprefix(article)].append(commune)
    return {name: sorted(several, key=lambda one: (-one.population, one.code)) for name, several in found.items()}


def folded(name: str) -> str:
    """Lower case, no accents, one space between words, saint and sainte in full: "St-Étienne" is "saint etienne"."""
    breaks = name.replace("’", " ").replace("œ", "oe").replace("Œ", "oe")
    plain = unicodedata.normalize("NFKD", breaks).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z]+", plain)
    return " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words)


def _commune(row: Mapping[str, str]) -> Commune:
    position = (float(row["longitude"]), float(row["latitude"])) if row["longitude"] else None
    codes = tuple(code for code in row["postal_codes"].split(";") if code)
    return Commune(row["code"], row["name"], codes, int(row["population"] or 0), position)
