"""The calendar file of an appointment with a service; see base.calendars for what it says."""

from datetime import datetime

from maillon.base.calendars import calendar_event
from maillon.referrals.models import Step


def calendar_file(step: Step, *, at: datetime) -> bytes:
    """An iCalendar file with one neutral event, made at this moment. ValueError for a step without an appointment."""
    if step.appointment_at is None or step.appointment_minutes is None:
        msg = "no appointment"
        raise ValueError(msg)
    return calendar_event(step.pk, step.appointment_at, step.appointment_minutes, at=at)
