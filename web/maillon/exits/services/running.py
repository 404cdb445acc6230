"""A path runs once she was told, and ends when somebody says so: no day ends it by itself."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.directory.enums import OrganisationKind
from maillon.exits import rules
from maillon.exits.enums import EndReason, PathMove, PathState, RequestKind, RequestState
from maillon.exits.models import Path
from maillon.exits.refusals import WrongDay, WrongReason
from maillon.exits.rights import Ability
from maillon.exits.services.asking import take_back
from maillon.exits.services.locking import path_for, record_on_path, tell_association, tell_prefecture
from maillon.journal.enums import Action


@transaction.atomic
def begin(*, path_id: UUID, told_on: date, by: Membership, at: datetime) -> Path:
    """She was told that it is granted, and it runs. Raises NotAllowed, or WrongDay for a day before it or to come."""
    path = path_for(path_id, by, at, Ability.BEGIN)
    decided_on = path.requests.filter(state=RequestState.GRANTED).latest("position").decided_on
    assert decided_on is not None
    if not decided_on <= told_on <= timezone.localdate(at):
        raise WrongDay
    path.state = rules.PATH.after(PathState(path.state), PathMove.BEGIN)
    path.told_on = told_on
    path.save(update_fields=["state", "told_on"])
    record_on_path(path, by, at, Action.EXIT_WRITTEN, reason=PathMove.BEGIN)
    return path


@transaction.atomic
def end(*, path_id: UUID, reason: EndReason, ended_on: date, by: Membership, at: datetime) -> Path:
    """The path ends, and with it a request that was not decided. Help goes on in the case.

    The association gives any reason of `end_reasons_for`; the préfecture notes that the préfet stopped it. Raises
    NotAllowed, WrongReason, or WrongDay for a day before it began or to come.
    """
    path = path_for(path_id, by, at, Ability.END)
    if reason not in end_reasons_for(path, by):
        raise WrongReason
    if not timezone.localdate(path.started_at) <= ended_on <= timezone.localdate(at):
        raise WrongDay
    for request in path.requests.filter(state__in=rules.OPEN_REQUESTS):
        request.path = path
        take_back(request, by, at)
    path.state = rules.PATH.after(PathState(path.state), PathMove.END)
    path.ended_on, path.end_reason = ended_on, reason
    path.save(update_fields=["state", "ended_on", "end_reason"])
    tell_association(path, by)
    if by.organisation_id == path.association_id and path.requests.filter(submitted_at__isnull=False).exists():
        tell_prefecture(path)
    record_on_path(path, by, at, Action.EXIT_ENDED, reason=reason)
    return path


def end_reasons_for(path: Path, by: Membership) -> tuple[EndReason, ...]:
    """The reasons that `by` may give, whose organisation must be loaded."""
    last = path.requests.order_by("-position").first()
    refused = last is not None and last.kind == RequestKind.RENEWAL and last.state == RequestState.REFUSED
    found = rules.end_reasons(PathState(path.state), renewal_refused=refused)
    if by.organisation.kind == OrganisationKind.PREFECTURE:
        return tuple(reason for reason in found if reason is EndReason.STOPPED)
    return found
