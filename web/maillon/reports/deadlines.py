"""What is due on a transmission, by when; both sides are shown the same clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from maillon.reports.enums import Asked, Deadline, State
from maillon.reports.models import Transmission
from maillon.reports.rules import OPEN_STATES, UNANSWERED, sort_by


@dataclass(frozen=True)
class Due:
    """One deadline. `by_law` is False for Maillon's own service levels, which are shown as such."""

    what: Deadline
    at: datetime

    @property
    def by_law(self) -> bool:
        return self.what in {Deadline.ANSWER, Deadline.ERASURE}

    @property
    def is_ours(self) -> bool:
        """True for a service level of Maillon's own; a day of verification is neither that nor the law's."""
        return self.what in {Deadline.ACKNOWLEDGE, Deadline.TAKE_UP, Deadline.SORT}


def deadlines(transmission: Transmission) -> tuple[Due, ...]:
    """Every deadline that still runs, the nearest first; none on what is done.

    For several, have their `requests` prefetched: what the person asked about her data has its month, whatever the
    state.
    """
    return tuple(sorted(_running(transmission), key=lambda due: due.at))


def _running(transmission: Transmission) -> Iterator[Due]:
    state = State(transmission.state)
    if transmission.held_at is not None:
        danger = bool(transmission.report.facts.get("danger"))
        yield Due(Deadline.SORT, sort_by(transmission.held_at, danger=danger))
    elif state in UNANSWERED:
        yield Due(Deadline.ACKNOWLEDGE, transmission.acknowledge_by)
    if transmission.take_up_by is not None:
        yield Due(Deadline.TAKE_UP, transmission.take_up_by)
    if transmission.answer_by is not None and state in OPEN_STATES:
        yield Due(Deadline.ANSWER, _end_of(transmission.answer_by))
    if transmission.verify_on is not None and transmission.verified_at is None:
        yield Due(Deadline.VERIFY, _end_of(transmission.verify_on))
    yield from _asked(transmission)


def _asked(transmission: Transmission) -> Iterator[Due]:
    if not transmission.report.without_account:
        return
    for request in transmission.requests.all():
        if request.asked == Asked.ERASURE and not request.decision and request.answer_by is not None:
            yield Due(Deadline.ERASURE, _end_of(request.answer_by))


def _end_of(day: date) -> datetime:
    # A day counts in full, on the clocks of France.
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))
