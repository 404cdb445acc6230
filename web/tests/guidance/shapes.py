"""What an answer amounts to, worked out once per distinct answer, so that all situations can be gone through."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

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


Invariant = Callable[[Facts, Shape], bool]


def answers(rulebook: Rulebook, age: AgeClass) -> Iterator[tuple[Facts, Shape]]:
    """Every situation of that age class with the shape of its answer: the whole product of all facts' values."""
    shapes: dict[int, tuple[Guidance, Shape]] = {}
    domains = [(age,) if fact == "age" else values for fact, values in DOMAINS.items()]
    for values in product(*domains):
        facts = Facts(*values)
        guidance = route(facts, rulebook, ON)
        known = shapes.get(id(guidance))
        if known is None:
            # Held here as well, so that no other answer can come to have its id.
            known = shapes[id(guidance)] = (guidance, Shape.of(guidance))
        yield facts, known[1]


def breaches(rulebook: Rulebook, age: AgeClass, invariants: dict[str, Invariant]) -> tuple[int, dict[str, Facts]]:
    """How many situations were gone through, and for each invariant that fails the first one where it does."""
    count, found = 0, {}
    checks = tuple(invariants.items())
    for facts, shape in answers(rulebook, age):
        count += 1
        for name, holds in checks:
            if not holds(facts, shape):
                found.setdefault(name, facts)
    return count, found
