"""A service's page."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, signed_in
from maillon.portals.pro.services.finding import found
from maillon.portals.pro.services.page import page_of


@signed_in
@require_GET
def page(request: MemberRequest, service_id: UUID) -> HttpResponse:
    """Everything that is known of the service, how sure it is, and what its reader may do."""
    return page_of(request, found(request, service_id), done=request.GET.get("fait", ""))
