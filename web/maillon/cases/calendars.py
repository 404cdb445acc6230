"""The calendar file of an appointment in a case; see base.calendars for what it says."""

from datetime import datetime

from maillon.base.calendars import calendar_event
from maillon.cases.models import Appointment


def calendar_file(appointment: Appointment, *, at: datetime) -> bytes:
    """An iCalendar file with one neutral event, made at this moment."""
    return calendar_event(appointment.pk, appointment.starts_at, appointment.minutes, at=at)
