"""Understands what somebody typed into a commune search."""

import re
from dataclasses import dataclass

from maillon.territories.rules.folding import fold

LONGEST = 80
_DIGITS = re.compile(r"\b(\d{2,5}|2[abAB])\b")
_SHORTEST = 2


@dataclass(frozen=True)
class PlaceQuery:
    """`name` is folded, `postal` the beginning of a postal code; either may be empty, and both mean: search nothing."""

    name: str
    postal: str

    @property
    def is_empty(self) -> bool:
        """Whether there is too little to search for."""
        return not self.name and not self.postal


def understand(typed: str) -> PlaceQuery:
    """Splits a name from a postal code (“Sées 61500”, “61500”, “Alençon (61)”), whatever the order."""
    typed = typed[:LONGEST]
    found = _DIGITS.search(typed)
    postal = found.group(1) if found else ""
    name = fold(typed.replace(postal, " ", 1) if postal else typed)
    # Corsican postal codes all begin with 20, whatever the département is called.
    postal = "20" if postal.lower() in {"2a", "2b"} else postal
    return PlaceQuery(name=name if len(name) >= _SHORTEST else "", postal=postal)
