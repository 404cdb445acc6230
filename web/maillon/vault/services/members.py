"""A member's own key: made once, unlocked at sign-in, wrapped anew when her passphrase changes.

The only slow work of the whole vault is here, in `derive`, and it never runs inside a transaction.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.vault import crypto
from maillon.vault.crypto import CannotOpen, Context
from maillon.vault.enums import KeyOwner
from maillon.vault.keyrings import Keyring
from maillon.vault.models import KeyPair, MemberSecret
from maillon.vault.refusals import WrongPassphrase

# Three passes over 64 MiB: the second recommendation of RFC 9106, in the one lane that libsodium has.
_DEFAULT_COST = {"opslimit": 3, "memlimit": 64 * 1024 * 1024}


@dataclass(frozen=True)
class NewMemberKey:
    """A member's key that is made but not stored: what has to be derived before the transaction that stores it."""

    keyring: Keyring
    public_key: bytes = field(repr=False)
    secret: MemberSecret = field(repr=False)


def derive(passphrase: str, salt: bytes, opslimit: int, memlimit: int) -> bytes:
    """The key that the passphrase stands for. Raises RuntimeError inside a transaction.

    There it would hold locks for as long as the derivation takes, which is what makes other tools refuse reports.
    """
    # A durable block is the one that Django refuses to nest; empty, it sends nothing to the server.
    with transaction.atomic(durable=True):
        pass
    return crypto.argon2id_key(passphrase, salt, opslimit, memlimit)


def make_member_key(*, member_id: UUID, passphrase: str) -> NewMemberKey:
    """Makes a member's key without storing it, outside any transaction. See `store_member_key`."""
    public_key, private_key = crypto.new_pair()
    keyring = Keyring(member_id, new_id(), private_key)
    return NewMemberKey(keyring, public_key, _wrapped(keyring, passphrase))


@transaction.atomic
def store_member_key(*, new: NewMemberKey, at: datetime) -> Keyring:
    """Stores a key made by `make_member_key`, in the caller's transaction if there is one."""
    member_id = new.keyring.member_id
    KeyPair.objects.bulk_create(
        [
            KeyPair(
                id=new.keyring.key_pair_id,
                owner_kind=KeyOwner.MEMBER,
                owner_id=member_id,
                public_key=new.public_key,
                created_at=at,
            )
        ]
    )
    MemberSecret.objects.bulk_create([new.secret])
    record(by=None, at=at, action=Action.KEY_CREATED, subject_kind="member", subject_id=member_id)
    return new.keyring


def create_member_key(*, member_id: UUID, passphrase: str, at: datetime) -> Keyring:
    """Makes and stores a member's key. Raises RuntimeError inside a transaction."""
    return store_member_key(new=make_member_key(member_id=member_id, passphrase=passphrase), at=at)


def unlock_member(*, member_id: UUID, passphrase: str) -> Keyring:
    """The member's key, opened by her passphrase. Raises WrongPassphrase, after the same work when there is no key.

    Call it outside any transaction. A key wrapped at another cost than today's is wrapped anew on the way.
    """
    secret = MemberSecret.objects.filter(
        key_pair__owner_kind=KeyOwner.MEMBER, key_pair__owner_id=member_id, key_pair__retired_at=None
    ).first()
    if secret is None:
        derive(passphrase, crypto.new_salt(), **derivation_cost())
        raise WrongPassphrase
    derived = derive(passphrase, bytes(secret.salt), secret.opslimit, secret.memlimit)
    try:
        private_key = crypto.open_content(secret.wrapped, derived, _context(secret.key_pair_id))
    except CannotOpen:
        raise WrongPassphrase from None
    keyring = Keyring(member_id, secret.key_pair_id, private_key)
    if {"opslimit": secret.opslimit, "memlimit": secret.memlimit} != derivation_cost():
        _store_wrapping(_wrapped(keyring, passphrase), instead_of=bytes(secret.salt))
    return keyring


def change_passphrase(*, keyring: Keyring, new_passphrase: str, at: datetime) -> None:
    """Wraps the member's key under another passphrase. The old one opens nothing any more.

    The pair stays the same, so nothing has to be sealed again. Raises RuntimeError inside a transaction.
    """
    secret = _wrapped(keyring, new_passphrase)
    with transaction.atomic():
        _store_wrapping(secret)
        record(
            by=None,
            at=at,
            action=Action.KEY_ROTATED,
            subject_kind="member",
            subject_id=keyring.member_id,
            details={"what": "passphrase"},
        )


@transaction.atomic
def retire_member_key(*, member_id: UUID, at: datetime) -> None:
    """Gives up a member's key, for one who has left and starts again: nobody can unlock it any more."""
    pairs = KeyPair.objects.filter(owner_kind=KeyOwner.MEMBER, owner_id=member_id, retired_at=None)
    MemberSecret.objects.filter(key_pair__in=pairs).delete()
    pairs.update(retired_at=at)


def _wrapped(keyring: Keyring, passphrase: str) -> MemberSecret:
    salt, cost = crypto.new_salt(), derivation_cost()
    derived = derive(passphrase, salt, **cost)
    return MemberSecret(
        key_pair_id=keyring.key_pair_id,
        salt=salt,
        wrapped=crypto.seal_with(derived, keyring.private_key, _context(keyring.key_pair_id)),
        **cost,
    )


def _store_wrapping(secret: MemberSecret, instead_of: bytes | None = None) -> None:
    stored = MemberSecret.objects.filter(pk=secret.key_pair_id)
    if instead_of is not None:
        # Signing in must not undo a change of passphrase that happened meanwhile.
        stored = stored.filter(salt=instead_of)
    stored.update(salt=secret.salt, opslimit=secret.opslimit, memlimit=secret.memlimit, wrapped=secret.wrapped)


def _context(key_pair_id: UUID) -> Context:
    return Context("member-key", key_pair_id)


def derivation_cost() -> Mapping[str, int]:
    """What a derivation costs on this installation today: passes, and bytes of memory."""
    cost: Mapping[str, int] = getattr(settings, "VAULT_KDF", _DEFAULT_COST)
    return cost
