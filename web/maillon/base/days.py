"""Days on the clocks of France: an hour that summer time moves stays the hour that people read."""

from datetime import UTC, datetime, timedelta

from maillon.base.opening import PARIS, Answering, opening

# Monday to Friday, without the public holidays of France.
_WORKED = "Mo-Fr 00:00-24:00; PH off"


def days_later(at: datetime, days: int) -> datetime:
    """The same hour so many calendar days later, on the clocks of France."""
    there = at.astimezone(PARIS)
    # Through UTC and back: an hour that the change to summer time skips becomes the one that clocks show instead.
    return (there + timedelta(days=days)).astimezone(UTC).astimezone(PARIS)


def is_worked(at: datetime) -> bool:
    """Whether the day of this moment is one of Monday to Friday and no public holiday."""
    return opening(_WORKED, at).answering is Answering.OPEN


def on_working_day(at: datetime) -> datetime:
    """This moment, or the same hour of the next day that is worked."""
    while not is_worked(at):
        at = days_later(at, 1)
    return at
