"""Which questions are asked, and in which order. Pure: from the answers so far and what the law sees in the reporter.

A question stands on the path only when its answer can change what happens next. So a minor's wish or agreement is
never asked (loi 2002-305 art. 13), and an answer whose question left the path is forgotten (`off_path`).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from maillon.guidance.enums import AgeClass, ReporterStatus, Wish


class StepName(StrEnum):
    """One screen each. The value stands in the screen's address."""

    DANGER = "danger"
    ORIGIN = "origine"
    AGE = "age"
    GRAVITY = "gravite"
    SIGNS = "signes"
    COMMUNE = "commune"
    PLACE = "lieu"
    WHEN = "moment"
    WISH = "souhait"
    AGREEMENT = "accord"
    COUPLE = "couple"
    MORTAL_DANGER = "vie"
    PROTECTION = "protection"
    CONTEXT = "contexte"
    OFFENCE = "faits"
    DONE = "demarches"
    WORDS = "recit"
    IDENTITY = "identite"
    TRACES = "traces"


class Answers(Protocol):
    """The answers that decide on the path."""

    @property
    def age(self) -> AgeClass | None: ...

    @property
    def wish(self) -> Wish: ...

    @property
    def couple_violence(self) -> bool: ...


# The answers that each screen gives, by their names in the report's content.
FIELDS: Mapping[StepName, tuple[str, ...]] = {
    StepName.DANGER: ("danger",),
    StepName.ORIGIN: ("origin",),
    StepName.AGE: ("age", "age_is_sure"),
    StepName.GRAVITY: ("grave",),
    StepName.SIGNS: ("signs", "signs_absent"),
    StepName.COMMUNE: ("commune", "commune_typed"),
    StepName.PLACE: ("place",),
    StepName.WHEN: ("observed",),
    StepName.WISH: ("wish",),
    StepName.AGREEMENT: ("agreement",),
    StepName.COUPLE: ("couple_violence",),
    StepName.MORTAL_DANGER: ("mortal_danger",),
    StepName.PROTECTION: ("can_protect_herself",),
    StepName.CONTEXT: ("foreign_victim", "online_public", "drug_link"),
    StepName.OFFENCE: ("offence",),
    StepName.DONE: ("done",),
    StepName.WORDS: ("narrative",),
    StepName.IDENTITY: ("identity",),
    StepName.TRACES: ("traces",),
}

# Without these nothing can be sent: the law's routing, or whoever receives it, needs them.
NEEDED = (StepName.DANGER, StepName.ORIGIN, StepName.AGE, StepName.COMMUNE, StepName.WHEN)


def path(
    answers: Answers, statuses: Collection[ReporterStatus], *, identity: bool, traces: bool
) -> tuple[StepName, ...]:
    """The screens for these answers.

    `identity` says whether the rules let the person's identity go to anybody; `traces` whether the reporter's own
    organisation may hold offence data.
    """
    return (
        StepName.DANGER,
        StepName.ORIGIN,
        StepName.AGE,
        *_for_a_minor(answers),
        StepName.SIGNS,
        StepName.COMMUNE,
        StepName.PLACE,
        StepName.WHEN,
        *_for_an_adult(answers, statuses),
        StepName.CONTEXT,
        StepName.OFFENCE,
        StepName.DONE,
        StepName.WORDS,
        *([StepName.IDENTITY] if identity else []),
        *([StepName.TRACES] if traces else []),
    )


def _for_a_minor(answers: Answers) -> Iterator[StepName]:
    if answers.age is not None and answers.age is not AgeClass.ADULT:
        yield StepName.GRAVITY


def _for_an_adult(answers: Answers, statuses: Collection[ReporterStatus]) -> Iterator[StepName]:
    if answers.age is not AgeClass.ADULT:
        return
    yield StepName.WISH
    # Whoever refuses help, or was not asked, has not agreed to be named.
    if answers.wish is Wish.WANTS_HELP:
        yield StepName.AGREEMENT
    # CP 226-14 3° speaks of health professionals and of couples alone.
    if ReporterStatus.HEALTH_PROFESSIONAL in statuses:
        yield StepName.COUPLE
        if answers.couple_violence:
            yield StepName.MORTAL_DANGER
    yield StepName.PROTECTION


def off_path(steps: Collection[StepName]) -> frozenset[str]:
    """The names of the answers whose screens are not on the path, and which must not be kept."""
    return frozenset(name for step, names in FIELDS.items() if step not in steps for name in names)


def following(steps: Sequence[StepName], answered: Collection[str], current: StepName) -> StepName | None:
    """The screen to show after `current`: the next open one, else an open one before it, else None (all answered)."""
    here = steps.index(current) + 1 if current in steps else 0
    return next((step for step in (*steps[here:], *steps[:here]) if step not in answered), None)


def first_open(steps: Sequence[StepName], answered: Collection[str]) -> StepName | None:
    """Where a draft is taken up again; None when every question has been answered."""
    return next((step for step in steps if step not in answered), None)


def before(steps: Sequence[StepName], current: StepName) -> StepName | None:
    """The screen to go back to; None on the first."""
    place = steps.index(current)
    return steps[place - 1] if place else None
