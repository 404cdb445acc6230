"""Which cases, shares and offers somebody sees; `rights` say what she may do with one."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.cases.enums import ActionState, AppointmentState, CaseState, CorrectionState, TransferState
from maillon.cases.models import Action, Appointment, Case, Correction, Share, Transfer

_NOBODY = Q(pk__in=[])
_ROW = ("pseudonym", "responsible__member", "commune")


def cases_of(membership: Membership, today: date) -> QuerySet[Case]:
    """The cases she follows, stands in for, or leads the team of; the latest contact first. With the name's envelope.

    Filter by `state`, take the keys of a page, and `rows_of` them: `services.read_names` opens the names of a page.
    """
    found = Case.objects.filter(_followed(membership, today))
    return found.select_related(*_ROW).order_by("-last_contact_on", "pk")


def rows_of(keys: Iterable[UUID]) -> list[Case]:
    """The cases with these keys of `cases_of`, in the same order, with what a row of the list shows. One query."""
    wanted = list(keys)
    found = Case.objects.select_related(*_ROW).in_bulk(wanted)
    return [found[key] for key in wanted if key in found]


def case_for(key: UUID, membership: Membership, today: date) -> Case | None:
    """One of those, or None for whoever may not see it."""
    related = ("organisation", "replacement__member", "step__service", "report")
    return cases_of(membership, today).select_related(*related).filter(pk=key).first()


def orphans(membership: Membership, today: date) -> QuerySet[Case]:
    """Open cases whose responsible has left or reads no more, for the leads who are to hand them over."""
    reading = [role.value for role in Role if role.reads]
    left = Q(responsible__ended_at__isnull=False) | ~Q(responsible__role__in=reading)
    return cases_of(membership, today).filter(left, state=CaseState.OPEN)


def shares_for(membership: Membership, today: date) -> QuerySet[Share]:
    """What is shared with her or with her organisation and opens something today; the latest first."""
    theirs = Q(organisation_id=membership.organisation_id) if membership.role_enum.reads else _NOBODY
    mine = _NOBODY if membership.ended_at is not None else theirs | Q(member=membership)
    found = Share.objects.filter(mine, ended_at=None, until__gte=today, case__erased_at=None)
    return found.select_related("case__organisation", "shared_by__member").order_by("-shared_at")


def share_for(key: UUID, membership: Membership, today: date) -> Share | None:
    """One of those, or None."""
    return shares_for(membership, today).filter(pk=key).first()


def transfers_for(membership: Membership) -> QuerySet[Transfer]:
    """What is offered to her organisation and waits for an answer, the oldest first."""
    reads = membership.ended_at is None and membership.role_enum.reads
    theirs = Q(recipient_id=membership.organisation_id) if reads else _NOBODY
    found = Transfer.objects.filter(theirs, state=TransferState.WAITING, case__erased_at=None)
    return found.select_related("case__organisation", "sent_by__member").order_by("sent_at")


def transfer_for(key: UUID, membership: Membership) -> Transfer | None:
    """One of those, or None."""
    return transfers_for(membership).filter(pk=key).first()


def actions_due(membership: Membership, today: date, until: date) -> QuerySet[Action]:
    """What is to be done by a day in the open cases she follows; overdue ones first."""
    found = Action.objects.filter(_followed(membership, today, "entry__case__"), state=ActionState.PLANNED)
    found = found.filter(due_on__lte=until, entry__case__state=CaseState.OPEN)
    return found.select_related("entry__case").order_by("due_on", "pk")


def appointments_to_come(membership: Membership, today: date, since: datetime) -> QuerySet[Appointment]:
    """Appointments of the cases she follows that nobody has said anything about yet, from a moment on."""
    found = Appointment.objects.filter(
        _followed(membership, today, "entry__case__"), state=AppointmentState.PLANNED, starts_at__gte=since
    )
    return found.select_related("entry__case").order_by("starts_at", "pk")


def corrections_waiting(membership: Membership, today: date) -> QuerySet[Correction]:
    """What persons asked to have corrected, and nobody answered; the first due first."""
    found = Correction.objects.filter(_followed(membership, today, "entry__case__"), state=CorrectionState.ASKED)
    return found.select_related("entry__case").order_by("due_on", "pk")


def _followed(membership: Membership, today: date, of: str = "") -> Q:
    if membership.ended_at is not None or not membership.role_enum.reads:
        return _NOBODY
    own = Q(**{f"{of}organisation_id": membership.organisation_id})
    if membership.role_enum is Role.LEAD:
        return own
    stands_in = Q(**{f"{of}replacement": membership, f"{of}replaced_until__gte": today})
    return own & (Q(**{f"{of}responsible": membership}) | stands_in)
