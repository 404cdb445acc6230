"""The right answers to what is asked before and after an exercise: derived from signs, rules and their combination."""

from datetime import date

from maillon.guidance.enums import Duty, Evidence, ReporterStatus
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.exercises.records import Question, QuestionChoice
from maillon.guidance.facts import Facts
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.rules import route


def right(question: Question, book: Rulebook, on: date) -> QuestionChoice:
    """The one answer that holds with these data on that day. Raises BrokenRulebook where none or several do."""
    held = [choice for choice in question.choices if _holds(question, choice, book, on)]
    if len(held) != 1:
        raise BrokenRulebook(f"scenarios.toml, {question.code}: has {len(held)} right answers")
    return held[0]


def _holds(question: Question, choice: QuestionChoice, book: Rulebook, on: date) -> bool:
    if choice.counts is not None:
        return book.indicators.combination.met_by(choice.counts)
    if choice.sign:
        return book.signs[choice.sign].evidence is Evidence.NOT_PREDICTIVE
    if question.age is None:
        raise BrokenRulebook(f"scenarios.toml, {question.code}: asks for an addressee and names no age")
    # Anybody's duty, whatever the trade: what binds a private person binds the others as well.
    facts = Facts(age=question.age, statuses=frozenset({ReporterStatus.PRIVATE_PERSON}))
    return any(
        step.addressee is choice.addressee and step.duty is Duty.MUST for step in route(facts, book, on).transmissions()
    )
