"""One button per invented person, on a demonstration only: see maillon.accounts.demo."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from maillon.accounts import selectors, unlocked
from maillon.accounts.demo import DEMO_PASSPHRASE, may_sign_in_without_passphrase
from maillon.accounts.models import Membership
from maillon.accounts.passphrases import normalised
from maillon.portals.pro.sign_in.progress import act_for, begin, second_factor_was_right
from maillon.vault.refusals import WrongPassphrase
from maillon.vault.services import unlock_member


@require_http_methods(["GET", "POST"])
def demonstration(request: HttpRequest) -> HttpResponse:
    """Lists the invented people, or signs one of them in without a second factor. 404 anywhere else."""
    if not may_sign_in_without_passphrase(request):
        raise Http404
    people = selectors.demo_memberships()
    if request.method == "POST":
        wanted = request.POST.get("membership", "")
        chosen = next((item for item in people if str(item.pk) == wanted), None)
        if chosen is None:
            raise Http404
        return _sign_in(request, chosen)
    return render(request, "pro/sign_in/demonstration.html", {"people": people})


def _sign_in(request: HttpRequest, membership: Membership) -> HttpResponse:
    member = membership.member
    try:
        member.keyring = unlock_member(member_id=member.pk, passphrase=normalised(DEMO_PASSPHRASE))
    except WrongPassphrase:
        # Somebody tried the change of passphrase out.
        raise Http404 from None
    key = begin(request, member)
    second_factor_was_right(request, member, "demo")
    response = act_for(request, membership, member.keyring)
    if membership.role_enum.reports:
        unlocked.give_cookie(response, key)
    return response
