"""The list of what an organisation has received."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.portals.pro.inbox.forms.filters import FilterForm
from maillon.portals.pro.inbox.rows import row
from maillon.reports import selectors

PER_PAGE = 25


@reads
@require_GET
def inbox(request: MemberRequest) -> HttpResponse:
    """The organisation's transmissions, the most pressing first, by the filters of the address."""
    at = clock.now()
    # Absent fields are not wrong ones: the form is always bound, so that it shows what was asked for.
    form = FilterForm({"show": "open", **request.GET.dict()})
    found = selectors.inbox_keys(request.membership, form.wanted(), at=at)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": [row(transmission) for transmission in selectors.inbox_rows(page.object_list)],
        "counts": selectors.counts(request.membership, at=at),
        "now": at,
        "filtered": bool(request.GET.keys() - {"page"}),
    }
    return render(request, "pro/inbox/list.html", context)
