"""The path, request or approval that an address is about, if its reader may know of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from maillon.accounts.http import MemberRequest
from maillon.base import clock
from maillon.exits import selectors
from maillon.exits.models import Approval, Path, Request
from maillon.exits.rights import Ability, on_approval, on_path, on_request


def found_path(request: MemberRequest, key: UUID, ability: Ability = Ability.SEE) -> Path:
    """The path. Raises Http404 without the ability, as if it did not exist."""
    path = selectors.path_of(key)
    if path is None or ability not in on_path(request.membership, path, timezone.localdate(clock.now())):
        raise Http404
    return path


def found_request(request: MemberRequest, key: UUID, ability: Ability = Ability.SEE) -> Request:
    """The request. Raises Http404 without the ability."""
    found = selectors.request_of(key)
    if found is None or ability not in on_request(request.membership, found, timezone.localdate(clock.now())):
        raise Http404
    return found


def found_approval(request: MemberRequest, key: UUID, ability: Ability = Ability.SEE) -> Approval:
    """The approval. Raises Http404 without the ability."""
    found = Approval.objects.select_related("association", "prefecture").filter(pk=key).first()
    if found is None or ability not in on_approval(request.membership, found):
        raise Http404
    return found


def back_to_path(path_id: UUID, done: str) -> HttpResponse:
    """Back to the path, which says what was done."""
    return _back(redirect("pro:exit_path", path_id=path_id), done)


def back_to_request(request_id: UUID, done: str) -> HttpResponse:
    """Back to the request, which says what was done."""
    return _back(redirect("pro:exit_request", request_id=request_id), done)


def back_to_approvals(done: str) -> HttpResponse:
    """Back to the approvals, which say what was done."""
    return _back(redirect("pro:approvals"), done)


def _back(response: HttpResponse, done: str) -> HttpResponse:
    response["Location"] += f"?fait={done}"
    return response
