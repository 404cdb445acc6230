"""What an organisation has received, as a list with filters and counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import read_number
from maillon.guidance.enums import AgeClass
from maillon.reports.enums import Direction, State
from maillon.reports.models import Message, Transmission
from maillon.reports.rules import FINAL, OPEN_STATES, UNANSWERED
from maillon.territories.selectors import search_communes

# More places than anybody reads, so that a short beginning of a name does not hide one.
_PLACES = 200
_WAITING, _IN_HAND, _ELSEWHERE, _DONE = range(4)


@dataclass(frozen=True)
class InboxFilter:
    """What to show of an inbox; empty fields filter nothing. `text` is a report number or a commune as typed."""

    state: State | None = None
    mine: bool = False
    late: bool = False
    minors: bool = False
    open_only: bool = False
    to_verify: bool = False
    text: str = ""


def received(membership: Membership) -> QuerySet[Transmission]:
    """Everything addressed to the membership's organisation; empty for who may not read."""
    if membership.ended_at is not None or not membership.role_enum.reads:
        return Transmission.objects.none()
    return Transmission.objects.filter(recipient_id=membership.organisation_id)


def inbox_keys(membership: Membership, wanted: InboxFilter, *, at: datetime) -> QuerySet[Transmission, UUID]:
    """The keys of the organisation's transmissions that fit the filter, in the order of a list.

    First what nobody has answered, by its clock; then what is in hand, what is elsewhere, and what is done, the
    newest first. Keys alone, so that thousands are sorted without dragging along what only one page shows.
    """
    found = received(membership).filter(_fits(membership, wanted, at), held_at=None)
    return found.order_by(_rank(), _clock(), "-sent_at", "pk").values_list("pk", flat=True)


def inbox_rows(keys: Iterable[UUID]) -> list[Transmission]:
    """The transmissions of these keys, in their order, with all that a list shows; two queries."""
    wanted = list(keys)
    unread = Message.objects.filter(
        transmission=OuterRef("pk"), transmission__muted_at=None, direction=Direction.TO_RECIPIENT, read_at=None
    )
    related = Transmission.objects.select_related("report__commune", "report__organisation", "assigned_to__member")
    found = related.annotate(has_unread=Exists(unread)).prefetch_related("requests").in_bulk(wanted)
    return [found[key] for key in wanted if key in found]


def _rank() -> Case:
    return Case(
        When(_waiting(), then=Value(_WAITING)),
        When(state__in=[State.ACKNOWLEDGED, State.IN_HAND], then=Value(_IN_HAND)),
        When(state=State.TRANSFERRED, then=Value(_ELSEWHERE)),
        default=Value(_DONE),
    )


def _clock() -> Case:
    # Only what waits is sorted by its clock; the rest falls through to the newest first.
    return Case(When(_waiting(), then=Coalesce("take_up_by", "acknowledge_by")), default=None)


def _waiting() -> Q:
    return Q(state__in=UNANSWERED) | Q(take_up_by__isnull=False)


def _fits(membership: Membership, wanted: InboxFilter, at: datetime) -> Q:
    fits = Q()
    if wanted.state is not None:
        fits &= Q(state=wanted.state)
    if wanted.open_only:
        fits &= Q(state__in=OPEN_STATES)
    if wanted.mine:
        fits &= Q(assigned_to=membership, state__in=OPEN_STATES)
    if wanted.late:
        fits &= _late(at)
    if wanted.minors:
        fits &= ~Q(report__facts__age=AgeClass.ADULT)
    if wanted.to_verify:
        fits &= _to_verify(timezone.localdate(at))
    return fits & _matches(wanted.text.strip(), membership.organisation.departement_id)


def _late(at: datetime) -> Q:
    unanswered = Q(state__in=UNANSWERED, acknowledge_by__lt=at) | Q(state=State.TRANSFERRED, take_up_by__lt=at)
    return unanswered | Q(answer_by__lt=timezone.localdate(at), state__in=OPEN_STATES)


def _to_verify(on: date) -> Q:
    return Q(verify_on__lte=on, verified_at=None)


def _matches(text: str, home: str) -> Q:
    if not text:
        return Q()
    number = read_number(text)
    if number is not None:
        return Q(report__number=number)
    return Q(report__commune__in=search_communes(text, limit=_PLACES, near_departement=home))


def counts(membership: Membership, *, at: datetime) -> dict[str, int]:
    """How many transmissions of the organisation stand where, for the head of the inbox; one query."""

    def of(which: Q) -> Count:
        return Count("pk", filter=which & Q(held_at=None))

    return received(membership).aggregate(
        new=of(Q(state=State.SENT)),
        to_acknowledge=of(Q(state=State.OPENED)),
        in_hand=of(Q(state__in=[State.ACKNOWLEDGED, State.IN_HAND])),
        transferred=of(Q(state=State.TRANSFERRED)),
        open=of(Q(state__in=OPEN_STATES)),
        mine=of(Q(assigned_to=membership, state__in=OPEN_STATES)),
        late=of(_late(at)),
        closed=of(Q(state__in=FINAL)),
        to_verify=of(_to_verify(timezone.localdate(at))),
        to_sort=Count("pk", filter=Q(held_at__isnull=False)),
    )
