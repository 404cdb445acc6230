"""The key pair of a code: the person keeps eight words, and the vault the public half of what they stand for.

A code is eighty random bits, so its private half needs no slow derivation, and nothing of it is stored, wrapped or not.
"""

from datetime import datetime
from uuid import UUID

from maillon.base import rows
from maillon.base.ids import new_id
from maillon.vault import crypto
from maillon.vault.enums import KeyOwner
from maillon.vault.keyrings import Keyring
from maillon.vault.models import KeyPair


def register_code(*, owner_id: UUID, private_key: bytes, at: datetime, key_pair_id: UUID | None = None) -> KeyPair:
    """Stores the public half of a code as the current pair of `owner_id`; one query, and no lock but its own row's.

    `private_key` is a Curve25519 secret of 32 bytes; it is used here and stored nowhere. `key_pair_id` is the
    pair's own key, where something refers to it already. Not journalled: whoever seals to the pair records what for.
    """
    return store_public_half(KeyOwner.CODE, owner_id, private_key, at, key_pair_id)


def code_keyring(*, key_pair: KeyPair, private_key: bytes) -> Keyring:
    """What a code opens with. Raises CannotOpen when the private half is not that of this pair."""
    return keyring_of(KeyOwner.CODE, key_pair, private_key)


def forget_code(*, key_pair: KeyPair) -> None:
    """Destroys the public half of a code that nothing is sealed to. Delete what refers to it first."""
    KeyPair.objects.filter(pk=key_pair.pk, owner_kind=KeyOwner.CODE).delete()


def store_public_half(
    kind: KeyOwner, owner_id: UUID, private_key: bytes, at: datetime, key_pair_id: UUID | None = None
) -> KeyPair:
    """The stored pair of a secret that stays with whoever has it."""
    pair = rows.new(
        KeyPair,
        id=key_pair_id or new_id(),
        owner_kind=kind,
        owner_id=owner_id,
        public_key=crypto.public_half(private_key),
        created_at=at,
    )
    rows.insert(pair)
    return pair


def keyring_of(kind: KeyOwner, key_pair: KeyPair, private_key: bytes) -> Keyring:
    """The unlocked pair. Raises CannotOpen when it is of another kind, or the private half is another pair's."""
    if key_pair.owner_kind != kind or crypto.public_half(private_key) != bytes(key_pair.public_key):
        raise crypto.CannotOpen
    return Keyring(key_pair.owner_id, key_pair.id, private_key)
