"""Organisations: list, add, change, end. No screen here leads to a report."""

from collections.abc import Callable
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, administers
from maillon.base.clock import now
from maillon.base.errors import Refusal
from maillon.directory import selectors
from maillon.directory.models import Organisation
from maillon.directory.services import (
    change_organisation,
    create_organisation,
    end_organisation,
    resume_organisation,
)
from maillon.portals.admin.organisations.forms import OrganisationFilter, OrganisationForm
from maillon.portals.admin.pages import page

_PER_PAGE = 50


@require_GET
@administers
def listing(request: MemberRequest) -> HttpResponse:
    """All organisations, narrowed by name, kind and département."""
    narrowing = OrganisationFilter(request.GET)
    found = Paginator(selectors.organisations(**narrowing.chosen()), _PER_PAGE).get_page(request.GET.get("page"))
    return page(request, "administration/organisations/list.html", {"found": found, "narrowing": narrowing})


@require_http_methods(["GET", "POST"])
@administers
def create(request: MemberRequest) -> HttpResponse:
    """Adds an organisation."""
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and _saved(
        form, lambda: create_organisation(form.details(), by=request.membership, at=now())
    ):
        return redirect("administration:organisations")
    return page(request, "administration/organisations/edit.html", {"form": form})


@require_http_methods(["GET", "POST"])
@administers
def change(request: MemberRequest, key: UUID) -> HttpResponse:
    """Changes what is known of an organisation."""
    organisation = _found(key)
    form = OrganisationForm(request.POST) if request.method == "POST" else OrganisationForm.showing(organisation)
    if request.method == "POST" and _saved(
        form, lambda: change_organisation(key, form.details(), by=request.membership, at=now())
    ):
        return redirect("administration:organisations")
    return page(request, "administration/organisations/edit.html", {"form": form, "organisation": organisation})


@require_POST
@administers
def participation(request: MemberRequest, key: UUID) -> HttpResponse:
    """Ends or resumes an organisation's participation: `end` or `resume`; anything else changes nothing."""
    _found(key)
    acts: dict[str, Callable[..., Organisation]] = {"end": end_organisation, "resume": resume_organisation}
    act = acts.get(request.POST.get("act", ""))
    if act:
        act(key, by=request.membership, at=now())
    return redirect("administration:organisation", key=key)


def _found(key: UUID) -> Organisation:
    organisation = selectors.organisation(key)
    if organisation is None:
        raise Http404
    return organisation


def _saved(form: OrganisationForm, act: Callable[[], Organisation]) -> bool:
    """Does it if the form is sound; a refusal becomes the form's error."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return False
    return True
