"""Services as matching sees them, made up from a seed, or plain."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from maillon.directory.enums import Need, Trait, ZoneKind
from maillon.directory.rules.wanted import Answers, Candidate, FreePlaces, Spot, Wanted
from maillon.territories.rules.distances import Position

# A Thursday, ten o'clock in Paris.
AT = dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC)
DAY = AT.date()
ALENCON = Position(48.4306, 0.0914)
FLERS = Position(48.7483, -0.5706)
# Few of each, so that services are often level.
NEEDS = tuple(need.value for need in Need)[:4]
TRAITS = tuple(trait.value for trait in Trait)[:3]
LANGUAGES = ("fr", "en", "pt-br", "ar")
HOURS = ("", "24/7", "Mo-Fr 09:00-17:00; PH off", "Sa 09:00-12:00", "not hours")


class Chance(random.Random):
    """Draws facts; Hypothesis chooses the seed, which is a hundred times faster than letting it draw each fact."""

    def some(self, values: tuple[str, ...], least: int = 0) -> frozenset[str]:
        return frozenset(self.sample(values, self.randint(least, len(values) - 1)))

    def perhaps(self, make: Callable[[], Any]) -> Any:
        return make() if self.random() < 0.6 else None

    def day(self, first: int, last: int) -> dt.date:
        return DAY + dt.timedelta(days=self.randint(first, last))

    def position(self) -> Position:
        return Position(self.uniform(48.2, 49.0), self.uniform(-0.9, 1.0))

    def answers(self) -> Answers:
        asked = self.randint(0, 8)
        return Answers(asked, self.randint(0, asked), self.perhaps(lambda: self.uniform(0, 30)))

    def candidate(self) -> Candidate:
        welcomes = self.some(TRAITS)
        return Candidate(
            id=UUID(int=self.getrandbits(128)),
            name=self.choice(["Maison", "maison", "Foyer Élan", "Écoute"]),
            needs=self.some(NEEDS, 1),
            due_on=self.day(-120, 120),
            zone_kind=self.choice([kind.value for kind in ZoneKind]),
            min_age=self.perhaps(lambda: self.randint(0, 30)),
            max_age=self.perhaps(lambda: self.randint(30, 99)),
            welcomes=welcomes,
            excludes=self.some(TRAITS) - welcomes,
            languages=self.some(LANGUAGES),
            has_conditions=self.random() < 0.5,
            is_confidential=self.random() < 0.3,
            is_certain=self.random() < 0.5,
            hours=self.choice(HOURS),
            spots=tuple(Spot(self.position(), self.choice(HOURS)) for _ in range(self.randint(0, 2))),
            ended_on=self.day(-3, 3) if self.random() < 0.2 else None,
            capacity=self.perhaps(lambda: FreePlaces(self.randint(0, 3), self.perhaps(lambda: self.randint(3, 9)))),
            answers=self.perhaps(self.answers),
        )

    def wanted(self) -> Wanted:
        return Wanted(
            needs=self.some(NEEDS),
            at=AT + dt.timedelta(hours=self.randint(-150, 150)),
            age=self.perhaps(lambda: self.randint(0, 70)),
            minor=self.perhaps(lambda: self.random() < 0.5),
            traits=self.some(TRAITS),
            languages=self.some(LANGUAGES),
            position=self.perhaps(self.position),
        )


seeds = st.integers(0, 2**32 - 1)
candidates = seeds.map(lambda seed: Chance(seed).candidate())
wishes = seeds.map(lambda seed: Chance(seed).wanted())
lists = st.builds(lambda seed, size: _list(Chance(seed), size), seeds, st.integers(0, 12))


def _list(chance: Chance, size: int) -> list[Candidate]:
    return [chance.candidate() for _ in range(size)]


def candidate(**changes) -> Candidate:
    """A fresh service of the Orne for shelter, of which little more is known."""
    facts = {"id": UUID(int=1), "name": "Abri", "needs": frozenset({"shelter"}), "due_on": DAY + dt.timedelta(days=60)}
    return Candidate(**facts | {"zone_kind": "departement"} | changes)


def wanted(**changes) -> Wanted:
    """Shelter near Alençon."""
    return Wanted(**{"needs": frozenset({"shelter"}), "at": AT, "position": ALENCON} | changes)
