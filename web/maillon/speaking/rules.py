"""How long things are kept for somebody who speaks, and what her choosing means. Pure: time is passed in."""

from datetime import date, datetime, timedelta

from maillon.guidance.enums import AgeClass, Wish
from maillon.reports.content import ReportContent

# Our own choice: long enough to sleep on it, short enough that nobody finds it later.
PAUSED_DAYS = 7
# Once a report's content is destroyed, its code still says so for this long.
ERASED_LIFE = timedelta(days=30)


def paused_before(today: datetime) -> datetime:
    """A telling paused at this moment or before is destroyed.

    Of a pause its day alone is kept, so it ends with the seventh day after it, whatever the hour. `today` is the first
    moment of today in France's own zone, where subtracting days is subtracting days, whatever the clocks did.
    """
    return today - timedelta(days=PAUSED_DAYS + 1)


def erased_before(at: datetime) -> datetime:
    """The code of a report erased before this moment is forgotten."""
    return at - ERASED_LIFE


def is_first_visit(last_seen_on: date, today: date) -> bool:
    """Whether the day of the last visit is to be written anew."""
    return last_seen_on != today


def as_chosen(content: ReportContent, *, for_self: bool) -> ReportContent:
    """The answers, with what a person who speaks for herself says by choosing to whom: that she agrees.

    A minor's wish decides nothing, and nobody agrees for somebody else by choosing.
    """
    if not for_self or content.age is not AgeClass.ADULT:
        return content
    wish = Wish.WANTS_HELP if content.wish is Wish.NOT_ASKED else content.wish
    return content.changed(agreement=True, wish=wish)
