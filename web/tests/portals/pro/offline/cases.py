"""Random situations and answers, for two implementations of one rule to be asked about."""

from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from random import Random
from typing import Any

from maillon.guidance.concern import Reading
from maillon.guidance.conditions import DOMAINS
from maillon.guidance.enums import Seen, Trade
from maillon.guidance.facts import Facts, Guidance
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.rules import reading, route

# Nobody is asked about more signs than a trade has; all signs at once would only take long.
MOST_SIGNS = 25


@dataclass(frozen=True)
class Case:
    """A situation, answers about signs, a trade, and the day of the question."""

    facts: Facts
    signs: dict[str, Seen]
    trade: Trade
    on: date

    def written(self) -> dict[str, Any]:
        """As the device is given it."""
        facts = {**asdict(self.facts), "statuses": sorted(self.facts.statuses)}
        return {"facts": facts, "signs": list(self.signs.items()), "trade": self.trade, "on": self.on.isoformat()}

    def answer(self, book: Rulebook) -> dict[str, Any]:
        """What the server says."""
        return {
            "guidance": written_guidance(route(self.facts, book, self.on)),
            "reading": written_reading(reading(self.signs, self.facts, book)),
            "asked": [sign.code for sign in book.indicators.asked_of(self.trade, minor=self.facts.minor)],
        }


def written_guidance(guidance: Guidance) -> dict[str, Any]:
    """Every field of every step, and what is derived from them."""
    steps = [{**asdict(step), "choice": step.choice.value} for step in guidance.steps]
    return {"steps": steps, "version": guidance.version}


def written_reading(found: Reading) -> dict[str, Any]:
    """Every field of a reading."""
    return {item.name: getattr(found, item.name) for item in fields(found)} | {
        "reasons": [asdict(reason) for reason in found.reasons]
    }


def cases(book: Rulebook, count: int, seed: int) -> list[Case]:
    """Situations from all over the space of facts, on days around those on which sources expire."""
    chance, days = Random(seed), interesting_days(book)
    return [case(book, chance, days) for _ in range(count)]


def interesting_days(book: Rulebook) -> list[date]:
    """The day that a source expires, the ones beside it, and one on which all have."""
    expiries = sorted({source.expires_on for source in book.sources.values()})
    around = [day + timedelta(days=offset) for day in expiries for offset in (-1, 0, 1)]
    return [date(2026, 11, 23), *around, date(2100, 1, 1)]


def case(book: Rulebook, chance: Random, days: list[date]) -> Case:
    """One of them. Few signs seen as often as many, and signs of other trades and ages among them."""
    facts = Facts(**{fact: chance.choice(values) for fact, values in DOMAINS.items()})
    asked = chance.sample(list(book.signs), chance.randint(0, min(MOST_SIGNS, len(book.signs))))
    likely = chance.random()
    signs = {
        code: Seen.SEEN if chance.random() < likely else chance.choice([Seen.NOT_SEEN, Seen.UNSURE]) for code in asked
    }
    return Case(facts, signs, chance.choice(list(Trade)), chance.choice(days))
