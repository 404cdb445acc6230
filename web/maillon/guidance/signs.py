"""Everything that is known of signs, loaded and checked: what can be seen, by whom, and how signs combine."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from maillon.guidance import parsing, parsing_signs
from maillon.guidance.enums import Evidence, Scope, Trade
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.parsing_signs import FILE
from maillon.guidance.reading import Record
from maillon.guidance.records import Combination, Sign, SignSource

# As many as a small screen and a short moment allow.
FIRST_SCREEN = 12


@dataclass(frozen=True, eq=False)
class Indicators:
    """Signs by code, in the order of the file; where they were read; how they combine.

    `first` has the signs of a trade's first screen, where the trade has an order of its own.
    """

    sources: Mapping[str, SignSource]
    signs: Mapping[str, Sign]
    combination: Combination
    first: Mapping[str, tuple[str, ...]]

    def asked(self, trade: str) -> tuple[Sign, ...]:
        """What somebody of this trade is asked whether they saw, the most telling first."""
        order = {code: place for place, code in enumerate(self.first.get(trade, ()))}
        mine = [sign for sign in self.signs.values() if trade in sign.trades]
        return tuple(sorted(mine, key=lambda sign: order.get(sign.code, len(order))))

    def asked_of(self, trade: str, *, minor: bool) -> tuple[Sign, ...]:
        """The same, without the signs that speak only of people of another age."""
        other = Scope.ADULT if minor else Scope.MINOR
        return tuple(sign for sign in self.asked(trade) if sign.scope is not other)

    def discarded(self) -> tuple[Sign, ...]:
        """Signs that a test found not predictive: shown so that nobody relies on them, never asked."""
        return tuple(sign for sign in self.signs.values() if sign.evidence is Evidence.NOT_PREDICTIVE)


def build(tables: Mapping[str, Any], htcds: Mapping[str, Any]) -> Indicators:
    """Checked indicators from the parsed files. Raises BrokenRulebook."""
    sources = parsing.indexed(FILE, tables.get("source"), parsing_signs.sign_source)
    signs = parsing.indexed(FILE, tables.get("sign"), lambda record: parsing_signs.sign(record, sources))
    found = Indicators(
        sources,
        signs,
        parsing_signs.combination(tables.get("combination"), sources),
        parsing_signs.first(tables.get("first")),
    )
    known = _htcds(htcds)
    for sign in signs.values():
        _check_sign(sign, known)
    for trade in Trade:
        _check_first(found, trade)
    return found


def _check_sign(sign: Sign, htcds: frozenset[str]) -> None:
    """A sign that a test found not predictive is asked by nobody and has no strength; any other is and has."""
    where, discarded = f"{FILE}, {sign.code}", sign.evidence is Evidence.NOT_PREDICTIVE
    if bool(sign.trades) is discarded or (sign.strength is None) is not discarded:
        raise BrokenRulebook(f"{where}: {sign.evidence} does not go with its trades or its strength")
    if not sign.settings:
        raise BrokenRulebook(f"{where}: says nowhere where it can be seen")
    unknown = sorted(set(sign.htcds) - htcds)
    if unknown:
        raise BrokenRulebook(f"{where}: HTCDS 2.0 has no {', '.join(unknown)}")


def _check_first(found: Indicators, trade: Trade) -> None:
    mine = {sign.code for sign in found.signs.values() if trade in sign.trades}
    first = found.first.get(trade, ())
    where = f"{FILE}, first.{trade}"
    if len(first) > FIRST_SCREEN or (len(mine) > FIRST_SCREEN and len(first) < FIRST_SCREEN):
        raise BrokenRulebook(f"{where}: a first screen has {FIRST_SCREEN} signs")
    strangers = sorted(set(first) - mine)
    if strangers:
        raise BrokenRulebook(f"{where}: {', '.join(strangers)} belong to another trade")


def _htcds(table: Mapping[str, Any]) -> frozenset[str]:
    record = Record("htcds.toml", table.get("fields"))
    return frozenset(f"{name}.{value}" for name in table.get("fields", {}) for value in record.texts(name))
