"""The list of assessments, and the page of one."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.portals.pro.protection.finding import found, only_where_it_is_assessed
from maillon.portals.pro.protection.page import page_of
from maillon.portals.pro.protection.shown import law, row
from maillon.protection import selectors

_PER_PAGE = 25


@reads
@require_GET
def assessments(request: MemberRequest) -> HttpResponse:
    """What is not ended first, by the day it is due; then what has ended, the newest first."""
    only_where_it_is_assessed(request)
    at = clock.now()
    on = timezone.localdate(at)
    found_ones = selectors.assessments_of(request.membership)
    mine = request.GET.get("voir") == "moi"
    if mine:
        found_ones = found_ones.filter(assessor=request.membership)
    page = Paginator(found_ones, _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [row(one) for one in page.object_list],
        "counts": selectors.due_counts(request.membership, on=on),
        "mine": mine,
        "law": law("assessment", on),
        "now": at,
    }
    return render(request, "pro/protection/list.html", context)


@reads
@require_GET
def assessment(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """One of them, without opening it."""
    return page_of(request, found(request, assessment_id), done=request.GET.get("fait", ""))
