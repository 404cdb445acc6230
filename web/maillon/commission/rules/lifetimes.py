"""How long what is sealed of the commission is kept. Pure: time is passed in."""

from datetime import datetime, timedelta

from maillon.base.days import days_later
from maillon.base.opening import PARIS

# Minutes and reasons on individual requests: as long as what they speak of may be read, two years after the last
# contact (CNIL, délibération 2021-028), counted here from the meeting at the earliest. Our own choice for the rest:
# minutes of policy name nobody who is helped, and serve the next years' meetings.
FILES_LIFE = timedelta(days=2 * 365)
POLICY_LIFE = timedelta(days=5 * 365)


def files_shut(opened_at: datetime) -> datetime:
    """When the files of a meeting shut by themselves, closed or not: at the end of the day on which it was opened."""
    return days_later(opened_at, 1).astimezone(PARIS).replace(hour=0, minute=0, second=0, microsecond=0)
