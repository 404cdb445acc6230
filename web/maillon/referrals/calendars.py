"""The calendar file of an appointment: neutral, since a calendar is read over shoulders and synchronised to strangers.

Four facts in a fixed frame (RFC 5545), in UTC, so that no zone has to be described: no package is needed to write it.
"""

from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext as _

from maillon.referrals.models import Step

_FRAME = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Calendrier//FR\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:{stamp}\r\n"
    "DTSTART:{start}\r\nDTEND:{end}\r\nSUMMARY:{summary}\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def calendar_file(step: Step, *, at: datetime) -> bytes:
    """An iCalendar file with one event: « Rendez-vous », when and how long; no name, place, service or number.

    `at` is the moment it is made; a later file for the same step takes the earlier one's place in a calendar. Raises
    ValueError for a step without an appointment.
    """
    if step.appointment_at is None or step.appointment_minutes is None:
        msg = "no appointment"
        raise ValueError(msg)
    end = step.appointment_at + timedelta(minutes=step.appointment_minutes)
    moments = {"stamp": at, "start": step.appointment_at, "end": end}
    written = {name: moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") for name, moment in moments.items()}
    # The step's random key says nothing to anybody who has not the database.
    return _FRAME.format(uid=step.pk, summary=_("Rendez-vous"), **written).encode()
