"""What an answer amounts to, worked out once per distinct answer, so that all situations can be gone through."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, make_dataclass
from datetime import date
from functools import reduce
from itertools import product
from operator import and_
from typing import Any

from maillon.guidance.conditions import DOMAINS
from maillon.guidance.enums import Addressee, AgeClass, Channel, Duty, Ground, Identity
from maillon.guidance.facts import Facts, Guidance, Step
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.rules import route

ON = date(2026, 11, 23)
AUTHORITIES = {Addressee.FORCE, Addressee.PROSECUTOR}


def identity_ground(step: Step) -> Ground:
    """The ground on which a step lets the identity go along."""
    return step.identity_ground or step.ground


@dataclass(frozen=True)
class Shape:
    """The parts of an answer that the guardrails speak of."""

    steps: tuple[Step, ...]
    addressees: frozenset[Addressee]
    sent_to: frozenset[Addressee]
    grounds: frozenset[Ground]
    # Grounds on which an identity moves without anybody's agreement.
    identity_grounds: frozenset[Ground]
    asks_agreement: bool
    emergency_first: bool
    emergency_numbers: bool
    doubled: bool
    optional_duty: bool
    to_authorities: tuple[Step, ...]

    @classmethod
    def of(cls, guidance: Guidance) -> "Shape":
        steps = guidance.steps
        sent = [step.addressee for step in steps if step.channel is Channel.TRANSMISSION]
        binding = {Addressee.EMERGENCY, Addressee.CRIP, Addressee.PROSECUTOR}
        return cls(
            steps=steps,
            addressees=frozenset(step.addressee for step in steps),
            sent_to=frozenset(sent),
            grounds=frozenset(step.ground for step in steps),
            identity_grounds=frozenset(identity_ground(step) for step in steps if step.identity is Identity.ALLOWED),
            asks_agreement=any(
                step.identity is Identity.WITH_AGREEMENT or step.ground is Ground.CONSENT for step in steps
            ),
            emergency_first=bool(steps) and steps[0].addressee is Addressee.EMERGENCY,
            emergency_numbers=bool(steps) and {"17", "112", "15", "114"} <= set(steps[0].contacts),
            doubled=len(sent) > len(set(sent)),
            optional_duty=any(step.optional for step in steps if step.duty is Duty.MUST or step.addressee in binding),
            to_authorities=tuple(
                step for step in steps if step.addressee in AUTHORITIES and step.channel is Channel.TRANSMISSION
            ),
        )


# What an invariant may ask of a situation. The proof goes by it: a question about any other fact raises AttributeError.
_UNASKED = ("place", "online_public", "foreign_victim")
Asked = make_dataclass("Asked", [fact for fact in DOMAINS if fact not in _UNASKED], slots=True)
Invariant = Callable[[Any, Shape], bool]


class Answers:
    """A rulebook's answers, by the conditions that a situation meets: no answer hangs on anything else."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._shapes: dict[int, Shape] = {}

    def to(self, asked: Any, rest: tuple[Any, ...], mask: int) -> Shape:
        """The shape of the answer to a situation; `mask` has a bit for each condition that it meets."""
        known = self._shapes.get(mask)
        if known is None:
            told = {fact: getattr(asked, fact) for fact in DOMAINS if fact not in _UNASKED}
            facts = Facts(**told, **dict(zip(_UNASKED, rest, strict=True)))
            known = self._shapes[mask] = Shape.of(route(facts, self.rulebook, ON))
        return known


def breaches(rulebook: Rulebook, age: AgeClass, invariants: dict[str, Invariant]) -> tuple[int, dict[str, Any]]:
    """How many situations were gone through, and for each invariant that fails the first one where it does.

    The whole product of all facts' values, each taken once per answer: situations that differ in no fact that an
    invariant may ask about, and get the same answer, are one to it.
    """
    tables, answers = rulebook.matcher.tables, Answers(rulebook)
    domains = [(age,) if fact == "age" else DOMAINS[fact] for fact in DOMAINS if fact not in _UNASKED]
    rests = [(rest, _mask(tables, _UNASKED, rest)) for rest in product(*(DOMAINS[fact] for fact in _UNASKED))]
    count, found = 0, {}
    for values in product(*domains):
        asked = Asked(*values)
        mask = _mask(tables, Asked.__slots__, values)
        count += len(rests)
        for meets, rest in {mask & more: rest for rest, more in rests}.items():
            shape = answers.to(asked, rest, meets)
            for name, holds in invariants.items():
                if not holds(asked, shape):
                    found.setdefault(name, asked)
    return count, found


def _mask(tables: Mapping[str, Mapping[Any, int]], facts: Sequence[str], values: Sequence[Any]) -> int:
    return reduce(and_, (tables[fact][value] for fact, value in zip(facts, values, strict=True)))
