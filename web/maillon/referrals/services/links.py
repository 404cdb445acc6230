"""A service without an account answers through a link: its token comes by e-mail, its eight digits by voice.

The pair of keys stands for both together (Argon2id), so the database, or the e-mail alone, opens nothing.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.referrals import notices, rules
from maillon.referrals.enums import LinkEnd
from maillon.referrals.models import Link, Step
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability, on_step
from maillon.referrals.services.locking import act_on_step
from maillon.referrals.services.opening import items_of, through_of
from maillon.referrals.services.shutting import end
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring

_TOKEN_BYTES = 16
_DIGITS = 8


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
class _Secrets:
    """What a link is made of, none of which is stored but the salt."""

    token: str = field(repr=False)
    digits: str = field(repr=False)
    salt: bytes = field(repr=False)
    private_key: bytes = field(repr=False)


def make_link(*, step_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> NewLink:
    """Makes a link for a step without an account, in place of the one before, and mails its address.

    Before the answer it opens what the service may read; after a yes it opens nothing, and only takes what came of it.
    Slow on purpose, and refuses to run inside a transaction. Raises NotAllowed, or CannotOpen when `by` can't open the
    parts herself.
    """
    # Before the slow part, so that nobody costs us a derivation who may not make one.
    step = Step.objects.select_related("referral").filter(pk=step_id).first()
    if step is None or Ability.MAKE_LINK not in on_step(by, step):
        raise NotAllowed
    made = _new_secrets()
    link = _store(made, step_id, by, keyring, at)
    # Not by the queue: a token in a job would lie in the database beside what it helps to open.
    mailed = notices.send_link(link.step.contact_email, made.token)
    return NewLink(link, notices.address_of(made.token), made.digits, mailed)


def _new_secrets() -> _Secrets:
    token, digits = secrets.token_urlsafe(_TOKEN_BYTES), f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"
    salt = vault.new_link_salt()
    return _Secrets(token, digits, salt, vault.link_private_key(token=token, digits=digits, salt=salt))


@transaction.atomic
def _store(made: _Secrets, step_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> Link:
    act, step = act_on_step(step_id, by, at, Ability.MAKE_LINK)
    assert step.proposed_at is not None  # the right to make one exists from there on
    for earlier in step.links.select_related("key_pair").filter(ended_at=None):
        end(earlier, LinkEnd.REVOKED, at)
    link_id = new_id()
    pair = vault.register_link(owner_id=link_id, private_key=made.private_key, at=at)
    unanswered = step.state in rules.UNANSWERED
    if unanswered:
        vault.grant_further(
            items=items_of(act.referral, step.parts),
            keyring=keyring,
            through_organisation_id=through_of(act.referral, by),
            link=pair,
            by=by,
            at=at,
        )
    link = Link.objects.create(
        id=link_id,
        step=step,
        token_digest=digest_of(made.token),
        key_pair=pair,
        salt=made.salt,
        created_at=at,
        expires_at=rules.link_expires(step.proposed_at if unanswered else at, urgent=act.referral.urgent),
    )
    act.line(step, Action.LINK_MADE, details={"link": str(link_id)})
    act.finish()
    return link


@transaction.atomic
def end_link(*, step_id: UUID, by: Membership, at: datetime) -> None:
    """Revokes the step's link: it opens nothing from now on. Raises NotAllowed when there is none."""
    act, step = act_on_step(step_id, by, at, Ability.END_LINK)
    link = step.links.select_related("key_pair").filter(ended_at=None).first()
    if link is None:
        raise NotAllowed
    end(link, LinkEnd.REVOKED, at)
    act.line(step, Action.LINK_ENDED, reason=LinkEnd.REVOKED, details={"link": str(link.pk)})
    act.finish()


def digest_of(token: str) -> bytes:
    """What finds the row of a link, and gives back no token: that has 128 random bits."""
    return hashlib.blake2b(token.encode(), digest_size=32, person=b"maillon link").digest()
