"""The key pair of a link: it stands for a token that came by e-mail and for digits that were said by voice.

Neither is stored. The digits alone would be guessed in hours, so the token, which is not, is derived with them, and the
derivation is slow: whoever reads the database has neither, and whoever reads the e-mail has five tries (the caller's).
"""

from datetime import datetime
from uuid import UUID

from maillon.vault import crypto
from maillon.vault.enums import KeyOwner
from maillon.vault.keyrings import Keyring
from maillon.vault.models import Grant, KeyPair
from maillon.vault.services.codes import keyring_of, store_public_half
from maillon.vault.services.members import derivation_cost, derive


def new_link_salt() -> bytes:
    """A fresh salt for `link_private_key`, kept beside the pair."""
    return crypto.new_salt()


def link_private_key(*, token: str, digits: str, salt: bytes) -> bytes:
    """The Curve25519 secret that token and digits stand for. Slow; raises RuntimeError inside a transaction."""
    # The token's own length is fixed, but a separator that neither holds costs nothing.
    return derive(f"{token}\n{digits}", salt, **derivation_cost())


def register_link(*, owner_id: UUID, private_key: bytes, at: datetime) -> KeyPair:
    """Stores the public half of a link as the current pair of `owner_id`. Not journalled: see `register_code`."""
    return store_public_half(KeyOwner.LINK, owner_id, private_key, at)


def link_keyring(*, key_pair: KeyPair, private_key: bytes) -> Keyring:
    """What a link opens with. Raises CannotOpen when the private half is not that of this pair."""
    return keyring_of(KeyOwner.LINK, key_pair, private_key)


def forget_link(*, key_pair: KeyPair) -> None:
    """Destroys a link's pair and every key sealed to it: nobody can open anything with it any more.

    Delete what refers to it first.
    """
    Grant.objects.filter(key_pair=key_pair, key_pair__owner_kind=KeyOwner.LINK).delete()
    KeyPair.objects.filter(pk=key_pair.pk, owner_kind=KeyOwner.LINK).delete()
