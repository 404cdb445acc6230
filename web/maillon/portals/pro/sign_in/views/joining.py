"""Joining on an invitation. Its code is typed here: it never stands in an address, nor in an e-mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.accounts import selectors, services
from maillon.accounts.models import Invitation, Member
from maillon.accounts.refusals import HasAccount, UnknownInvitation
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.pro.sign_in.forms import InvitationCodeForm, JoinForm
from maillon.portals.pro.sign_in.progress import passphrase_was_right


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """First the code, then a passphrase or, for a member who is signed in, a button."""
    if request.method == "GET":
        return _ask_code(request, InvitationCodeForm())
    invitation = selectors.invitation_for(request.POST.get("code", ""), clock.now())
    if invitation is None:
        return _refuse_code(request, UnknownInvitation())
    if request.user.is_authenticated:
        return _with_account(request, invitation, request.user)
    if selectors.has_account_in_use(invitation.email):
        return _refuse_code(request, HasAccount())
    return _new(request, invitation)


def _new(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    typed = "new_passphrase" in request.POST
    form = JoinForm(request.POST) if typed else JoinForm(initial={"code": request.POST["code"]})
    if typed and form.is_valid():
        try:
            member = services.accept_invitation(
                secret=form.cleaned_data["code"], passphrase=form.cleaned_data["new_passphrase"], at=clock.now()
            )
        except Refusal as refusal:
            form.add_error("new_passphrase", str(refusal.message))
        else:
            return passphrase_was_right(request, member)
    return render(request, "pro/sign_in/join.html", {"form": form, "invitation": invitation})


def _with_account(request: HttpRequest, invitation: Invitation, member: Member) -> HttpResponse:
    if "join" not in request.POST:
        return render(
            request, "pro/sign_in/join_more.html", {"invitation": invitation, "code": request.POST.get("code", "")}
        )
    try:
        services.join_with_account(secret=request.POST["code"], member=member, at=clock.now())
    except Refusal as refusal:
        return _refuse_code(request, refusal)
    return redirect("pro:choose_membership")


def _refuse_code(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    form = InvitationCodeForm(request.POST)
    form.is_valid()
    form.add_error("code", str(refusal.message))
    return _ask_code(request, form, has_account=isinstance(refusal, HasAccount))


def _ask_code(request: HttpRequest, form: InvitationCodeForm, *, has_account: bool = False) -> HttpResponse:
    return render(request, "pro/sign_in/join_code.html", {"form": form, "has_account": has_account})
