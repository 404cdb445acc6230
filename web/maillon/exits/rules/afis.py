"""The AFIS (aide financière à l'insertion sociale): who may have it and how much, as far as the sources say."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from maillon.exits import facts
from maillon.exits.enums import Said, Stay
from maillon.guidance.dated import Unit

_ALLOWS_WORK = frozenset({Stay.EUROPEAN, Stay.WORK_PERMIT, Stay.RECEIPT, Stay.APS})


class Need(StrEnum):
    """A condition of CASF R121-12-13-1."""

    AGE = "age"
    STAY = "stay"
    INCOME = "income"
    NO_RSA_OR_ADA = "no_rsa_or_ada"


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What the conditions ask. Its repr shows nothing.

    `income_below` says whether the household's income of the past month lies below the RSA flat amount for one person:
    that amount is none of our facts, so somebody looks it up. `rsa_or_ada` says whether she draws one of them or may.
    """

    age: int
    stay: Stay
    income_below: Said
    rsa_or_ada: Said
    children: int = 0

    def __repr__(self) -> str:
        return "Situation()"


@dataclass(frozen=True)
class Simulation:
    """What the rules say of a situation, and what it would bring a month. The préfet decides.

    `answers` say for each condition whether it is met. `sure` says whether the amount may be shown without a warning.
    """

    answers: tuple[tuple[Need, Said], ...]
    month: Decimal
    sure: bool

    @property
    def verdict(self) -> Said:
        """YES where every condition is met, NO where one is not, UNKNOWN where one is to be looked at."""
        given = {answer for _need, answer in self.answers}
        if Said.NO in given:
            return Said.NO
        return Said.UNKNOWN if Said.UNKNOWN in given else Said.YES


def simulate(situation: Situation, on: date) -> Simulation:
    """The conditions one by one, and the amount as it was last read. Raises ValueError for less than no children."""
    if situation.children < 0:
        msg = "nobody has less than no children"
        raise ValueError(msg)
    month, child = facts.fact("afis_month"), facts.fact("afis_child")
    return Simulation(
        answers=(
            (Need.AGE, _said(yes=situation.age >= facts.number("afis_age", Unit.YEARS))),
            (Need.STAY, _stays(situation.stay)),
            (Need.INCOME, situation.income_below),
            (Need.NO_RSA_OR_ADA, _not(situation.rsa_or_ada)),
        ),
        month=month.amount(Unit.EUROS) + situation.children * child.amount(Unit.EUROS),
        sure=month.is_sure(on) and (child.is_sure(on) or not situation.children),
    )


def _stays(stay: Stay) -> Said:
    return Said.UNKNOWN if stay is Stay.UNKNOWN else _said(yes=stay in _ALLOWS_WORK)


def _said(*, yes: bool) -> Said:
    return Said.YES if yes else Said.NO


def _not(said: Said) -> Said:
    return {Said.YES: Said.NO, Said.NO: Said.YES, Said.UNKNOWN: Said.UNKNOWN}[said]
