"""Members and organisations as the vault sees them: owners of keys, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from maillon.vault import services
from maillon.vault.keyrings import Keyring

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PASSPHRASE = "correct horse battery staple"


@dataclass(frozen=True)
class Acting:
    """A member acting for an organisation."""

    member_id: UUID
    organisation_id: UUID | None


def member(passphrase: str = PASSPHRASE) -> Keyring:
    """A new member with a key."""
    return services.create_member_key(member_id=uuid4(), passphrase=passphrase, at=AT)


def organisation(*holders: Keyring) -> UUID:
    """A new organisation whose key the holders share."""
    organisation_id = uuid4()
    services.create_organisation_key(
        organisation_id=organisation_id, holders=ids(holders), by=acting(holders[0], organisation_id), at=AT
    )
    return organisation_id


def ids(keyrings: Sequence[Keyring]) -> list[UUID]:
    """The member ids of the keyrings."""
    return [keyring.member_id for keyring in keyrings]


def acting(keyring: Keyring, organisation_id: UUID | None = None) -> Acting:
    """The owner of the keyring, acting for the organisation."""
    return Acting(keyring.member_id, organisation_id)
