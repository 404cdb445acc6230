"""The members of the lead's own organisation."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from maillon.accounts import selectors, services
from maillon.accounts.enums import Role
from maillon.accounts.http import MemberRequest, leads
from maillon.accounts.models import Membership
from maillon.accounts.rights import Ability, abilities, roles_to_give, roles_to_invite
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.pro.members.forms import CompareForm, InviteForm, RoleForm, SureForm


@require_GET
@leads
def members(request: MemberRequest) -> HttpResponse:
    """Who is here, who waits for the key, who is invited."""
    organisation = request.membership.organisation
    waiting = {item.pk for item in selectors.waiting_for_key(organisation)}
    rows = [
        {
            "membership": item,
            "waits": item.pk in waiting,
            "abilities": abilities(request.membership, item),
            "is_me": item.pk == request.membership.pk,
        }
        for item in selectors.members_of(organisation)
    ]
    context = {"rows": rows, "invitations": selectors.open_invitations(organisation, clock.now())}
    return render(request, "pro/members/members.html", context)


@require_http_methods(["GET", "POST"])
@leads
def invite(request: MemberRequest) -> HttpResponse:
    """Invites, and shows the code in the answer: nowhere else, ever."""
    organisation = request.membership.organisation
    form, made = (
        InviteForm(
            roles_to_invite(request.membership, organisation), request.POST if request.method == "POST" else None
        ),
        list[Any](),
    )
    if _done(
        form,
        lambda: made.extend(
            services.invite(
                organisation=organisation,
                email=form.cleaned_data["email"],
                name=form.cleaned_data["name"],
                role=Role(form.cleaned_data["role"]),
                by=request.membership,
                at=clock.now(),
            )
        ),
    ):
        invitation, code = made
        return render(request, "pro/members/invited.html", {"invitation": invitation, "code": code})
    return render(request, "pro/members/invite.html", {"form": form})


@require_POST
@leads
def revoke(request: MemberRequest, key: UUID) -> HttpResponse:
    """Makes an invitation worthless."""
    invitation = selectors.invitation(key, request.membership.organisation)
    if invitation is not None:
        services.revoke_invitation(invitation=invitation, by=request.membership, at=clock.now())
    return redirect("pro:members")


@require_http_methods(["GET", "POST"])
@leads
def hand_key(request: MemberRequest, key: UUID) -> HttpResponse:
    """Hands the organisation's key to a reader who waits, after a comparison by voice."""
    membership = _member(request, key, Ability.HAND_KEY)
    form = CompareForm(request.POST if request.method == "POST" else None)
    if _done(
        form,
        lambda: services.share_keys(
            membership=membership, keyring=request.keyring, by=request.membership, at=clock.now()
        ),
    ):
        return redirect("pro:members")
    number = selectors.safety_number(membership.member_id)
    return render(request, "pro/members/hand_key.html", {"form": form, "person": membership, "number": number})


@require_http_methods(["GET", "POST"])
@leads
def change_role(request: MemberRequest, key: UUID) -> HttpResponse:
    """Gives a member another role in the lead's organisation."""
    person = _member(request, key, Ability.CHANGE_ROLE)
    form = RoleForm(roles_to_give(request.membership, person), request.POST if request.method == "POST" else None)

    def change() -> None:
        role = Role(form.cleaned_data["role"])
        services.change_role(membership=person, role=role, by=request.membership, at=clock.now())

    if _done(form, change):
        return redirect("pro:members")
    return render(request, "pro/members/change_role.html", {"form": form, "person": person})


@require_http_methods(["GET", "POST"])
@leads
def reset_second_factor(request: MemberRequest, key: UUID) -> HttpResponse:
    """Makes a member enrol her second factor anew."""
    membership = _member(request, key, Ability.RESET_SECOND_FACTOR)
    form = _sure(request)
    if _done(
        form,
        lambda: services.reset_second_factor(membership=membership, by=request.membership, at=clock.now()),
    ):
        return redirect("pro:members")
    return render(request, "pro/members/reset_second_factor.html", {"form": form, "person": membership})


@require_http_methods(["GET", "POST"])
@leads
def end(request: MemberRequest, key: UUID) -> HttpResponse:
    """Ends a membership, at once and for good."""
    membership = _member(request, key, Ability.END)
    form = _sure(request)
    if _done(form, lambda: services.end_membership(membership=membership, by=request.membership, at=clock.now())):
        return redirect("pro:members" if membership.pk != request.membership.pk else "pro:sign_in")
    return render(request, "pro/members/end.html", {"form": form, "person": membership})


def _member(request: MemberRequest, key: UUID, ability: Ability) -> Membership:
    membership = selectors.membership(key, request.membership.organisation)
    if membership is None or ability not in abilities(request.membership, membership):
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
