"""A member's own account: passphrase, second factor, language, open sessions."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts import selectors, services
from maillon.accounts.devices import digest_in
from maillon.accounts.enrolment import enrolment_of
from maillon.accounts.http import MemberRequest, set_language_cookie, signed_in
from maillon.accounts.refusals import NotAllowed
from maillon.accounts.sessions import digest_of
from maillon.base import clock
from maillon.portals.pro.profile.confirming import confirmed, done
from maillon.portals.pro.profile.forms import ApplicationForm, ChangePassphraseForm, ConfirmForm, LanguageForm


@require_http_methods(["GET", "POST"])
@signed_in
def profile(request: MemberRequest) -> HttpResponse:
    """Shows the account; POST changes its language."""
    member = request.membership.member
    form = LanguageForm(request.POST if request.method == "POST" else None, initial={"language": member.language})
    if request.method == "POST" and form.is_valid():
        services.change_language(member=member, language=form.cleaned_data["language"])
        response = redirect("pro:profile")
        set_language_cookie(response, member.language)
        return response
    return render(request, "pro/profile/profile.html", {"form": form, **_account(request)})


def _account(request: MemberRequest) -> dict[str, object]:
    membership, here = request.membership, _digest(request)
    reads = membership.role_enum.reads
    return {
        "memberships": selectors.current_memberships(membership.member),
        "codes_left": selectors.recovery_codes_left(membership.member),
        "sessions": [
            {"browser": row.browser, "started_at": row.started_at, "is_this_one": bytes(row.key_digest) == here}
            for row in selectors.open_sessions(membership.member, clock.now())
        ],
        "devices": selectors.devices_of(membership.member),
        "safety_number": selectors.safety_number(membership.member_id) if reads else "",
        "waits_for_key": reads and membership in selectors.waiting_for_key(membership.organisation),
    }


def _digest(request: MemberRequest) -> bytes:
    return digest_of(str(request.session.session_key))


@require_http_methods(["GET", "POST"])
@signed_in
def passphrase(request: MemberRequest) -> HttpResponse:
    """Changes the passphrase, and ends the sessions in other browsers."""
    form = ChangePassphraseForm(request.POST if request.method == "POST" else None)
    member = confirmed(request, form, request.membership.member)
    if member is not None and member.keyring is not None:
        keyring = member.keyring
        if done(
            form,
            "new_passphrase",
            lambda: services.change_passphrase(
                keyring=keyring,
                new_passphrase=form.cleaned_data["new_passphrase"],
                by=request.membership,
                at=clock.now(),
                keep=_digest(request),
                keep_device=digest_in(request),
            ),
        ):
            return render(request, "pro/profile/passphrase_changed.html")
    return render(request, "pro/profile/passphrase.html", {"form": form})


@require_http_methods(["GET", "POST"])
@signed_in
def application(request: MemberRequest) -> HttpResponse:
    """Replaces the authenticator app; the old one stops counting with the new one's first right code."""
    member, form = request.membership.member, ApplicationForm(request.POST if request.method == "POST" else None)
    codes = list[str]()
    if confirmed(request, form, member) and done(
        form, "code", lambda: codes.extend(services.confirm_totp(member=member, code=form.cleaned_data["code"]))
    ):
        return render(request, "pro/profile/codes.html", {"codes": codes})
    enrolment = enrolment_of(services.begin_totp(member=member), member)
    return render(request, "pro/profile/application.html", {"form": form, "enrolment": enrolment})


@require_http_methods(["GET", "POST"])
@signed_in
def recovery_codes(request: MemberRequest) -> HttpResponse:
    """Makes new recovery codes; the old list is worth nothing from then on."""
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if confirmed(request, form, request.membership.member):
        codes = services.new_recovery_codes(request.membership.member)
        return render(request, "pro/profile/codes.html", {"codes": codes})
    return render(request, "pro/profile/new_codes.html", {"form": form})


@require_POST
@signed_in
def end_device(request: MemberRequest, device_id: UUID) -> HttpResponse:
    """Has one of the member's devices emptied at its next contact."""
    try:
        services.end_device(device_id=device_id, by=request.membership, at=clock.now())
    except NotAllowed as refusal:
        raise Http404 from refusal
    return redirect("pro:profile")


@require_POST
@signed_in
def sign_out_everywhere(request: MemberRequest) -> HttpResponse:
    """Ends the member's sessions in all other browsers, and has her other devices emptied."""
    services.sign_out_everywhere(
        by=request.membership, at=clock.now(), keep=_digest(request), keep_device=digest_in(request)
    )
    return redirect("pro:profile")
