"""Asking the préfet for an entry or a renewal, and going back on it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.base.states import IllegalTransition
from maillon.cases import services as cases
from maillon.cases.content import NewConsent
from maillon.cases.enums import Purpose
from maillon.exits import rules
from maillon.exits.content import Agreed
from maillon.exits.enums import PathMove, PathState, RequestKind, RequestMove, RequestState
from maillon.exits.models import Path, Request
from maillon.exits.refusals import NoConsent, NotApproved, NotExplained, NoTimeLeft
from maillon.exits.rights import Ability
from maillon.exits.selectors import granted_periods, is_approved, living_consent, sealed_of
from maillon.exits.services.locking import (
    lock_case_of,
    path_for,
    record_on_request,
    request_for,
    tell_prefecture,
)
from maillon.journal.enums import Action
from maillon.vault import services as vault


@transaction.atomic
def ask_entry(*, path_id: UUID, by: Membership, at: datetime, agreed: Agreed | None = None) -> Request:
    """She decided to ask: a request whose file is to be written. Again after a refusal.

    `agreed` is her agreement that it is prepared, written down in her case; needed where none stands there. Raises
    NotAllowed, NotExplained before anything was explained to her, NotApproved, or NoConsent.
    """
    lock_case_of(path_id)
    path = path_for(path_id, by, at, Ability.ASK)
    if not path.explained.exists():
        raise NotExplained
    _check_approved(path, at)
    _check_agreed(path, agreed, by, at)
    path.state = rules.PATH.after(PathState(path.state), PathMove.ASK)
    path.save(update_fields=["state"])
    return _ask(path, RequestKind.ENTRY, by, at)


@transaction.atomic
def ask_renewal(*, path_id: UUID, by: Membership, at: datetime, agreed: Agreed | None = None) -> Request:
    """Six more months are to be asked for; `agreed` as for an entry.

    Raises NotAllowed, NotApproved, NoTimeLeft after twenty-four months, NoConsent, or IllegalTransition while another
    request of the path is open.
    """
    lock_case_of(path_id)
    path = path_for(path_id, by, at, Ability.RENEW)
    _check_approved(path, at)
    if not rules.may_renew(granted_periods(path)):
        raise NoTimeLeft
    if path.requests.filter(state__in=rules.OPEN_REQUESTS).exists():
        raise IllegalTransition
    _check_agreed(path, agreed, by, at)
    return _ask(path, RequestKind.RENEWAL, by, at)


def _check_agreed(path: Path, agreed: Agreed | None, by: Membership, at: datetime) -> None:
    if living_consent(path) is not None:
        return
    if agreed is None:
        raise NoConsent
    new = NewConsent(purpose=Purpose.EXIT_PATH, how=agreed.how, language=agreed.language, given_at=agreed.given_at)
    cases.give_consent(case_id=path.case_id, new=new, by=by, at=at)


def _check_approved(path: Path, at: datetime) -> None:
    if not is_approved(path.association, path.prefecture, timezone.localdate(at)):
        raise NotApproved


def _ask(path: Path, kind: RequestKind, by: Membership, at: datetime) -> Request:
    request = Request.objects.create(
        id=new_id(), path=path, kind=kind, position=path.requests.count() + 1, created_at=at
    )
    record_on_request(request, by, at, Action.EXIT_WRITTEN, reason=kind)
    return request


@transaction.atomic
def withdraw_request(*, request_id: UUID, by: Membership, at: datetime) -> Request:
    """She, or the association with her, goes back on a request that was not decided: the préfecture's keys go at once.

    Raises NotAllowed.
    """
    request = request_for(request_id, by, at, Ability.WITHDRAW)
    take_back(request, by, at)
    return request


def take_back(request: Request, by: Membership | None, at: datetime) -> None:
    """Withdraws an open request whose path is locked; an entry leaves the path where it was before it was asked."""
    was_handed_over = RequestState(request.state) in rules.HANDED_OVER
    request.state = rules.REQUEST.after(RequestState(request.state), RequestMove.WITHDRAW)
    request.ended_at = at
    request.save(update_fields=["state", "ended_at"])
    if request.kind == RequestKind.ENTRY:
        path = request.path
        path.state = rules.PATH.after(PathState(path.state), PathMove.STEP_BACK)
        path.save(update_fields=["state"])
    if was_handed_over:
        take_keys(request)
        tell_prefecture(request.path)
    record_on_request(request, by, at, Action.EXIT_WRITTEN, reason=RequestMove.WITHDRAW)


def take_keys(request: Request) -> None:
    """The préfecture can open nothing of this file from now on."""
    vault.withdraw(items=sealed_of(request), organisation_id=request.path.prefecture_id)
