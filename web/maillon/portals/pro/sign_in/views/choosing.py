"""In whose name somebody acts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.accounts import selectors, unlocked
from maillon.accounts.http import to_sign_in
from maillon.accounts.models import Membership
from maillon.portals.pro.sign_in.forms import MembershipForm
from maillon.portals.pro.sign_in.progress import act_for


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Lets a signed-in member choose between her organisations, on the way in or later."""
    if not request.user.is_authenticated:
        return redirect("pro:sign_in")
    memberships = selectors.current_memberships(request.user)
    if not memberships:
        return render(request, "pro/sign_in/nowhere.html", status=403)
    form = MembershipForm(memberships, request.POST if request.method == "POST" else None)
    if form.is_valid():
        chosen = next(item for item in memberships if str(item.pk) == form.cleaned_data["membership"])
        return _act(request, chosen)
    return render(request, "pro/sign_in/choose.html", {"form": form})


def _act(request: HttpRequest, chosen: Membership) -> HttpResponse:
    keyring = unlocked.read(request)
    if chosen.role_enum.reports and keyring is None:
        # Coming from an administrator's role, or without the browser's half: only the passphrase brings the key back.
        return to_sign_in(request)
    return act_for(request, chosen, keyring)
