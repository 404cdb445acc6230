"""A commission, a meeting and its points as their pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from maillon.base.dates import date_format
from maillon.commission import selectors
from maillon.commission.enums import Kind, RecusalReason, State
from maillon.commission.facts import FACTS, value
from maillon.commission.models import AgendaItem, Attendance, Mandate, Opinion, Seat, Session
from maillon.commission.rules import latest_day, may_attend
from maillon.commission.services import brought_by, label_of
from maillon.guidance.dated import Unit

_TONES = {
    State.DRAFT: "neutral",
    State.CONVOKED: "info",
    State.OPEN: "progress",
    State.CLOSED: "attention",
    State.MINUTED: "done",
    State.LAPSED: "attention",
    State.CANCELLED: "neutral",
}


def tone(session: Session) -> str:
    """The colour of a meeting's state; the word stands beside it."""
    return _TONES[State(session.state)]


def named(session: Session) -> str:
    """A meeting as its people call it: what it is about, and when."""
    return f"{session.get_kind_display()}, {date_format(timezone.localtime(session.held_at), 'j F Y, H:i')}"


def cited(code: str, at: datetime) -> str:
    """An article as a screen quotes it, with what is not sure about it."""
    fact = FACTS[code]
    on = timezone.localdate(at)
    # That the code applies to this commission at all was not read in an official text.
    sure = fact.is_verified(on) and (not fact.article.startswith("CRPA") or FACTS["crpa_applies"].is_verified(on))
    return fact.article if sure else _("%(article)s, à confirmer") % {"article": fact.article}


@dataclass(frozen=True)
class PointLine:
    """One point of an agenda. Its label has the number of a path or of a sheet and never a name. `association` is who
    brought it."""

    item: AgendaItem
    label: str
    association: str
    kept_from: tuple[str, ...]
    sense: str
    tone: str


def point_line(item: AgendaItem) -> PointLine:
    """What is known of a point in clear. Needs what `selectors.agenda` loads."""
    opinion: Opinion | None = getattr(item, "opinion", None)
    return PointLine(
        item=item,
        label=label_of(item),
        association=brought_by(item),
        kept_from=tuple(
            f"{one.seat.in_quality.label} ({RecusalReason(one.reason).label})" for one in item.recusals.all()
        ),
        sense=str(opinion.get_sense_display()) if opinion else "",
        tone="done" if opinion and opinion.sense == "favourable" else "attention",
    )


@dataclass(frozen=True)
class SeatLine:
    """A seat, who was named to it, and who of them is in the room."""

    seat: Seat
    label: str
    to_confirm: bool
    mandates: tuple[Mandate, ...]
    attendance: Attendance | None = None


def seat_lines(session: Session, at: datetime) -> list[SeatLine]:
    """The seats that belong to a meeting, with who holds them on its day."""
    held_on, on = timezone.localdate(session.held_at), timezone.localdate(at)
    mandates = list(selectors.mandates_on(session.commission_id, held_on))
    there = {
        one.seat_id: one
        for one in session.attendances.filter(left_at=None).select_related("mandate__membership__member")
    }
    return [
        seat_line(seat, mandates, on, there.get(seat.pk))
        for seat in selectors.seats_of(session.commission)
        if may_attend(seat.in_quality, Kind(session.kind))
    ]


def seat_line(seat: Seat, mandates: Sequence[Mandate], on: Any, attendance: Attendance | None = None) -> SeatLine:
    """One seat."""
    own = tuple(mandate for mandate in mandates if mandate.seat_id == seat.pk)
    return SeatLine(seat, seat.in_quality.label, not seat.in_quality.is_verified(on), own, attendance)


def session_facts(session: Session, at: datetime) -> list[tuple[str, Any]]:
    """The dates and conditions of a meeting, for a list of definitions."""
    held_at = timezone.localtime(session.held_at)
    found: list[tuple[str, Any]] = [
        (_("Nature"), session.get_kind_display()),
        (_("Date"), held_at.strftime("%d/%m/%Y %H:%M")),
        *([(_("Lieu"), session.place)] if session.place else []),
        (_("Participation"), _("dans la salle ou à distance") if session.remote else _("dans la salle")),
    ]
    if session.convoked_at is None:
        day = latest_day(session.held_at, days=value("convocation", Unit.DAYS))
        said = _("avant le %(day)s inclus (%(article)s)")
        found.append((_("À convoquer"), said % {"day": day.strftime("%d/%m/%Y"), "article": cited("convocation", at)}))
    else:
        found.append((_("Convoquée le"), timezone.localtime(session.convoked_at).strftime("%d/%m/%Y")))
    if session.emergency:
        found.append((_("Urgence"), session.get_emergency_display()))
    if session.second_of is not None:
        found.append((_("Seconde convocation"), _("aucun quorum n’est exigé (%s)") % cited("quorum", at)))
    return found
