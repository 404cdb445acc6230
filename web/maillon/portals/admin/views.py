"""The administration's first page."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, administers
from maillon.portals.admin.pages import page


@require_GET
@administers
def home(request: MemberRequest) -> HttpResponse:
    """Leads to each room."""
    return page(request, "administration/home.html", {})
