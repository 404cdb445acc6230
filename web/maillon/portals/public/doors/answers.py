"""What somebody who looks for a door has answered so far, read anew from each form: nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from maillon.guidance.doors import Age, Asked, Need, Whom

E = TypeVar("E", bound=StrEnum)
_LONGEST = 60


class Question(StrEnum):
    """One screen each, in their order."""

    WHOM = "whom"
    AGE = "age"
    DANGER = "danger"
    NEED = "need"


class Danger(StrEnum):
    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class Answers:
    """None is a question that has no answer yet. `commune` is an INSEE code, `typed` the commune looked for."""

    whom: Whom | None = None
    age: Age | None = None
    danger: Danger | None = None
    need: Need | None = None
    commune: str = ""
    typed: str = ""

    def open(self) -> Question | None:
        """The next question; None when enough is known. Whoever is in danger is asked nothing more."""
        if self.whom is None:
            return Question.WHOM
        if self.age is None:
            return Question.AGE
        if self.danger is None:
            return Question.DANGER
        return Question.NEED if self.danger is Danger.NO and self.need is None else None

    def given(self) -> dict[str, str]:
        """The answers as the hidden fields of the next form."""
        fields = {Question.WHOM: self.whom, Question.AGE: self.age, Question.DANGER: self.danger}
        named = {question.value: answer.value for question, answer in fields.items() if answer}
        return named | ({"need": self.need.value} if self.need else {})

    def asked(self, departement: str) -> Asked:
        """What the rule is asked. Whatever was not said counts as an adult asking for herself, in no danger."""
        return Asked(
            whom=self.whom or Whom.SELF,
            age=self.age or Age.ADULT,
            danger=self.danger is Danger.YES,
            need=self.need,
            departement=departement,
        )


def read(posted: Mapping[str, str]) -> Answers:
    """The answers in a form. What is in no closed list counts as not answered; `back` takes the last answers back."""
    given = (
        _member(posted, Question.WHOM, Whom),
        _member(posted, Question.AGE, Age),
        _member(posted, Question.DANGER, Danger),
        _member(posted, Question.NEED, Need),
    )
    order = tuple(Question)
    back = posted.get("back", "")
    if back in order:
        return Answers(*given[: order.index(Question(back))])  # type: ignore[arg-type]
    return Answers(*given, commune=posted.get("commune", "")[:5], typed=posted.get("typed", "").strip()[:_LONGEST])


def _member(posted: Mapping[str, str], name: str, kind: type[E]) -> E | None:
    try:
        return kind(posted.get(name, ""))
    except ValueError:
        return None
