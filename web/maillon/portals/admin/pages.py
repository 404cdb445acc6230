"""What every page of the administration shows around its content."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from maillon.accounts.http import MemberRequest
from maillon.portals.admin.rooms import ROOMS


def page(request: MemberRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page of the administration, with the navigation between its rooms."""
    return render(request, template, {"rooms": ROOMS, **context}, status=status)
