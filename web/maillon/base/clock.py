"""The one place that asks what time it is. Rules and services get the moment passed in."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return timezone.now()
