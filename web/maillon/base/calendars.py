"""The calendar file of an appointment: neutral, since a calendar is read over shoulders and synchronised to strangers.

Four facts in a fixed frame (RFC 5545), in UTC, so that no zone has to be described: no package is needed to write it.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

_FRAME = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Calendrier//FR\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:{stamp}\r\n"
    "DTSTART:{start}\r\nDTEND:{end}\r\nSUMMARY:{summary}\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def calendar_event(key: UUID, starts_at: datetime, minutes: int, *, at: datetime) -> bytes:
    """An iCalendar file with one event: « Rendez-vous », when and how long; no name, place, service or number.

    `at` is the moment it is made; a later file with the same random `key`, which says nothing to anybody who has not
    the database, takes the earlier one's place in a calendar.
    """
    moments = {"stamp": at, "start": starts_at, "end": starts_at + timedelta(minutes=minutes)}
    written = {name: moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") for name, moment in moments.items()}
    return _FRAME.format(uid=key, summary=_("Rendez-vous"), **written).encode()
