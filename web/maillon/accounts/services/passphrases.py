"""What a member changes about her own account."""

from datetime import datetime

from django.conf import settings

from maillon.accounts import passphrases
from maillon.accounts.models import Member, Membership
from maillon.accounts.services.devices import end_devices
from maillon.accounts.services.signing_out import revoke_sessions
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


def change_passphrase(
    *,
    keyring: Keyring,
    new_passphrase: str,
    by: Membership,
    at: datetime,
    keep: bytes | None = None,
    keep_device: bytes | None = None,
) -> None:
    """Wraps the member's key under a new passphrase, and ends her other sessions and devices.

    Stay the session with the digest `keep` and the device with the digest `keep_device`.

    The caller has checked the present passphrase, which gave the keyring. Raises the refusals of `passphrases.check`.
    """
    passphrases.check(new_passphrase, email=by.member.email, name=by.member.name)
    vault.change_passphrase(keyring=keyring, new_passphrase=passphrases.normalised(new_passphrase), at=at)
    revoke_sessions(by.member, keep=keep)
    end_devices(member=by.member, at=at, keep=keep_device)


def change_language(*, member: Member, language: str) -> None:
    """Remembers the member's language. Raises ValueError for one that the product does not speak."""
    if language not in dict(settings.LANGUAGES):
        raise ValueError(language)
    Member.objects.filter(pk=member.pk).update(language=language)
    member.language = language
