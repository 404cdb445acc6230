"""The paths that one follows, or the requests that a préfecture received."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.cases.enums import CaseState
from maillon.cases.models import Case
from maillon.cases.services import read_names
from maillon.directory.enums import OrganisationKind
from maillon.exits import rules, selectors
from maillon.exits.enums import PathState, RequestState
from maillon.exits.models import Path
from maillon.exits.rights import may_start
from maillon.portals.pro.exits.shown import end_words, request_line, tone
from maillon.vault.refusals import CannotOpen

_ON_A_PAGE = 25


@reads
@require_GET
def exits(request: MemberRequest) -> HttpResponse:
    """For a préfecture what it received; for everybody else the paths of those whom she follows."""
    if request.membership.organisation.kind == OrganisationKind.PREFECTURE:
        return _received(request)
    today = timezone.localdate(clock.now())
    found = selectors.paths_of(request.membership, today).select_related("case__pseudonym")
    page, startable = Paginator(found, _ON_A_PAGE).get_page(request.GET.get("page")), _startable(request)
    names = _names(request, [*(path.case for path in page), *startable])
    rows = [
        {
            "path": path,
            "name": names.get(path.case_id, ""),
            "label": PathState(path.state).label,
            "tone": tone(path.state),
            "asked": _asked(path),
            "end": end_words(path, today),
        }
        for path in page
    ]
    known = [{"case": case, "name": names.get(case.pk, "")} for case in startable]
    context = {"page": page, "rows": rows, "startable": known, "here": "paths"}
    return render(request, "pro/exits/paths.html", context)


def _names(request: MemberRequest, found: list[Case]) -> dict[UUID, str]:
    """The names of those who are followed, opened as in the list of cases; without a key there are only numbers."""
    try:
        return read_names(cases=found, by=request.membership, keyring=request.keyring, at=clock.now())
    except CannotOpen:
        return {}


def _asked(path: Path) -> str | Promise:
    """How far what is asked of the préfet has come, while he has not decided. Needs its requests, in order."""
    newest = list(path.requests.all())[-1:]
    return next((RequestState(one.state).label for one in newest if one.state in rules.OPEN_REQUESTS), "")


def _startable(request: MemberRequest) -> list[Case]:
    """Those whom she met last and follows without an open path."""
    today, me = timezone.localdate(clock.now()), request.membership
    mine = Q(responsible=me) | Q(replacement=me, replaced_until__gte=today)
    busy = Path.objects.filter(state__in=rules.OPEN_PATHS).values("case_id")
    found = Case.objects.filter(mine, state=CaseState.OPEN).exclude(pk__in=busy)
    found = found.select_related("pseudonym").order_by("-last_contact_on")
    return [case for case in found[:_ON_A_PAGE] if may_start(me, case, today)]


def _received(request: MemberRequest) -> HttpResponse:
    found = selectors.requests_received(request.membership)
    page = Paginator(found, _ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": [request_line(one) for one in page], "here": "received"}
    return render(request, "pro/exits/received.html", context)
