"""Which questions are asked, and in which order. Pure: from the answers so far.

A minor's agreement is never asked (loi 2002-305 art. 13): the law says who may be told, and asks about her parents.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from maillon.portals.pro.referrals.answers import Agreement, Answers


class StepName(StrEnum):
    """One kind of screen each; the value begins the screen's address, and holds no hyphen."""

    NEEDS = "besoins"
    AGE = "age"
    COMMUNE = "commune"
    LIMITS = "contraintes"
    LANGUAGE = "langue"
    URGENT = "delai"
    SERVICES = "services"
    PARENTS = "parents"
    ADDRESS = "adresse"
    PARTS = "contenu"
    AGREEMENT = "accord"
    WORDS = "mots"
    CODE = "suivi"
    KEEP = "code"


@dataclass(frozen=True)
class Stop:
    """One screen; `about` is the service's key or the part that it asks about."""

    name: StepName
    about: str = ""

    @property
    def slug(self) -> str:
        """How it stands in an address, and in the list of what has been answered."""
        return f"{self.name}-{self.about}" if self.about else self.name.value


def stop_of(slug: str) -> Stop | None:
    """The screen of an address; None for what is none."""
    name, _hyphen, about = slug.partition("-")
    return Stop(StepName(name), about) if name in list(StepName) else None


def path(answers: Answers, *, without_account: Collection[str], has_code: bool) -> tuple[Stop, ...]:
    """The screens for these answers.

    `without_account` are the chosen services that are asked by a link; `has_code` says that the person has a code
    already, that of the report.
    """
    return (
        Stop(StepName.NEEDS),
        Stop(StepName.AGE),
        Stop(StepName.COMMUNE),
        Stop(StepName.LIMITS),
        Stop(StepName.LANGUAGE),
        Stop(StepName.URGENT),
        Stop(StepName.SERVICES),
        *([Stop(StepName.PARENTS)] if answers.minor else []),
        *(stop for one in answers.line for stop in _about(one, answers, without_account)),
        *(Stop(StepName.WORDS, kind.value) for kind in answers.kinds),
        *([] if has_code else [Stop(StepName.CODE)]),
        *([Stop(StepName.KEEP)] if answers.code and not has_code else []),
    )


def _about(one: Agreement, answers: Answers, without_account: Collection[str]) -> Iterator[Stop]:
    if one.service in without_account:
        yield Stop(StepName.ADDRESS, one.service)
    yield Stop(StepName.PARTS, one.service)
    if not answers.minor and one.parts:
        yield Stop(StepName.AGREEMENT, one.service)


def following(steps: tuple[Stop, ...], answered: Collection[str], current: Stop) -> Stop | None:
    """The screen after `current`: the next open one, else an open one before it, else None (all answered)."""
    here = steps.index(current) + 1 if current in steps else 0
    return first_open((*steps[here:], *steps[:here]), answered)


def first_open(steps: tuple[Stop, ...], answered: Collection[str]) -> Stop | None:
    """Where a draft is taken up again; None when every question has been answered."""
    return next((stop for stop in steps if stop.slug not in answered), None)


def before(steps: tuple[Stop, ...], current: Stop) -> Stop | None:
    """The screen to go back to; None on the first."""
    place = steps.index(current)
    return steps[place - 1] if place else None


def tidied(answers: Answers, steps: tuple[Stop, ...]) -> Answers:
    """The same answers, without those whose question is not asked, or must be asked anew."""
    slugs = {stop.slug for stop in steps}
    unsettled = {Stop(StepName.AGREEMENT, one.service).slug for one in answers.line if not one.how}
    wanted = set(answers.kinds)
    return answers.changed(
        answered=tuple(slug for slug in answers.answered if slug in slugs and slug not in unsettled),
        texts={kind: text for kind, text in answers.texts.items() if kind in wanted},
        parents_informed=answers.parents_informed if answers.minor else None,
        parents_reason=answers.parents_reason if answers.minor else "",
    )
