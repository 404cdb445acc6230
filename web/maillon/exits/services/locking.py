"""Reading a path in order to change it. Every change locks the path first, so no two meet at one request."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.locking import locked_row
from maillon.base.tasks import defer
from maillon.cases.models import Case
from maillon.exits.models import Path, Request
from maillon.exits.refusals import NotAllowed
from maillon.exits.rights import Ability, on_path, on_request
from maillon.journal.enums import Action
from maillon.journal.services import record

_RELATED = ("case__responsible", "association", "prefecture")


def locked_path(key: UUID, *, skip_locked: bool = False) -> Path | None:
    """The path, locked until the caller's transaction ends; None when there is none.

    With `skip_locked` also None while somebody else has it, instead of waiting.
    """
    return locked_row(Path.objects.select_related(*_RELATED).filter(pk=key), skip_locked=skip_locked)


def lock_case_of(path_id: UUID) -> None:
    """Locks the case of a path, before the path, where an act also writes in the case.

    What she takes back locks the case first, and then the path: in the other order the two could wait for one another.
    """
    Case.objects.select_for_update(of=("self",), no_key=True).filter(exit_paths=path_id).first()


def path_for(path_id: UUID, by: Membership, at: datetime, ability: Ability) -> Path:
    """The path, locked. Raises NotAllowed when it does not exist or `by` lacks the ability: both look the same."""
    path = locked_path(path_id)
    if path is None or ability not in on_path(by, path, timezone.localdate(at)):
        raise NotAllowed
    return path


def request_for(request_id: UUID, by: Membership, at: datetime, ability: Ability) -> Request:
    """A request with its path locked. Raises NotAllowed likewise."""
    path_id = Request.objects.filter(pk=request_id).values_list("path_id", flat=True).first()
    path = None if path_id is None else locked_path(path_id)
    if path is None:
        raise NotAllowed
    request = Request.objects.select_related("wanted", "reasons").get(pk=request_id)
    request.path = path
    if ability not in on_request(by, request, timezone.localdate(at)):
        raise NotAllowed
    return request


def record_on_path(
    path: Path, by: Membership | None, at: datetime, action: Action, *, reason: str = "", **details: object
) -> None:
    """A line about the path as a whole."""
    record(
        by=by,
        at=at,
        action=action,
        subject_kind="exit_path",
        subject_id=path.pk,
        reason=reason,
        details=details or None,
    )


def record_on_request(
    request: Request, by: Membership | None, at: datetime, action: Action, *, reason: str = "", **details: object
) -> None:
    """A line about a request; it stands in the préfecture's journal too, from the moment that it was handed over."""
    record(
        by=by,
        at=at,
        action=action,
        subject_kind="exit_request",
        subject_id=request.pk,
        recipient_organisation_id=request.path.prefecture_id if request.submitted_at else None,
        reason=reason,
        details=details or None,
    )


def tell_association(path: Path, by: Membership | None) -> None:
    """Whoever follows her is told that something waits, unless she did it herself."""
    responsible = path.case.responsible
    if by is None or by.pk != responsible.pk:
        defer("reports.notify_member", member_id=str(responsible.member_id))


def tell_prefecture(path: Path) -> None:
    """The préfecture is told that something waits."""
    defer("reports.notify_organisation", organisation_id=str(path.prefecture_id))
