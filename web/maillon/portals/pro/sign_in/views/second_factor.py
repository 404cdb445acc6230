"""The second factor: a code of the app, a recovery code, or enrolling an app for the first time."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.accounts import selectors, services
from maillon.accounts.enrolment import enrolment_of
from maillon.accounts.forms import OneTimeCodeForm
from maillon.accounts.models import Member
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.pro.sign_in.forms import RecoveryCodeForm
from maillon.portals.pro.sign_in.progress import enter, half_signed_in, second_factor_was_right


@require_http_methods(["GET", "POST"])
@half_signed_in
def one_time_code(request: HttpRequest, member: Member) -> HttpResponse:
    """Asks for the app's code. Who has no app enrols one."""
    if not selectors.has_second_factor(member):
        return redirect("pro:enrol")
    form = OneTimeCodeForm(request.POST if request.method == "POST" else None)
    if _accepted(form, lambda code: services.check_totp(member=member, code=code)):
        second_factor_was_right(request, member, "totp")
        return enter(request, member)
    return render(request, "pro/sign_in/second_factor.html", {"form": form})


@require_http_methods(["GET", "POST"])
@half_signed_in
def recovery_code(request: HttpRequest, member: Member) -> HttpResponse:
    """Takes one code of the printed list instead of the app's."""
    if not selectors.has_second_factor(member):
        return redirect("pro:enrol")
    form = RecoveryCodeForm(request.POST if request.method == "POST" else None)
    if _accepted(form, lambda code: services.use_recovery_code(member=member, code=code, at=clock.now())):
        second_factor_was_right(request, member, "recovery_code")
        return enter(request, member)
    return render(request, "pro/sign_in/recovery_code.html", {"form": form})


@require_http_methods(["GET", "POST"])
@half_signed_in
def enrol(request: HttpRequest, member: Member) -> HttpResponse:
    """Enrols the first app, and shows the recovery codes in the answer to the first right code: nowhere else, ever."""
    if selectors.has_second_factor(member):
        return redirect("pro:second_factor")
    form, codes = OneTimeCodeForm(request.POST if request.method == "POST" else None), list[str]()
    if _accepted(form, lambda code: codes.extend(services.confirm_totp(member=member, code=code))):
        second_factor_was_right(request, member, "totp")
        memberships = selectors.current_memberships(member)
        context = {"codes": codes, "member": member, "only": memberships[0] if len(memberships) == 1 else None}
        return render(request, "pro/sign_in/recovery_codes.html", context)
    enrolment = enrolment_of(services.begin_totp(member=member), member)
    return render(request, "pro/sign_in/enrol.html", {"form": form, "enrolment": enrolment})


def _accepted(form: forms.Form, check: Callable[[str], object]) -> bool:
    """True when a code was sent and `check` did not refuse it; a refusal becomes the field's error."""
    if not form.is_valid():
        return False
    try:
        check(form.cleaned_data["code"])
    except Refusal as refusal:
        form.add_error("code", str(refusal.message))
        return False
    return True
