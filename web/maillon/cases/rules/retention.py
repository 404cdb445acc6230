"""How long content is kept, by kind, when to remind of its end, and when it may go. Pure: days are passed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from maillon.cases.enums import EntryKind
from maillon.guidance.records import Dated, months_later


class After(StrEnum):
    """From which day a time is counted."""

    LAST_CONTACT = "last_contact"
    CLOSED = "closed"
    REPLACED = "replaced"
    HAPPENED = "happened"


@dataclass(frozen=True, kw_only=True)
class Rule(Dated):
    """One time for these kinds (none: the whole case), in calendar months; `own` where no text sets it."""

    kinds: frozenset[EntryKind]
    months: int
    after: After
    own: bool


@dataclass(frozen=True)
class Retention:
    """The rules, and the reminders before a whole case goes: days ahead, the earliest first, and the least notice."""

    rules: tuple[Rule, ...]
    reminders: tuple[int, ...]
    notice: int

    @property
    def whole(self) -> Rule:
        """The rule for a case as a whole."""
        return next(rule for rule in self.rules if not rule.kinds)

    @property
    def by_kind(self) -> tuple[Rule, ...]:
        """The rules that end sooner for some kinds."""
        return tuple(rule for rule in self.rules if rule.kinds)


@dataclass(frozen=True)
class Days:
    """The days of an entry from which a time may count; None for what has not happened."""

    happened: date
    replaced: date | None = None
    closed: date | None = None


class Reminder(IntEnum):
    """How near the end is."""

    NONE = 0
    FIRST = 1
    LAST = 2


def case_ends_on(last_contact_on: date, retention: Retention) -> date:
    """The day on which a case without a further contact has had its time."""
    return months_later(last_contact_on, retention.whole.months)


def entry_ended_by(kind: EntryKind, days: Days, today: date, rules: Iterable[Rule]) -> Rule | None:
    """The rule by which an entry's content has had its time; None while it has not."""
    for rule in rules:
        since = _since(rule, days)
        if kind in rule.kinds and since is not None and today >= months_later(since, rule.months):
            return rule
    return None


def reminder(ends_on: date, today: date, ahead: Sequence[int]) -> Reminder:
    """Which reminder is due by now."""
    first, last = (ends_on - timedelta(days=days) for days in ahead)
    if today >= last:
        return Reminder.LAST
    return Reminder.FIRST if today >= first else Reminder.NONE


def may_go(ends_on: date, today: date, *, reminded_on: date | None, held_until: date | None, notice: int) -> bool:
    """Whether a whole case may be destroyed today: its time is over, somebody was told in time, nothing holds it."""
    if reminded_on is None or today < ends_on or today < reminded_on + timedelta(days=notice):
        return False
    return held_until is None or today > held_until


def is_held(held_until: date | None, today: date) -> bool:
    """Whether a procedure keeps the content, up to the end of its last day."""
    return held_until is not None and today <= held_until


def _since(rule: Rule, days: Days) -> date | None:
    return {After.HAPPENED: days.happened, After.REPLACED: days.replaced, After.CLOSED: days.closed}.get(rule.after)
