"""The one type of a violence after GBVIMS: questions in a fixed order, and the first yes decides.

GBVIMS (UNFPA, IRC, UNHCR) wants one type only for an incident, by its most specific act, and contexts apart from it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from maillon.cases.enums import Violence


class Question(StrEnum):
    """What is asked, in this order."""

    PENETRATION = "penetration"
    SEXUAL_CONTACT = "sexual_contact"
    PHYSICAL = "physical"
    FORCED_MARRIAGE = "forced_marriage"
    DENIAL = "denial"
    PSYCHOLOGICAL = "psychological"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What she told, as yes or no. `gender_based` no: it happened whoever she is, as in a brawl or a burglary."""

    penetration: bool = False
    sexual_contact: bool = False
    physical: bool = False
    forced_marriage: bool = False
    denial: bool = False
    psychological: bool = False
    gender_based: bool = True


_IN_ORDER: tuple[tuple[Question, Violence, Callable[[Facts], bool]], ...] = (
    (Question.PENETRATION, Violence.RAPE, lambda facts: facts.penetration),
    (Question.SEXUAL_CONTACT, Violence.SEXUAL_ASSAULT, lambda facts: facts.sexual_contact),
    (Question.PHYSICAL, Violence.PHYSICAL_ASSAULT, lambda facts: facts.physical),
    (Question.FORCED_MARRIAGE, Violence.FORCED_MARRIAGE, lambda facts: facts.forced_marriage),
    (Question.DENIAL, Violence.DENIAL, lambda facts: facts.denial),
    (Question.PSYCHOLOGICAL, Violence.PSYCHOLOGICAL, lambda facts: facts.psychological),
)


def violence_type(facts: Facts) -> Violence | None:
    """The type, or None while nothing was answered with yes.

    What is no violence by gender is none of the six, whatever was done.
    """
    first = next((type_ for _question, type_, holds in _IN_ORDER if holds(facts)), None)
    if first is None:
        return None
    return first if facts.gender_based else Violence.NOT_GENDER_BASED


def questions() -> tuple[Question, ...]:
    """The questions in the order in which they are asked; asking stops at the first yes."""
    return tuple(question for question, _type, _holds in _IN_ORDER)
