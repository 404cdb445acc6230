"""Communes that may be meant by what is being typed: a fragment for htmx, of use only where a script runs.

What is typed is a place of a report in the making: it is neither logged nor kept.
"""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, signed_in
from maillon.territories.selectors import search_communes


@require_GET
@signed_in
@sensitive_variables("typed")
def results(request: MemberRequest) -> HttpResponse:
    """Radio buttons named `commune` for the matches of `q` (or `typed`, the name of the report's own field)."""
    typed = request.GET.get("q", request.GET.get("typed", "")).strip()
    near = request.membership.organisation.departement_id
    communes = search_communes(typed, near_departement=near) if typed else []
    return render(request, "pro/communes/results.html", {"communes": communes, "typed": typed})
