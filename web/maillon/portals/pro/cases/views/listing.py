"""The list of those who are followed, and what others share with the reader."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from maillon.accounts.enums import Role
from maillon.accounts.http import MemberRequest, may_report, reads
from maillon.accounts.models import Membership
from maillon.base import clock
from maillon.cases import selectors, services
from maillon.cases.enums import CaseState
from maillon.cases.models import Case
from maillon.cases.selectors.coming import coming
from maillon.portals.pro.cases.finding import follows, receives, today
from maillon.portals.pro.cases.forms.filters import FilterForm
from maillon.portals.pro.cases.shown import state_tag
from maillon.portals.pro.cases.words import done_words
from maillon.vault.refusals import CannotOpen

# Each name of a page is opened for it, and written to the journal: no more than a screen or two.
PER_PAGE = 20


@reads
@follows
@require_GET
def cases(request: MemberRequest) -> HttpResponse:
    """Her cases or, for a lead, those of the organisation; the names of the page are opened, and that is journalled."""
    leads = request.membership.role_enum is Role.LEAD
    form = FilterForm({"show": "mine", **request.GET.dict()}, leads=leads)
    # Keys first: joining what a row shows, for all that stand before a late page, is what made it slow.
    keys = _wanted(request.membership, form.wanted()).values_list("pk", flat=True)
    page = Paginator(keys, PER_PAGE).get_page(request.GET.get("page"))
    found = selectors.rows_of(page.object_list)
    try:
        names = services.read_names(cases=found, by=request.membership, keyring=request.keyring, at=clock.now())
    except CannotOpen:
        return render(request, "pro/cases/keyless.html")
    due = coming([case.pk for case in found])
    context = {
        "form": form,
        "page": page,
        "rows": [_row(case, names.get(case.pk, ""), due[case.pk]) for case in found],
        "filtered": bool(request.GET.keys() - {"page", "fait"}),
        "orphans": selectors.orphans(request.membership, today()).count() if leads else 0,
        "offered": selectors.transfers_for(request.membership).count(),
        "shared": selectors.shares_for(request.membership, today()).count(),
        "done": done_words(request.GET.get("fait", "")),
        "now": clock.now(),
        "today": today(),
    }
    return render(request, "pro/cases/list.html", context)


@may_report
@receives
@require_GET
def shared(request: MemberRequest) -> HttpResponse:
    """What others share with her or her organisation, and cases that are offered. Nothing is opened."""
    context = {
        "shares": list(selectors.shares_for(request.membership, today())),
        "offers": list(selectors.transfers_for(request.membership)),
        "done": done_words(request.GET.get("fait", "")),
    }
    return render(request, "pro/cases/shared.html", context)


def _wanted(membership: Membership, show: str) -> QuerySet[Case]:
    if show == "orphans":
        return selectors.orphans(membership, today())
    found = selectors.cases_of(membership, today())
    if show == "closed":
        return found.exclude(state=CaseState.OPEN)
    found = found.filter(state=CaseState.OPEN)
    stands_in = Q(replacement=membership, replaced_until__gte=today())
    return found if show == "all" else found.filter(Q(responsible=membership) | stands_in)


def _row(case: Case, name: str, due: Any) -> dict[str, object]:
    label, tone = state_tag(case)
    return {"case": case, "name": name, "label": label, "tone": tone, "due": due}
