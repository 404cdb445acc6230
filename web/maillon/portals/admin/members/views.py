"""Members as an administrator sees them: names and roles. Nothing here, and nothing she holds, opens a content."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from maillon.accounts import selectors, services
from maillon.accounts.enums import Role
from maillon.accounts.http import MemberRequest, administers
from maillon.accounts.models import Membership
from maillon.accounts.rights import Ability, abilities, roles_to_give
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.admin.members.forms import InviteForm, MemberFilter, RoleForm, SureForm
from maillon.portals.admin.pages import page

_PER_PAGE = 50


@require_GET
@administers
def members(request: MemberRequest) -> HttpResponse:
    """Everybody's roles, the open invitations, and the organisations that nobody can read for."""
    narrowing = MemberFilter(request.GET)
    text = narrowing.cleaned_data["text"] if narrowing.is_valid() else ""
    found = Paginator(selectors.memberships_by_organisation(text), _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "found": found,
        "rows": [{"membership": item, "abilities": abilities(request.membership, item)} for item in found],
        "narrowing": narrowing,
        "invitations": selectors.open_invitations(None, clock.now()),
        "unreachable": selectors.unreachable_organisations(),
    }
    return page(request, "administration/members/members.html", context)


@require_http_methods(["GET", "POST"])
@administers
def invite(request: MemberRequest) -> HttpResponse:
    """Invites a lead or another administrator, and shows the code in the answer: nowhere else, ever."""
    form, made = InviteForm(request.POST if request.method == "POST" else None), list[Any]()
    if _done(
        form,
        lambda: made.extend(
            services.invite(
                organisation=form.cleaned_data["organisation"],
                email=form.cleaned_data["email"],
                name=form.cleaned_data["name"],
                role=Role(form.cleaned_data["role"]),
                by=request.membership,
                at=clock.now(),
            )
        ),
    ):
        invitation, code = made
        return page(request, "administration/members/invited.html", {"invitation": invitation, "code": code})
    return page(request, "administration/members/invite.html", {"form": form})


@require_POST
@administers
def revoke(request: MemberRequest, key: UUID) -> HttpResponse:
    """Makes an invitation worthless."""
    invitation = selectors.invitation(key)
    if invitation is not None:
        services.revoke_invitation(invitation=invitation, by=request.membership, at=clock.now())
    return redirect("administration:members")


@require_http_methods(["GET", "POST"])
@administers
def change_role(request: MemberRequest, key: UUID) -> HttpResponse:
    """Makes somebody a lead, or an administrator of the instance; her organisation's leads do the rest."""
    person = _member(key)
    if Ability.CHANGE_ROLE not in abilities(request.membership, person):
        raise Http404
    form = RoleForm(roles_to_give(request.membership, person), request.POST if request.method == "POST" else None)

    def change() -> None:
        role = Role(form.cleaned_data["role"])
        services.change_role(membership=person, role=role, by=request.membership, at=clock.now())

    if _done(form, change):
        return redirect("administration:members")
    return page(request, "administration/members/change_role.html", {"form": form, "person": person})


@require_http_methods(["GET", "POST"])
@administers
def reset_second_factor(request: MemberRequest, key: UUID) -> HttpResponse:
    """Makes a member enrol her second factor anew."""
    membership, form = _member(key), _sure(request)
    if _done(
        form,
        lambda: services.reset_second_factor(membership=membership, by=request.membership, at=clock.now()),
    ):
        return redirect("administration:members")
    return page(request, "administration/members/reset_second_factor.html", {"form": form, "person": membership})


@require_http_methods(["GET", "POST"])
@administers
def end(request: MemberRequest, key: UUID) -> HttpResponse:
    """Ends a membership, be it the last lead's: then the organisation is out of reach, which the page says first."""
    membership, form = _member(key), _sure(request)
    if _done(form, lambda: services.end_membership(membership=membership, by=request.membership, at=clock.now())):
        return redirect("administration:members")
    leads = selectors.leads_of(membership.organisation_id).exclude(pk=membership.pk)
    context = {"form": form, "person": membership, "is_last_lead": membership.role == Role.LEAD and not leads.exists()}
    return page(request, "administration/members/end.html", context)


def _member(key: UUID) -> Membership:
    membership = selectors.membership(key)
    if membership is None:
        raise Http404
    return membership


def _sure(request: MemberRequest) -> SureForm:
    return SureForm(request.POST if request.method == "POST" else None)


def _done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Does it if the form was sent and is sound; a refusal becomes the form's error."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return False
    return True
