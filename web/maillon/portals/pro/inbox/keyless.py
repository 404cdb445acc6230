"""When a reader has not been given the organisation's key yet: whom to ask."""

from django.http import HttpResponse
from django.shortcuts import render

from maillon.accounts.http import MemberRequest
from maillon.accounts.selectors import members_of
from maillon.portals.pro.inbox.openings import forget_reason
from maillon.reports.models import Transmission
from maillon.vault.selectors import holders


def ask_for_key(request: MemberRequest, transmission: Transmission) -> HttpResponse:
    """Says that the content can't be opened with the reader's key, and names those of her organisation who can."""
    # Else the page would offer neither to open it again, once the key is there, nor a way to the content.
    forget_reason(request, transmission.id)
    holding = holders(request.membership.organisation_id)
    colleagues = [item for item in members_of(request.membership.organisation) if item.member_id in holding]
    context = {
        "transmission": transmission,
        # With a key of her own, what fails is older than it: a colleague's next visit seals it anew.
        "has_key": request.membership.member_id in holding,
        "colleagues": [item for item in colleagues if item.member_id != request.membership.member_id],
    }
    return render(request, "pro/inbox/keyless.html", context, status=403)
