"""The approval of an association: when its file is complete, when silence counts as yes, and until when it lasts."""

from dataclasses import dataclass
from datetime import date, timedelta

from maillon.exits import facts
from maillon.exits.rules.periods import last_day
from maillon.guidance.dated import Unit
from maillon.guidance.records import months_later

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What happened to a request for an approval, day by day.

    `claimed_on`: the préfet asked for a missing paper. `supplied_on`: it was given. `complete_on`: the préfet said that
    nothing is missing. None where it did not happen.
    """

    asked_on: date
    claimed_on: date | None = None
    supplied_on: date | None = None
    complete_on: date | None = None


def may_claim(asked: Asked, on: date) -> bool:
    """Whether the préfet may still ask for a missing paper: within two months of the request (CASF R121-12-3)."""
    return asked.complete_on is None and on <= months_later(_since(asked), facts.months("approval_complete"))


def complete_on(asked: Asked) -> date | None:
    """The day from which the file counts as complete; None while a paper that was asked for in time is missing.

    Said by the préfet, or two months after the request without a word. What is supplied starts the two months anew: the
    text read says nothing of it, and the later day promises nothing that could not be kept.
    """
    if asked.complete_on is not None:
        return asked.complete_on
    if _claimed_in_time(asked) and asked.supplied_on is None:
        return None
    return months_later(_since(asked), facts.months("approval_complete")) + _DAY


def approved_by_silence_on(asked: Asked) -> date | None:
    """The first day of an approval by silence: four months after the file was complete; None while it is not.

    Four months from the request itself would be sooner: the text read does not settle it, and an approval that is
    believed in too early does harm.
    """
    complete = complete_on(asked)
    return None if complete is None else months_later(complete, facts.months("approval_silence")) + _DAY


def approval_until(from_on: date) -> date:
    """The last day of an approval: three years (CASF R121-12-3)."""
    return last_day(from_on, 12 * facts.number("approval_life", Unit.YEARS))


def _claimed_in_time(asked: Asked) -> bool:
    if asked.claimed_on is None:
        return False
    return asked.claimed_on <= months_later(asked.asked_on, facts.months("approval_complete"))


def _since(asked: Asked) -> date:
    return asked.supplied_on if asked.supplied_on is not None and _claimed_in_time(asked) else asked.asked_on
