"""Which services fit what is wanted, in which order, and why. Orders services, never persons (guardrail G1).

In this order: not ruled out; more of the needs; not stale; fewer questions left open; nearer; open now; confirmed;
a free place; the language; past answers. What is equal in all of that stands by name. Ruled-out services come last.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from maillon.directory.rules.eligibility import covered, eligibility
from maillon.directory.rules.freshness import Standing, standing
from maillon.directory.rules.nearness import nearest_km, nearness
from maillon.directory.rules.reasons import Reason
from maillon.directory.rules.wanted import Candidate, Wanted
from maillon.directory.rules.weighing import (
    day_of,
    freshness,
    language,
    open_now,
    past_answers,
    quickness,
    room,
)
from maillon.territories.rules.folding import fold

_WEIGHED = (open_now, freshness, room, language, past_answers, quickness)
Key = tuple[tuple[int, ...], str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A service judged. `eligible` is False when something it says rules it out; `km` is None where it is unknown."""

    candidate: Candidate
    eligible: bool
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    km: float | None
    key: Key


def judge(candidate: Candidate, wanted: Wanted) -> Match | None:
    """One service judged; None for what is never shown: an ended service, and a hidden one."""
    if not is_shown(candidate, wanted):
        return None
    may = eligibility(candidate, wanted)
    stale = standing(candidate.due_on, day_of(wanted.at)) is Standing.STALE
    km = nearest_km(candidate, wanted)
    weighed = [nearness(candidate, km), *(weigh(candidate, wanted) for weigh in _WEIGHED)]
    firsts = (int(may.is_ruled_out), -covered(candidate, wanted), int(stale), may.open_questions)
    return Match(
        candidate,
        not may.is_ruled_out,
        may.pros + tuple(reason for one in weighed for reason in one.pros),
        may.cons + tuple(reason for one in weighed for reason in one.cons),
        km,
        ((*firsts, *(one.rank for one in weighed)), fold(candidate.name), candidate.id.hex),
    )


def is_shown(candidate: Candidate, wanted: Wanted) -> bool:
    """Neither ended nor hidden on that day."""
    on = day_of(wanted.at)
    if candidate.ended_on is not None and candidate.ended_on <= on:
        return False
    return standing(candidate.due_on, on) is not Standing.HIDDEN


def rank(candidates: Iterable[Candidate], wanted: Wanted, *, limit: int | None = None) -> list[Match]:
    """The services in order, the best `limit` of them. The order of the candidates plays no part."""
    judged = (judge(candidate, wanted) for candidate in candidates)
    return sorted((match for match in judged if match is not None), key=lambda match: match.key)[:limit]
