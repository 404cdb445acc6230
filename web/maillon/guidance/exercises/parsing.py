"""From the tables of scenarios.toml to typed records."""

from typing import Any

from maillon.guidance.enums import (
    Addressee,
    AgeClass,
    Answer,
    OffenceKnown,
    PlaceKind,
    ReporterStatus,
    Setting,
    Theme,
    Trade,
    Wish,
)
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.exercises.records import Feeling, Misstep, Question, QuestionChoice, Scenario, Temptation
from maillon.guidance.facts import Facts
from maillon.guidance.reading import Record
from maillon.guidance.records import Counts

FILE = "scenarios.toml"
_FLAGS = ("danger", "grave", "couple_violence", "mortal_danger", "online_public")
_CHOICES = {
    "place": PlaceKind,
    "wish": Wish,
    "can_protect_herself": Answer,
    "foreign_victim": Answer,
    "offence": OffenceKnown,
}


def scenario(record: Record) -> Scenario:
    tempting = record.tables("tempting") if record.has("tempting") else []
    return Scenario(
        code=record.text("code"),
        title=record.text("title"),
        trade=record.choice("trade", Trade),
        setting=record.choice("setting", Setting),
        themes=frozenset(record.choices("themes", Theme)) if record.has("themes") else frozenset(),
        story=record.texts("story"),
        seen=record.texts("seen"),
        not_seen=record.texts("not_seen"),
        tempting=tuple(_temptation(Record(record.where, table)) for table in tempting),
        missteps=record.texts("missteps"),
        facts=_facts(Record(record.where, record.take("facts")), record.choice("age", AgeClass)),
        alarm=record.flag("alarm"),
        why=record.text("why"),
        sources=record.texts("sources"),
    )


def _facts(record: Record, age: AgeClass) -> Facts:
    """What the rules are given: what the law sees in whoever tells, and what the story says beyond the age."""
    given: dict[str, Any] = {key: record.flag(key) for key in _FLAGS if record.has(key)}
    given |= {key: record.choice(key, kind) for key, kind in _CHOICES.items() if record.has(key)}
    statuses = frozenset(record.choices("statuses", ReporterStatus))
    record.done()
    return Facts(age=age, statuses=statuses, **given)


def _temptation(record: Record) -> Temptation:
    found = Temptation(
        sign=record.text("sign", ""),
        text=record.text("text", ""),
        why=record.text("why"),
        sources=record.texts("sources", ()),
    )
    record.done()
    if bool(found.sign) is bool(found.text):
        raise BrokenRulebook(f"{record.where}: a temptation is a sign or a text")
    return found


def misstep(record: Record) -> Misstep:
    return Misstep(record.text("code"), record.text("text"), record.text("why"), record.text("step"))


def question(record: Record) -> Question:
    return Question(
        code=record.text("code"),
        text=record.text("text"),
        choices=tuple(_choice(Record(record.where, table)) for table in record.tables("choice")),
        age=record.choice("age", AgeClass) if record.has("age") else None,
    )


def _choice(record: Record) -> QuestionChoice:
    found = QuestionChoice(
        text=record.text("text", ""),
        counts=_counts(Record(record.where, record.take("counts"))) if record.has("counts") else None,
        sign=record.text("sign", ""),
        addressee=record.choice("addressee", Addressee) if record.has("addressee") else None,
    )
    record.done()
    kinds = (found.counts is not None, bool(found.sign), found.addressee is not None)
    if sum(kinds) != 1 or bool(found.text) is not kinds[0]:
        raise BrokenRulebook(f"{record.where}: a choice is a text with counts, a sign or an addressee")
    return found


def _counts(record: Record) -> Counts:
    counts = Counts(record.count("strong"), record.count("medium"), record.count("weak"))
    record.done()
    return counts


def feeling(record: Record) -> Feeling:
    return Feeling(record.text("code"), record.text("text"))
