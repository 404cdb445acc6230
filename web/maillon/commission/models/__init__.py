"""The commission of a département: seats and who holds them, its meetings, and what they advised."""

from maillon.commission.models.opinions import Dissent, Opinion
from maillon.commission.models.seats import Commission, Mandate, Seat
from maillon.commission.models.sessions import AgendaItem, Attendance, Proxy, Recusal, Session

__all__ = [
    "AgendaItem",
    "Attendance",
    "Commission",
    "Dissent",
    "Mandate",
    "Opinion",
    "Proxy",
    "Recusal",
    "Seat",
    "Session",
]
