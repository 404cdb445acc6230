"""The case, share or transfer that a request is about, if its reader may know of it."""

from datetime import date
from functools import wraps
from typing import ParamSpec, cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from maillon.accounts.http import MemberRequest, MemberView
from maillon.base import clock
from maillon.cases import selectors
from maillon.cases.models import Case, Share, Transfer
from maillon.cases.rights import Ability, may_open, on_case, on_share, on_transfer
from maillon.cases.rules import may_receive
from maillon.directory.enums import OrganisationKind

P = ParamSpec("P")


def follows(view: MemberView[P]) -> MemberView[P]:
    """Only for members of an organisation that follows people; stands under `reads`."""

    @wraps(view)
    def wrapper(request: MemberRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not may_open(request.membership):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return cast("MemberView[P]", wrapper)


def receives(view: MemberView[P]) -> MemberView[P]:
    """Only for members of an organisation that may be given a part of a case; stands under `may_report`."""

    @wraps(view)
    def wrapper(request: MemberRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not may_receive(OrganisationKind(request.membership.organisation.kind)):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return cast("MemberView[P]", wrapper)


def today() -> date:
    """The present day on the clocks of France."""
    return timezone.localdate(clock.now())


def found_case(request: MemberRequest, key: UUID, ability: Ability = Ability.SEE) -> Case:
    """The case. Raises Http404 without the ability, as if it did not exist."""
    case = selectors.case_for(key, request.membership, today())
    if case is None or ability not in on_case(request.membership, case, today()):
        raise Http404
    return case


def found_share(request: MemberRequest, key: UUID) -> Share:
    """What is shared with the reader. Raises Http404 for anybody else."""
    share = selectors.share_for(key, request.membership, today())
    if share is None or Ability.READ_SHARED not in on_share(request.membership, share, today()):
        raise Http404
    return share


def found_transfer(request: MemberRequest, key: UUID, ability: Ability = Ability.SEE) -> Transfer:
    """A case that is offered to the reader's organisation. Raises Http404 without the ability."""
    transfer = selectors.transfer_for(key, request.membership)
    if transfer is None or ability not in on_transfer(request.membership, transfer):
        raise Http404
    return transfer


def abilities(request: MemberRequest, case: Case) -> dict[str, bool]:
    """What the reader may do, for templates: `can.write`."""
    return {ability.value: True for ability in on_case(request.membership, case, today())}


def back(page: str, done: str, case_id: UUID) -> HttpResponse:
    """Back to a page of the case, which says what was done."""
    response = redirect(f"pro:{page}", case_id=case_id)
    response["Location"] += f"?fait={done}"
    return response
