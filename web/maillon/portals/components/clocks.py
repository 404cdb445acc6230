"""Says in plain words how much time is left before a due date. Pure: both moments are passed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
# Under two days, hours say more than "1 day".
_DAYS_FROM = 2 * _DAY


@dataclass(frozen=True)
class Clock:
    """A due date as a person reads it. `tone` is `late`, `soon` (less than a day left) or `calm`."""

    due: datetime
    words: str
    tone: str


def read_clock(due: datetime, now: datetime) -> Clock:
    """What to show at `now` about something due at `due`; both aware. Time left is rounded down, never up."""
    late = now > due
    span = now - due if late else due - now
    tone = "late" if late else "soon" if span < _DAY else "calm"
    return Clock(due=due, words=_late(span) if late else _left(span), tone=tone)


def _left(span: timedelta) -> str:
    if span >= _DAYS_FROM:
        count = span // _DAY
        return ngettext("reste %(count)d jour", "reste %(count)d jours", count) % {"count": count}
    if span >= _HOUR:
        count = span // _HOUR
        return ngettext("reste %(count)d heure", "reste %(count)d heures", count) % {"count": count}
    if span >= _MINUTE:
        count = span // _MINUTE
        return ngettext("reste %(count)d minute", "reste %(count)d minutes", count) % {"count": count}
    return _("à faire maintenant")


def _late(span: timedelta) -> str:
    if span >= _DAYS_FROM:
        count = span // _DAY
        return ngettext("en retard de %(count)d jour", "en retard de %(count)d jours", count) % {"count": count}
    if span >= _HOUR:
        count = span // _HOUR
        return ngettext("en retard de %(count)d heure", "en retard de %(count)d heures", count) % {"count": count}
    count = max(span // _MINUTE, 1)
    return ngettext("en retard de %(count)d minute", "en retard de %(count)d minutes", count) % {"count": count}
