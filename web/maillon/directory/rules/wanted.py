"""What matching compares: what is asked for, and what is known of a service. Nothing here describes who asks."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from maillon.territories.rules.distances import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a service should cover and for whom. Kept nowhere: it lives as long as one answer.

    `age` in years; where only that much is known, `minor` (a doubt counts as True); None and None: not told. Needs,
    traits and languages are values of `directory.enums` and language codes. `at` is an aware moment.
    """

    needs: frozenset[str]
    at: dt.datetime
    age: int | None = None
    minor: bool | None = None
    traits: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a service receives people, and its hours there when they differ."""

    position: Position
    hours: str = ""


@dataclass(frozen=True, slots=True)
class FreePlaces:
    """How many places are free as somebody said it, while that may be believed; `total` None where nobody said."""

    free: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """How a service answered referrals: how many it was asked, how many it accepted, median days to its answer."""

    asked: int
    accepted: int
    median_days: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What is known of a service that acts where help is wanted. Empty or None means unknown, never no."""

    id: UUID
    name: str
    needs: frozenset[str]
    due_on: dt.date
    zone_kind: str
    min_age: int | None = None
    max_age: int | None = None
    welcomes: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    # Whether it sets conditions in words, which no rule reads.
    has_conditions: bool = False
    is_confidential: bool = False
    is_certain: bool = True
    hours: str = ""
    spots: tuple[Spot, ...] = ()
    ended_on: dt.date | None = None
    capacity: FreePlaces | None = None
    answers: Answers | None = None
