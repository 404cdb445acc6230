"""The commission's opinion, and the préfet's decision: never without the one before, never by silence."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.exits import rules
from maillon.exits.enums import Opinion, PathMove, PathState, RequestKind, RequestMove, RequestState, Sealed
from maillon.exits.models import Aid, Path, Request
from maillon.exits.refusals import NoReasons, NoTimeLeft, WrongDay
from maillon.exits.rights import Ability
from maillon.exits.rules import Alert, Period
from maillon.exits.selectors import granted_periods
from maillon.exits.services.locking import record_on_request, request_for, tell_association
from maillon.journal.enums import Action
from maillon.vault import services as vault


@transaction.atomic
def note_opinion(
    *,
    request_id: UUID,
    opinion: Opinion,
    given_on: date,
    by: Membership,
    at: datetime,
    opinion_id: UUID | None = None,
) -> Request:
    """The commission's opinion on a request that was handed over; `opinion_id` is the commission's own record of it.

    By the préfecture, whose secretary keeps the commission's minutes. Raises NotAllowed, or WrongDay for a day before
    the file was handed over or to come.
    """
    request = request_for(request_id, by, at, Ability.OPINE)
    assert request.submitted_at is not None  # what was handed over is dated
    if not timezone.localdate(request.submitted_at) <= given_on <= timezone.localdate(at):
        raise WrongDay
    request.state = rules.REQUEST.after(RequestState(request.state), RequestMove.OPINE)
    request.opinion, request.opinion_on, request.opinion_id = opinion, given_on, opinion_id
    request.save(update_fields=["state", "opinion", "opinion_on", "opinion_id"])
    tell_association(request.path, by)
    record_on_request(request, by, at, Action.EXIT_OPINION, reason=opinion)
    return request


@transaction.atomic
def grant(
    *,
    request_id: UUID,
    decided_on: date,
    by: Membership,
    at: datetime,
    from_on: date | None = None,
    reasons: str = "",
    aid_granted: bool | None = None,
) -> Request:
    """The préfet says yes, for six months or what is left of twenty-four.

    `from_on` is the first day: for an entry the day of the decision unless said otherwise, for a renewal the day after
    what was granted before. `aid_granted` answers an AFIS that was asked for; None leaves it open. Raises NotAllowed,
    WrongDay, or NoTimeLeft.
    """
    request = _decided(request_id, RequestMove.GRANT, decided_on, by, at)
    period = _period(request, from_on)
    request.from_on, request.until_on = period.from_on, period.until_on
    _save(request, reasons, at)
    _decide_aid(request, aid_granted, period)
    _carry_over(request.path, request, period)
    tell_association(request.path, by)
    record_on_request(request, by, at, Action.EXIT_DECIDED, reason=RequestMove.GRANT, until=period.until_on.isoformat())
    return request


@transaction.atomic
def refuse(*, request_id: UUID, decided_on: date, reasons: str, by: Membership, at: datetime) -> Request:
    """The préfet says no, and why: sealed to both sides. What was granted before stays granted to its last day.

    Raises NotAllowed, WrongDay, or NoReasons.
    """
    if not reasons.strip():
        raise NoReasons
    request = _decided(request_id, RequestMove.REFUSE, decided_on, by, at)
    _save(request, reasons, at)
    _decide_aid(request, granted=False, period=None)
    if request.kind == RequestKind.ENTRY:
        path = request.path
        path.state = rules.PATH.after(PathState(path.state), PathMove.REFUSE)
        path.save(update_fields=["state"])
    tell_association(request.path, by)
    record_on_request(request, by, at, Action.EXIT_DECIDED, reason=RequestMove.REFUSE)
    return request


def _decided(request_id: UUID, move: RequestMove, decided_on: date, by: Membership, at: datetime) -> Request:
    request = request_for(request_id, by, at, Ability.DECIDE)
    assert request.opinion_on is not None  # no decision before an opinion
    if not request.opinion_on <= decided_on <= timezone.localdate(at):
        raise WrongDay
    request.state = rules.REQUEST.after(RequestState(request.state), move)
    request.decided_on, request.decided_by, request.ended_at = decided_on, by, at
    return request


def _period(request: Request, from_on: date | None) -> Period:
    granted = granted_periods(request.path)
    assert request.decided_on is not None
    if not granted and from_on is not None and from_on < request.decided_on:
        raise WrongDay
    try:
        period = rules.next_period(granted, from_on or (None if granted else request.decided_on))
    except ValueError:
        raise WrongDay from None
    if period is None:
        raise NoTimeLeft
    return period


def _save(request: Request, reasons: str, at: datetime) -> None:
    if reasons.strip():
        request.reasons = vault.seal(
            plaintext=reasons.strip().encode(),
            kind=Sealed.REASONS,
            subject_id=request.pk,
            organisations=[request.path.association_id, request.path.prefecture_id],
            at=at,
        )
    request.save()


def _decide_aid(request: Request, granted: bool | None, period: Period | None) -> None:
    if granted is None:
        return
    days = {"from_on": period.from_on, "until_on": period.until_on} if granted and period else {}
    Aid.objects.filter(request=request).update(granted=granted, **days)


def _carry_over(path: Path, request: Request, period: Period) -> None:
    if request.kind == RequestKind.ENTRY:
        path.state = rules.PATH.after(PathState(path.state), PathMove.GRANT)
    path.from_on = path.from_on or period.from_on
    path.until_on, path.alerted = period.until_on, Alert.NONE
    path.save(update_fields=["state", "from_on", "until_on", "alerted"])
