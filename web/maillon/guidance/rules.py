"""Who must be told: from facts to ordered steps. Pure; it proposes, and sends nothing (G11)."""

from datetime import date
from functools import lru_cache

from maillon.guidance.facts import Facts, Guidance, Step
from maillon.guidance.rulebook import Rulebook


def route(facts: Facts, rulebook: Rulebook, on: date) -> Guidance:
    """The steps for a situation, in the order in which they are to be shown.

    `on` is the day of the answer: a source past its expiry makes every step that rests on it unconfirmed.
    """
    return _answer(rulebook, rulebook.matcher.mask(facts), on)


@lru_cache(maxsize=16384)
def _answer(rulebook: Rulebook, mask: int, on: date) -> Guidance:
    taken: set[str] = set()
    steps: list[Step] = []
    for row, bits in rulebook.row_bits:
        if not mask & bits or row.slot in taken:
            continue
        if row.slot:
            taken.add(row.slot)
        steps.append(_step(rulebook, row.code, on))
    return Guidance(tuple(steps), rulebook.version)


@lru_cache(maxsize=4096)
def _step(rulebook: Rulebook, code: str, on: date) -> Step:
    row = rulebook.rows[code]
    return Step(
        code=row.code,
        rule=row.rule,
        addressee=row.addressee,
        ground=row.ground,
        duty=row.duty,
        delay=row.delay,
        channel=row.channel,
        identity=row.identity,
        what=row.what,
        avoid=row.avoid,
        tell=row.tell,
        sources=row.sources,
        confidence=rulebook.confidence(row.sources, on),
        optional=row.optional,
        contacts=row.contacts,
        identity_ground=row.identity_ground,
    )
