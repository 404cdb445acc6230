"""Everything that writes to the vault, and the only place that opens what it holds."""

from maillon.vault.services.codes import code_keyring, forget_code, register_code
from maillon.vault.services.links import forget_link, link_keyring, link_private_key, new_link_salt, register_link
from maillon.vault.services.members import (
    NewMemberKey,
    change_passphrase,
    create_member_key,
    derive,
    make_member_key,
    retire_member_key,
    store_member_key,
    unlock_member,
)
from maillon.vault.services.opening import (
    grant_further,
    grant_to,
    open_for_code,
    open_for_link,
    open_item,
    open_items,
    open_own,
    open_parcel,
)
from maillon.vault.services.organisations import create_organisation_key, remove_holder, share_organisation_key
from maillon.vault.services.resealing import reseal_pending
from maillon.vault.services.sealing import SealRequest, forget, reseal_own, seal, seal_many
from maillon.vault.services.withdrawing import withdraw, withdraw_from_member

__all__ = [
    "NewMemberKey",
    "SealRequest",
    "change_passphrase",
    "code_keyring",
    "create_member_key",
    "create_organisation_key",
    "derive",
    "forget",
    "forget_code",
    "forget_link",
    "grant_further",
    "grant_to",
    "link_keyring",
    "link_private_key",
    "make_member_key",
    "new_link_salt",
    "open_for_code",
    "open_for_link",
    "open_item",
    "open_items",
    "open_own",
    "open_parcel",
    "register_code",
    "register_link",
    "remove_holder",
    "reseal_own",
    "reseal_pending",
    "retire_member_key",
    "seal",
    "seal_many",
    "share_organisation_key",
    "store_member_key",
    "unlock_member",
    "withdraw",
    "withdraw_from_member",
]
