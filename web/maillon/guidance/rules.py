"""From facts to ordered steps, from signs to a concern. Pure; it proposes, and sends nothing (G11)."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from maillon.guidance.concern import Reading, concern, reasons
from maillon.guidance.enums import Seen
from maillon.guidance.facts import Facts, Guidance, Step
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.turning import lowered_by, raised_by


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


def reading(signs: Mapping[str, Seen], facts: Facts, rulebook: Rulebook) -> Reading:
    """What the answers about signs, by their codes, amount to for a person of this age.

    Signs that were asked and not answered stand as UNSURE. Raises KeyError for a code that is no sign's. The rule is
    that of the ILO and the European Commission; the rulebook's combination says how sure its wording is.
    """
    answers = {rulebook.signs[code]: answer for code, answer in signs.items()}
    seen = [sign for sign in answers if answers[sign] is Seen.SEEN]
    others = [sign for sign in answers if answers[sign] is not Seen.SEEN]
    elsewhere = [sign for sign in rulebook.signs.values() if sign not in answers]
    rule, minor = rulebook.indicators.combination, facts.minor
    return Reading(
        concern=concern(seen, rule, minor=minor),
        reasons=reasons(seen, rule, minor=minor),
        set_aside=tuple(sign.code for sign in seen if sign.strength is None),
        open=tuple(sign.code for sign in others if answers[sign] is Seen.UNSURE and sign.strength),
        # What was asked comes first; where nothing of it would do, signs that somebody else may have seen.
        raised_by=raised_by(seen, others, rule, minor=minor) or raised_by(seen, elsewhere, rule, minor=minor),
        lowered_by=lowered_by(seen, rule, minor=minor),
        at_another_age=concern(seen, rule, minor=not minor),
        confidence=rule.confidence,
        version=rulebook.version,
    )
