"""Services as matching sees them, made up by Hypothesis or plain."""

import datetime as dt
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


def days(first: int, last: int) -> st.SearchStrategy[dt.date]:
    """Days counted from DAY."""
    return st.integers(first, last).map(lambda number: DAY + dt.timedelta(days=number))


def some(values: tuple[str, ...], least: int = 0) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), min_size=least, max_size=3)


positions = st.builds(Position, st.floats(48.2, 49.0), st.floats(-0.9, 1.0))
hours = st.sampled_from(["", "24/7", "Mo-Fr 09:00-17:00; PH off", "Sa 09:00-12:00", "not hours"])
answers = st.integers(0, 8).flatmap(
    lambda asked: st.builds(
        Answers, st.just(asked), st.integers(0, asked), st.none() | st.floats(0, 30, allow_nan=False)
    )
)


@st.composite
def candidates(draw) -> Candidate:
    first, last = draw(st.none() | st.integers(0, 30)), draw(st.none() | st.integers(30, 99))
    welcomes = draw(some(TRAITS))
    return Candidate(
        id=UUID(int=draw(st.integers(0, 2**128 - 1))),
        name=draw(st.sampled_from(["Maison", "maison", "Foyer Élan", "Écoute"])),
        needs=draw(some(NEEDS, 1)),
        due_on=draw(days(-120, 120)),
        zone_kind=draw(st.sampled_from([kind.value for kind in ZoneKind])),
        min_age=first,
        max_age=last,
        welcomes=welcomes,
        excludes=draw(some(TRAITS)) - welcomes,
        languages=draw(some(LANGUAGES)),
        has_conditions=draw(st.booleans()),
        is_confidential=draw(st.booleans()),
        is_certain=draw(st.booleans()),
        hours=draw(hours),
        spots=tuple(draw(st.lists(st.builds(Spot, positions, hours), max_size=2))),
        ended_on=draw(st.none() | days(-3, 3)),
        capacity=draw(st.none() | st.builds(FreePlaces, st.integers(0, 3), st.none() | st.integers(3, 9))),
        answers=draw(st.none() | answers),
    )


wishes = st.builds(
    Wanted,
    needs=some(NEEDS),
    at=st.datetimes(dt.datetime(2026, 11, 20), dt.datetime(2026, 12, 2), timezones=st.just(dt.UTC)),
    age=st.none() | st.integers(0, 70),
    minor=st.none() | st.booleans(),
    traits=some(TRAITS),
    languages=some(LANGUAGES),
    position=st.none() | positions,
)
lists = st.lists(candidates(), max_size=12, unique_by=lambda one: one.id)


def candidate(**changes) -> Candidate:
    """A fresh service of the Orne for shelter, of which little more is known."""
    facts = {"id": UUID(int=1), "name": "Abri", "needs": frozenset({"shelter"}), "due_on": DAY + dt.timedelta(days=60)}
    return Candidate(**facts | {"zone_kind": "departement"} | changes)


def wanted(**changes) -> Wanted:
    """Shelter near Alençon."""
    return Wanted(**{"needs": frozenset({"shelter"}), "at": AT, "position": ALENCON} | changes)
