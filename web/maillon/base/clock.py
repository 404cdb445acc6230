"""The one place that asks what time it is. Rules and services get the moment passed in."""

from datetime import datetime, time

from django.utils import timezone


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return timezone.now()


def midnight(at: datetime) -> datetime:
    """The first moment of the day of `at`, on the clocks of France.

    What is kept of a moment that nobody is to know better than by its day.
    """
    return timezone.make_aware(datetime.combine(timezone.localdate(at), time()))
