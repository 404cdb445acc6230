"""Checking a passphrase (AUTHENTICATION_BACKENDS). There is no password hash: the right passphrase unlocks a key."""

from typing import Any
from uuid import UUID

from django.contrib.auth import authenticate
from django.http import HttpRequest

from maillon.accounts import selectors
from maillon.accounts.models import Member
from maillon.accounts.passphrases import normalised
from maillon.accounts.refusals import LockedOut
from maillon.base.ids import new_id
from maillon.vault.refusals import WrongPassphrase
from maillon.vault.services import unlock_member


class VaultBackend:
    """Unlocks the member's key with the passphrase, once, whether or not such a member exists."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_other: Any
    ) -> Member | None:
        """The member with her unlocked `keyring`, or None."""
        if not username or not password:
            return None
        member = selectors.member_with_email(username)
        try:
            # For nobody's key the vault does the same work and gives the same answer.
            keyring = unlock_member(member_id=member.pk if member else new_id(), passphrase=normalised(password))
        except WrongPassphrase:
            return None
        if member is None or not member.is_active:
            return None
        member.keyring = keyring
        return member

    def get_user(self, user_id: UUID) -> Member | None:
        return Member.objects.filter(pk=user_id, is_active=True).first()


def check_passphrase(request: HttpRequest, *, email: str, passphrase: str) -> Member | None:
    """The member with her unlocked `keyring`, or None; raises LockedOut after too many errors.

    The lockout counts per name and address. It sees a bare request that holds the address and nothing else, so
    whatever a form may one day be called, nothing that was typed into it can end in the table of failed attempts.
    """
    bare = HttpRequest()
    bare.method = "POST"
    bare.META["REMOTE_ADDR"] = request.META.get("REMOTE_ADDR", "")
    found = authenticate(bare, username=email.strip().lower(), password=passphrase)
    if getattr(bare, "axes_locked_out", False):
        raise LockedOut
    return found if isinstance(found, Member) else None
