"""What orders services that may take somebody: open now, fresh, with a free place, in her language, answering."""

import datetime as dt
from collections.abc import Iterable

from maillon.base.opening import PARIS, Answering, answering
from maillon.directory.rules.freshness import Standing, standing
from maillon.directory.rules.reasons import Reason, ReasonCode, Weighed
from maillon.directory.rules.wanted import Candidate, Wanted

# Fewer answers than this say nothing yet; a service nobody asked stands where one that accepts half stands (D).
_TELLING_ANSWERS = 3
_UNKNOWN_RATE, _UNKNOWN_DAYS = 0.5, 3
_SLOW_FROM_DAYS = 5
_BEST, _UNKNOWN, _WORST = 0, 1, 2
_FRESH = {Standing.FRESH: _BEST, Standing.DUE: _UNKNOWN}


def day_of(at: dt.datetime) -> dt.date:
    """The day of a moment on the clocks of France."""
    return at.astimezone(PARIS).date()


def open_now(candidate: Candidate, wanted: Wanted) -> Weighed:
    """Open at one of its hours, unknown, or closed at all of them."""
    place = open_place([candidate.hours, *(spot.hours for spot in candidate.spots)], wanted.at)
    if place == _BEST:
        return Weighed(place, (Reason(ReasonCode.OPEN),))
    return Weighed(place, (), (Reason(ReasonCode.CLOSED if place == _WORST else ReasonCode.HOURS_UNKNOWN),))


def open_place(hours: Iterable[str], at: dt.datetime) -> int:
    """Where a service with these hours, its own and its places', stands in `open_now`; the lower, the better."""
    states = {_answering(one, at) for one in hours if one}
    if Answering.OPEN in states:
        return _BEST
    return _WORST if states == {Answering.CLOSED} else _UNKNOWN


def _answering(hours: str, at: dt.datetime) -> Answering:
    try:
        return answering(hours, at)
    except ValueError:
        # What nobody can read is unknown; forms and imports refuse it, an older row may still have it.
        return Answering.UNKNOWN


def freshness(candidate: Candidate, wanted: Wanted) -> Weighed:
    """Fresh, due or stale, and whether its facts were ever certain."""
    on = day_of(wanted.at)
    place, days = fresh_place(candidate.due_on, on), (candidate.due_on - on).days
    doubts = () if candidate.is_certain else (Reason(ReasonCode.UNCERTAIN),)
    if place == _BEST:
        return Weighed(place, (Reason(ReasonCode.FRESH, (), days),), doubts)
    if place == _UNKNOWN:
        return Weighed(place, (), (Reason(ReasonCode.DUE, (), days), *doubts))
    return Weighed(place, (), (Reason(ReasonCode.STALE, (), -days), *doubts))


def fresh_place(due_on: dt.date, on: dt.date) -> int:
    """Where a service due then stands in `freshness`; the lower, the better."""
    return _FRESH.get(standing(due_on, on), _WORST)


def room(candidate: Candidate, _wanted: Wanted) -> Weighed:
    """Whether a place is free. Nothing is said where nobody said anything that may still be believed."""
    said = candidate.capacity
    if said is None:
        return Weighed(_UNKNOWN)
    if said.free:
        return Weighed(_BEST, (Reason(ReasonCode.FREE, (), said.free, said.total),))
    return Weighed(_WORST, (), (Reason(ReasonCode.FULL, (), None, said.total),))


def language(candidate: Candidate, wanted: Wanted) -> Weighed:
    """Whether it has one of the languages; regional forms count as their language (pt-br is pt)."""
    asked = {_plain(code) for code in wanted.languages}
    if not asked:
        return Weighed(_BEST)
    if not candidate.languages:
        return Weighed(_UNKNOWN, (), (Reason(ReasonCode.LANGUAGE_UNKNOWN),))
    shared = tuple(sorted(code for code in candidate.languages if _plain(code) in asked))
    if shared:
        return Weighed(_BEST, (Reason(ReasonCode.SPEAKS, shared),))
    return Weighed(_WORST, (), (Reason(ReasonCode.SPEAKS_OTHERS, tuple(sorted(candidate.languages))),))


def _plain(code: str) -> str:
    return code.lower().replace("_", "-").partition("-")[0]


def past_answers(candidate: Candidate, _wanted: Wanted) -> Weighed:
    """By tenths of the referrals it accepted."""
    said = candidate.answers
    if said is None or said.asked < _TELLING_ANSWERS:
        return Weighed(_tenths_refused(_UNKNOWN_RATE))
    rate = said.accepted / said.asked
    if rate < _UNKNOWN_RATE:
        return Weighed(_tenths_refused(rate), (), (Reason(ReasonCode.SELDOM_ACCEPTS, (), said.accepted, said.asked),))
    return Weighed(_tenths_refused(rate), (Reason(ReasonCode.ACCEPTS, (), said.accepted, said.asked),))


def _tenths_refused(rate: float) -> int:
    return 10 - round(10 * rate)


def quickness(candidate: Candidate, _wanted: Wanted) -> Weighed:
    """By whole days to an answer."""
    said = candidate.answers
    if said is None or said.asked < _TELLING_ANSWERS or said.median_days is None:
        return Weighed(_UNKNOWN_DAYS)
    days = round(said.median_days)
    if days >= _SLOW_FROM_DAYS:
        return Weighed(days, (), (Reason(ReasonCode.SLOW, (), days),))
    return Weighed(days, (Reason(ReasonCode.QUICK, (), days),))
