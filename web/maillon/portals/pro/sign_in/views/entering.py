"""The door: address and passphrase on the way in, everything forgotten on the way out."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts import demo, services, unlocked
from maillon.accounts.backends import check_passphrase
from maillon.accounts.models import Membership
from maillon.accounts.refusals import LockedOut
from maillon.base import clock
from maillon.portals.pro.sign_in.forms import SignInForm
from maillon.portals.pro.sign_in.progress import passphrase_was_right


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Asks for address and passphrase. Somebody whose key is unlocked is already in."""
    if request.method == "POST":
        return _try(request, SignInForm(request.POST))
    if _is_in(request):
        return redirect("pro:home")
    return _form(request, SignInForm(initial={"next": request.GET.get("next", "")}))


def _try(request: HttpRequest, form: SignInForm) -> HttpResponse:
    if not form.is_valid():
        return _form(request, form)
    typed = form.cleaned_data
    try:
        member = check_passphrase(request, email=typed["username"], passphrase=typed["passphrase"])
    except LockedOut as refusal:
        return locked(request, refusal)
    if member is None:
        form.refuse()
        return _form(request, form)
    return passphrase_was_right(request, member, next_path=typed["next"])


def locked(request: HttpRequest, refusal: LockedOut) -> HttpResponse:
    """Says how long to wait. 429, with the same in seconds for machines."""
    seconds = round(settings.AXES_COOLOFF_TIME * 3600)
    response = render(
        request, "pro/sign_in/locked.html", {"refusal": refusal, "minutes": round(seconds / 60)}, status=429
    )
    response.headers["Retry-After"] = str(seconds)
    return response


def _form(request: HttpRequest, form: SignInForm) -> HttpResponse:
    may_try = demo.may_sign_in_without_passphrase(request)
    return render(request, "pro/sign_in/sign_in.html", {"form": form, "may_try": may_try})


def _is_in(request: HttpRequest) -> bool:
    membership: Membership | None = getattr(request, "membership", None)
    if membership is None:
        return False
    return getattr(request, "keyring", None) is not None or not membership.role_enum.reports


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session on the server and makes the browser forget its half of the key."""
    membership: Membership | None = getattr(request, "membership", None)
    if membership is not None:
        services.sign_out(by=membership, at=clock.now())
    logout(request)
    response = redirect("pro:sign_in")
    unlocked.take_cookie_back(response)
    return response
