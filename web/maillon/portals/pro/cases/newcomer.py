"""What is known so far of somebody whose case is about to be opened: it travels with the form, and is stored nowhere.

Nothing of it stands in an address, a session or a draft; the browser sends it back with each answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from maillon.base.ids import new_id
from maillon.cases.content import NewCase


class Question(StrEnum):
    """The screens, in their order."""

    AGE = "age"
    NAME = "nom"
    LANGUAGE = "langue"
    WHERE = "commune"
    REVIEW = "relire"


@dataclass(frozen=True)
class Origin:
    """Where she comes from: a step of a referral, a report, or neither; and what is known by it."""

    step_id: UUID | None = None
    report_id: UUID | None = None
    adult: bool | None = None
    commune: str = ""

    @property
    def first(self) -> Question:
        """The first question: her age is not asked twice."""
        return Question.NAME if self.adult else Question.AGE


@dataclass(frozen=True)
class Newcomer:
    """The answers so far."""

    draft_id: UUID
    adult: str = ""
    pseudonym: str = field(default="", repr=False)
    language: str = "fr"
    commune: str = ""

    @classmethod
    def begun(cls, origin: Origin) -> Self:
        """Nothing answered, but what the origin tells."""
        return cls(new_id(), adult="yes" if origin.adult else "", commune=origin.commune)

    @classmethod
    def carried(cls, posted: Mapping[str, Any], origin: Origin) -> Self:
        """What the browser sent back; a key that is none begins anew."""
        begun = cls.begun(origin)
        try:
            key = UUID(str(posted.get("kept_draft_id", "")))
        except ValueError:
            return begun
        kept = {name: str(posted.get(f"kept_{name}", getattr(begun, name))) for name in _CARRIED}
        return cls(key, **kept)

    def carrying(self) -> Iterator[tuple[str, str]]:
        """The hidden fields of the next form."""
        yield "kept_draft_id", str(self.draft_id)
        yield from ((f"kept_{name}", getattr(self, name)) for name in _CARRIED)

    def having(self, **answers: Any) -> Self:
        """The same with these answers."""
        return replace(self, **answers)

    def new_case(self, origin: Origin) -> NewCase:
        """What is to be opened."""
        return NewCase(
            draft_id=self.draft_id,
            pseudonym=self.pseudonym,
            adult=self.adult == "yes",
            language=self.language,
            commune_code=self.commune or None,
            step_id=origin.step_id,
            report_id=origin.report_id,
        )


_CARRIED = ("adult", "pseudonym", "language", "commune")


def after(question: Question) -> Question:
    """The screen that follows."""
    order = list(Question)
    return order[min(order.index(question) + 1, len(order) - 1)]


def before(question: Question, first: Question) -> Question:
    """The screen to go back to; the first stays."""
    order = list(Question)
    return order[max(order.index(question) - 1, order.index(first))]
