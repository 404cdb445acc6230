"""Who sits where: mandates on a day, and where somebody stands in a meeting."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.commission.enums import Kind, State
from maillon.commission.models import AgendaItem, Attendance, Commission, Mandate, Recusal, Seat, Session
from maillon.commission.rules import Standing, may_attend


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where somebody stands in a meeting: her mandate on that day, whether she answered the roll call, her recusals."""

    mandate: Mandate
    attendance: Attendance | None
    kept_from: frozenset[UUID]

    def standing(self, item: AgendaItem) -> Standing:
        """How she stands to one point. Needs `session` loaded."""
        kind = Kind(item.session.kind)
        return Standing(
            kind=kind,
            state=State(item.session.state),
            entitled=may_attend(self.mandate.seat.in_quality, kind),
            present=self.attendance is not None,
            recused=item.pk in self.kept_from,
        )


def _on(day: date) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_on=None) | Q(ends_on__gte=day))


def mandates_on(commission_id: UUID, day: date) -> QuerySet[Mandate]:
    """The mandates of a commission that hold on a day, in the order of the seats, of members who are still there."""
    found = Mandate.objects.filter(
        _on(day), seat__commission_id=commission_id, seat__ended_at=None, membership__ended_at=None
    )
    return found.select_related("seat__commission", "membership__member", "membership__organisation").order_by(
        "seat__position", "held_as", "named_at"
    )


def mandate_of(membership: Membership, commission_id: UUID, day: date) -> Mandate | None:
    """Her mandate in a commission on a day, or None. Nobody has two at once: see services.name."""
    if membership.ended_at is not None:
        return None
    return mandates_on(commission_id, day).filter(membership=membership).first()


def place_at(session: Session, membership: Membership, day: date) -> Place | None:
    """Where she stands in a meeting; None unless one mandate of hers holds both on `day` and on that of the meeting."""
    mandate = mandate_of(membership, session.commission_id, day)
    held_on = timezone.localdate(session.held_at)
    if mandate is None or held_on < mandate.starts_on or (mandate.ends_on is not None and mandate.ends_on < held_on):
        return None
    attendance = Attendance.objects.filter(session=session, mandate=mandate, left_at=None).first()
    recusals = Recusal.objects.filter(item__session=session, seat=mandate.seat_id)
    return Place(
        mandate=mandate, attendance=attendance, kept_from=frozenset(recusals.values_list("item_id", flat=True))
    )


def seats_of(commission: Commission) -> QuerySet[Seat]:
    """The seats that exist today, in order."""
    return Seat.objects.filter(commission=commission, ended_at=None).order_by("position")
