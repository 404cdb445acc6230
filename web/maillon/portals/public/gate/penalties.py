"""How what a source does turns into waiting. Pure: moments are seconds of any one clock, and passed in.

A source's points are its own. They halve with time, have a most, and cost nothing up to `free`; beyond, the wait
doubles up to a ceiling. Nothing here refuses anybody.
"""

import math
from dataclasses import dataclass

CEILING = 30.0
"""The longest wait, in seconds, whatever was done."""

SLIP = 0.2
"""The points of a text that is no code at all: one in five of a well-made code that opens nothing."""

_FEWEST_BITS, _MOST_BITS = 15, 20


@dataclass(frozen=True)
class Tariff:
    """What an act costs. `halves_in` is in seconds, the others in points."""

    free: float
    doubles_every: float
    most: float
    halves_in: float
    busy_from: float = math.inf


CODES = Tariff(free=6, doubles_every=1, most=14, halves_in=300)
# A class of thirty, each with a report, owes nothing; nor do fifty reports an hour, all day, from one address.
REPORTS = Tariff(free=40, doubles_every=4, most=80, halves_in=1800, busy_from=60)


@dataclass(frozen=True, slots=True)
class Account:
    """Points as they stood at a moment."""

    points: float = 0.0
    at: float = 0.0


def points_at(account: Account, tariff: Tariff, at: float) -> float:
    """What is left of an account's points."""
    return account.points * math.pow(0.5, max(0.0, at - account.at) / tariff.halves_in)


def charged(account: Account, points: float, tariff: Tariff, at: float) -> Account:
    """The account with points added, never more than the tariff's most."""
    return Account(min(tariff.most, points_at(account, tariff, at) + points), at)


def wait_for(points: float, tariff: Tariff) -> float:
    """The seconds that points cost: none up to `free`, then from 1 to CEILING."""
    over = points - tariff.free
    return min(CEILING, math.pow(2, over / tariff.doubles_every)) if over > 0 else 0.0


def bits_for(wait: float, load: float) -> int:
    """The leading zero bits of work that may stand for a wait; `load`, from 0 to 1, adds up to two.

    Others' errors raise the load. They make the work of a source that owes harder, never its wait longer.
    """
    bits = _FEWEST_BITS + round(math.log2(max(1.0, wait)) + 2 * min(1.0, max(0.0, load)))
    return min(_MOST_BITS, bits)
