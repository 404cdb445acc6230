"""Who is at the table of a meeting: the numbers that quorum and voices are counted from."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from maillon.commission import rules
from maillon.commission.enums import Kind
from maillon.commission.facts import value
from maillon.commission.models import Attendance, Proxy, Recusal, Seat, Session
from maillon.commission.selectors.places import seats_of
from maillon.guidance.dated import Unit


@dataclass(frozen=True, kw_only=True)
class Table:
    """The seats of a meeting, which of them are taken, and who speaks for whom."""

    seats: tuple[Seat, ...]
    present: frozenset[UUID]
    proxies: tuple[tuple[UUID, UUID], ...]
    second: bool

    def quorum(self, recused: Collection[UUID] = ()) -> rules.Quorum:
        """The quorum of the meeting, or of one point: who is kept from that counts on neither side."""
        kept = {seat.pk for seat in self.seats} & set(recused)
        return rules.quorum(
            seats=len(self.seats) - len(kept),
            present=len(self.present - kept),
            represented=len(self.represented(recused)),
            one_out_of=value("quorum", Unit.MEMBERS),
            second=self.second,
        )

    def represented(self, recused: Collection[UUID] = ()) -> frozenset[UUID]:
        """The absent seats whose voice somebody present carries."""
        return rules.standing(self.proxies, present=self.present, recused=recused)

    def voices(self, recused: Collection[UUID] = ()) -> int:
        """How many voices a point has."""
        return len(self.present - set(recused)) + len(self.represented(recused))

    def chairs(self, recused: Collection[UUID] = ()) -> bool:
        """Whether somebody who presides deliberates."""
        return any(seat.in_quality.chairs for seat in self.seats if seat.pk in self.present - set(recused))


def table_of(session: Session, present: Collection[UUID] | None = None) -> Table:
    """The table as it is now, or as it would be with these seats taken."""
    kind = Kind(session.kind)
    taken = _taken(session) if present is None else present
    return Table(
        seats=tuple(seat for seat in seats_of(session.commission) if rules.may_attend(seat.in_quality, kind)),
        present=frozenset(taken),
        proxies=tuple(Proxy.objects.filter(session=session).values_list("giver_id", "holder_id")),
        second=session.second_of_id is not None,
    )


def recused_from(item_id: UUID) -> frozenset[UUID]:
    """The seats that are kept from a point."""
    return frozenset(Recusal.objects.filter(item_id=item_id).values_list("seat_id", flat=True))


def _taken(session: Session) -> Collection[UUID]:
    return list(Attendance.objects.filter(session=session, left_at=None).values_list("seat_id", flat=True))
