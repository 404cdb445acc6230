"""Asking for the passphrase again, throttled as at the door."""

from collections.abc import Callable

from django.http import HttpRequest

from maillon.accounts.backends import check_passphrase
from maillon.accounts.models import Member
from maillon.accounts.refusals import LockedOut
from maillon.base.errors import Refusal
from maillon.portals.pro.profile.forms import ConfirmForm
from maillon.vault.refusals import WrongPassphrase


def confirmed(request: HttpRequest, form: ConfirmForm, member: Member) -> Member | None:
    """The member with her key unlocked anew, or None with the reason on the form."""
    if not form.is_valid():
        return None
    try:
        found = check_passphrase(request, email=member.email, passphrase=form.cleaned_data["passphrase"])
    except LockedOut as refusal:
        form.add_error("passphrase", str(refusal.message))
        return None
    if found is None:
        form.add_error("passphrase", WrongPassphrase.message)
    return found


def done(form: ConfirmForm, field: str, act: Callable[[], object]) -> bool:
    """Does it; a refusal becomes the error of `field`."""
    try:
        act()
    except Refusal as refusal:
        form.add_error(field, str(refusal.message))
        return False
    return True
