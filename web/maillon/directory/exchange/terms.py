"""Needs and traits in the words of data·inclusion, both ways: data, read once."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Terms:
    """`written`: need → themes; `read`: theme → need; `publics`: trait → public; `without`: need → why none fits."""

    written: Mapping[str, tuple[str, ...]]
    read: Mapping[str, str]
    publics: Mapping[str, str]
    without: Mapping[str, str]

    def themes_of(self, needs: Iterable[str]) -> list[str]:
        """The themes of some needs, sorted; needs without one add nothing."""
        return sorted({theme for need in needs for theme in self.written.get(need, ())})

    def needs_of(self, themes: Iterable[str]) -> list[str]:
        """The needs that some themes lead to, sorted."""
        return sorted({self.read[theme] for theme in themes if theme in self.read})

    def publics_of(self, traits: Iterable[str]) -> list[str]:
        """The publics of some traits, sorted."""
        return sorted(self.publics[trait] for trait in traits if trait in self.publics)

    def traits_of(self, publics: Iterable[str]) -> list[str]:
        """The traits that some publics say, sorted."""
        given = set(publics)
        return sorted(trait for trait, public in self.publics.items() if public in given)


@cache
def terms() -> Terms:
    """The mapping of `data/data-inclusion.toml`."""
    data: dict[str, Any] = tomllib.loads((FOLDER / "data-inclusion.toml").read_text("utf-8"))
    needs = data["needs"]
    read = {theme: need for need, told in needs.items() for theme in (*told["write"], *told.get("read", ()))}
    written = {need: tuple(told["write"]) for need, told in needs.items()}
    return Terms(written, read, data["publics"], data["without"])
