"""Which screens there are, and in which order. Pure: from the answers so far.

Every screen can be passed over. A question stands on the path only when its answer may change something for her.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from maillon.guidance.enums import AgeClass
from maillon.speaking.content import Telling


class Screen(StrEnum):
    """One screen each. The value stands in its address, and so in a browser's history: it tells nothing."""

    DANGER = "1"
    URGENT = "2"
    WORDS = "3"
    AGE = "4"
    MINOR = "5"
    COMMUNE = "6"
    DEPARTEMENT = "7"
    WHEN = "8"
    WISHES = "9"
    SIGNS = "10"
    WHO = "11"
    CONTACT = "12"


def path(telling: Telling) -> tuple[Screen, ...]:
    """The screens for these answers, in their order."""
    return tuple(_path(telling))


def _path(telling: Telling) -> Iterator[Screen]:
    content = telling.content
    yield Screen.DANGER
    if content.danger:
        yield Screen.URGENT
    yield Screen.WORDS
    yield Screen.AGE
    if content.age is not AgeClass.ADULT:
        yield Screen.MINOR
    yield Screen.COMMUNE
    # Asked of whoever did not want to name the commune; until then nobody knows who is competent.
    if telling.departement or not content.commune:
        yield Screen.DEPARTEMENT
    yield from (Screen.WHEN, Screen.WISHES, Screen.SIGNS, Screen.WHO, Screen.CONTACT)


def after(steps: Sequence[Screen], current: Screen) -> Screen | None:
    """The next screen; None after the last."""
    return next((step for step in steps if int(step) > int(current)), None)


def before(steps: Sequence[Screen], current: Screen) -> Screen | None:
    """The screen to go back to; None on the first."""
    return next((step for step in reversed(steps) if int(step) < int(current)), None)


def first_open(telling: Telling) -> Screen | None:
    """Where an account is taken up again; None when every screen has been seen."""
    seen = telling.content.answered
    return next((step for step in path(telling) if step not in seen), None)
