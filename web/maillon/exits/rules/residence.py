"""Rights to stay: how long each lasts at least, and the time to think it over."""

from datetime import date, timedelta

from maillon.exits import facts
from maillon.exits.enums import PermitKind
from maillon.exits.rules.periods import last_day

_LASTS = {
    PermitKind.APS: "aps_least",
    PermitKind.COMPLAINT: "card_complaint",
    PermitKind.CONVICTION: "card_conviction",
}


def reflection_ends(receipt_on: date) -> date:
    """The last day of the time to think it over: thirty days from the receipt, whose own day does not count."""
    return receipt_on + timedelta(days=facts.days("reflection"))


def usual_end(kind: PermitKind, from_on: date) -> date:
    """The last day of a right to stay that begins on `from_on`; for the APS the earliest that the law allows."""
    if kind is PermitKind.REFLECTION:
        return reflection_ends(from_on)
    return last_day(from_on, facts.months(_LASTS[kind]))


def is_too_short(kind: PermitKind, from_on: date, until_on: date) -> bool:
    """Whether what was issued ends before the law allows: then something is to be said to the préfecture."""
    return until_on < usual_end(kind, from_on)
