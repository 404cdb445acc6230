"""A service without an account answers through a link: its token comes by e-mail, its eight digits by voice.

The pair of keys stands for both together (Argon2id), so the database, or the e-mail alone, opens nothing.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.referrals.content import OpenedParts
from maillon.referrals.enums import RefusalReason
from maillon.referrals.models import Link, Step
from maillon.vault.keyrings import Keyring


@dataclass(frozen=True)
class NewLink:
    """A link that was just made: `digits` are shown once, to be said by voice. The repr shows neither.

    `mailed` is False where the mail server did not take the message: `address` can then be given otherwise.
    """

    link: Link
    address: str = field(repr=False)
    digits: str = field(repr=False)
    mailed: bool


@dataclass(frozen=True)
class EnteredLink:
    """What token and digits led to. `keyring` is for the caller's sealed session (`Keyring.to_bytes`)."""

    link_id: UUID
    keyring: Keyring


def make_link(*, step_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> NewLink:
    """Makes a link for a proposed step without an account, in place of the one before, and mails its address.

    Slow on purpose, and refuses to run inside a transaction. Raises NotAllowed, or CannotOpen when `by` can't open the
    parts herself.
    """
    raise NotImplementedError


def end_link(*, step_id: UUID, by: Membership, at: datetime) -> None:
    """Revokes the step's link: it opens nothing from now on. Raises NotAllowed when there is none."""
    raise NotImplementedError


def link_exists(*, token: str, at: datetime) -> bool:
    """Whether a page that asks for the digits is to be shown; nothing else is said before them."""
    raise NotImplementedError


def enter_link(*, token: str, digits: str, at: datetime) -> EnteredLink:
    """Checks the digits. Slow on purpose, and refuses to run inside a transaction.

    The fifth wrong try ends the link and tells who refers. Raises NoSuchLink, with `left` tries where the link lives.
    """
    raise NotImplementedError


def open_by_link(*, link_id: UUID, keyring: Keyring, at: datetime) -> tuple[Step, OpenedParts]:
    """What the service is told; the first opening makes of PROPOSED a SEEN. Journalled. Raises NoSuchLink."""
    raise NotImplementedError


def accept_by_link(*, link_id: UUID, keyring: Keyring, at: datetime) -> Step:
    """The service takes it; the link ends, and opens nothing any more: show the contact before. Raises NoSuchLink."""
    raise NotImplementedError


def refuse_by_link(*, link_id: UUID, reason: RefusalReason, words: str = "", keyring: Keyring, at: datetime) -> Step:
    """The service does not take it; the link ends, the next service is asked. Raises NoSuchLink or WrongReason."""
    raise NotImplementedError
