"""How long content is kept. Pure: time is passed in."""

from collections.abc import Iterable
from datetime import datetime, timedelta

# As for reports: two years after the last contact, as CNIL recommends for child protection (délibération du 20 janvier
# 2022) and for help to persons in difficulty (délibération 2021-028). A draft: our own choice.
DRAFT_LIFE = timedelta(days=30)
CONTENT_LIFE = timedelta(days=2 * 365)
# Once its content is destroyed, a code still says so for this long.
CODE_LIFE = timedelta(days=30)


def content_is_over(*, contacts: Iterable[datetime], now: datetime) -> bool:
    """Whether the content of a referral is to be destroyed; `contacts` are its dated events."""
    return now - max(contacts) >= CONTENT_LIFE
