"""Who refers reads again what she wrote; both sides read what was added to an answer."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.journal.enums import Action
from maillon.referrals.content import OpenedParts
from maillon.referrals.enums import PartKind, Reading
from maillon.referrals.models import Step
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability, on_step
from maillon.referrals.services.locking import act_on_referral, act_on_step
from maillon.referrals.services.opening import parts_of, texts_of, through_of
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@transaction.atomic
def open_own(*, referral_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading) -> OpenedParts:
    """What was told, for its author or a reader of her organisation. Journalled. Raises NotAllowed or CannotOpen."""
    act = act_on_referral(referral_id, by, at, Ability.READ)
    parts = parts_of(act.referral, list(PartKind))
    opened = vault.open_items(
        items=[part.item for part in parts],
        keyring=keyring,
        organisation_id=through_of(act.referral, by),
        by=by,
        at=at,
        reason=reason,
    )
    texts = texts_of(parts, opened)
    act.line_of_all(Action.OPENED, reason=reason)
    act.finish()
    return texts


@transaction.atomic
def read_words(*, step_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading) -> str:
    """The precision on a refusal or an outcome; empty where there is none. Journalled. Raises NotAllowed."""
    act, step = act_on_step(step_id, by, at, Ability.SEE)
    if step.words is None:
        return ""
    if Ability.READ_WORDS not in on_step(by, step):
        raise NotAllowed
    text = vault.open_item(
        item=step.words, keyring=keyring, organisation_id=_through(step, by), by=by, at=at, reason=reason
    )
    act.line(step, Action.OPENED, reason=reason, details={"part": "words"})
    act.finish()
    return text.decode()


def _through(step: Step, by: Membership) -> UUID | None:
    refers = by.organisation_id == step.referral.organisation_id
    return through_of(step.referral, by) if refers else step.recipient_id
