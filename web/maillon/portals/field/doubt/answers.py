"""What somebody in doubt has answered so far, read anew from each form: nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from maillon.directory.rules import reporter_statuses
from maillon.guidance.enums import AgeClass, ReporterStatus, Seen, Trade
from maillon.guidance.facts import Facts
from maillon.guidance.records import Sign
from maillon.guidance.signs import Indicators
from maillon.portals.components.asking import answers_in

E = TypeVar("E", bound=StrEnum)


class Question(StrEnum):
    """One screen each, in their order."""

    TRADE = "trade"
    DANGER = "danger"
    AGE = "age"
    SIGNS = "signs"


class Danger(StrEnum):
    NO = "no"
    YES = "yes"
    # Help has been called: the questions go on.
    CALLED = "called"


@dataclass(frozen=True)
class Answers:
    """None is a question that has no answer yet. `signs` has an answer for each sign that was asked."""

    trade: Trade | None = None
    danger: Danger | None = None
    age: AgeClass | None = None
    signs: Mapping[str, Seen] | None = None

    @property
    def minor(self) -> bool:
        """True unless the person is known to be an adult: doubt counts as minority."""
        return self.age is not AgeClass.ADULT

    def open(self) -> Question | None:
        """The next question; None when all are answered."""
        if self.trade is None:
            return Question.TRADE
        if self.danger is None or self.danger is Danger.YES:
            return Question.DANGER
        if self.age is None:
            return Question.AGE
        return Question.SIGNS if self.signs is None else None

    def asked(self, indicators: Indicators) -> tuple[Sign, ...]:
        """The signs of this trade for a person of this age."""
        return indicators.asked_of(self.trade or Trade.OTHER, minor=self.minor)

    def facts(self) -> Facts:
        """What the rules are given. Whoever has no account may be bound by secrecy: what their trade says."""
        trade, age = self.trade or Trade.OTHER, self.age or AgeClass.DOUBTFUL
        statuses = frozenset(ReporterStatus(one) for one in reporter_statuses(trade, ""))
        return Facts(age=age, statuses=statuses, danger=self.danger is Danger.CALLED)


def read(posted: Mapping[str, str], indicators: Indicators) -> Answers:
    """The answers in a form. What is in no closed list counts as not answered; `back` takes the last answers back."""
    answers = Answers(
        trade=_member(posted, Question.TRADE, Trade),
        danger=_member(posted, Question.DANGER, Danger),
        age=_member(posted, Question.AGE, AgeClass),
    )
    if posted.get(Question.SIGNS) and answers.open() is Question.SIGNS:
        answers = Answers(answers.trade, answers.danger, answers.age, _signs(posted, answers.asked(indicators)))
    return _without(answers, posted.get("back", ""))


def _signs(posted: Mapping[str, str], asked: tuple[Sign, ...]) -> dict[str, Seen]:
    if posted[Question.SIGNS] == "none":
        return {sign.code: Seen.NOT_SEEN for sign in asked}
    return answers_in(posted, asked)


def _without(answers: Answers, question: str) -> Answers:
    """The answers given before that question."""
    given = (answers.trade, answers.danger, answers.age, answers.signs)
    order = tuple(Question)
    if question not in order:
        return answers
    kept = order.index(Question(question))
    return Answers(*given[:kept])  # type: ignore[arg-type]


def _member(posted: Mapping[str, str], name: str, kind: type[E]) -> E | None:
    try:
        return kind(posted.get(name, ""))
    except ValueError:
        return None
