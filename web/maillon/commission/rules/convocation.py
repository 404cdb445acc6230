"""How long before a meeting its members are told (CRPA R133-8). Days of the calendar of France."""

from datetime import date, datetime, timedelta

from maillon.base.opening import PARIS


def latest_day(held_at: datetime, *, days: int) -> date:
    """The last day on which the members may be convoked without an emergency."""
    return held_at.astimezone(PARIS).date() - timedelta(days=days)


def in_time(*, convoked_at: datetime, held_at: datetime, days: int) -> bool:
    """Whether so many days lie between the day of the convocation and that of the meeting.

    Days, not hours: a week with a change to or from summer time has no fewer of them.
    """
    return convoked_at.astimezone(PARIS).date() <= latest_day(held_at, days=days)
