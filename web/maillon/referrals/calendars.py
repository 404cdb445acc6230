"""The calendar file of an appointment: neutral, since a calendar is read over shoulders and synchronised to strangers."""

from datetime import datetime

from maillon.referrals.models import Step


def calendar_file(step: Step, *, at: datetime) -> bytes:
    """An iCalendar file with one event: « Rendez-vous », when and how long; no name, place, service or number.

    `at` is the moment it is made. Raises ValueError for a step without an appointment.
    """
    raise NotImplementedError
