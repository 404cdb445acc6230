"""Taking back: one service or everything, by who refers or by the person; the keys go at once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.journal.enums import Action
from maillon.referrals import rules
from maillon.referrals.enums import Basis, ReferralState, Withdrawn
from maillon.referrals.models import Referral, Step
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability
from maillon.referrals.services.act import Act
from maillon.referrals.services.locking import (
    BY_CODE,
    act_by_code,
    act_on_referral,
    act_on_step,
    is_hers,
    locked_referral,
)
from maillon.vault.keyrings import Keyring


@transaction.atomic
def withdraw(*, referral_id: UUID, by: Membership, at: datetime) -> Referral:
    """Who refers takes back all of it: every open step ends, and no service can open anything. Raises NotAllowed."""
    act = act_on_referral(referral_id, by, at, Ability.WITHDRAW)
    _stop(act, Withdrawn.REFERRER)
    return act.referral


@transaction.atomic
def withdraw_step(*, step_id: UUID, by: Membership, at: datetime) -> Step:
    """Who refers takes it back from one service; the next one that was agreed to is asked. Raises NotAllowed."""
    act, step = act_on_step(step_id, by, at, Ability.WITHDRAW_STEP)
    _tell_if_asked(act, step)
    act.withdraw(step, Withdrawn.REFERRER)
    act.finish()
    return step


@transaction.atomic
def revoke_consent(*, step_id: UUID, by: Membership, at: datetime) -> Step:
    """Writes down that an adult took back her agreement to one service, whatever the step's state.

    With effect at once: its keys are destroyed. Where it was being asked, the next one she agreed to is. Raises
    NotAllowed, also for a minor, whose consent was never asked.
    """
    act, step = act_on_step(step_id, by, at, Ability.RECORD_REVOCATION)
    _revoke(act, step)
    act.finish()
    return step


@transaction.atomic
def revoke_by_code(*, step_id: UUID, keyring: Keyring, at: datetime) -> Step:
    """The same by the person herself, with her code."""
    act, step = act_by_code(step_id, keyring, at, Ability.REVOKE)
    _revoke(act, step)
    act.tell_author()
    act.finish()
    return step


@transaction.atomic
def withdraw_by_code(*, referral_id: UUID, keyring: Keyring, at: datetime) -> Referral:
    """The person stops all of it: every agreement is taken back, every service's keys destroyed. Raises NotAllowed."""
    referral = locked_referral(referral_id)
    if referral is None or not is_hers(referral, keyring) or referral.basis != Basis.CONSENT or referral.erased_at:
        raise NotAllowed
    act = Act(referral, None, at, BY_CODE)
    withdraw_consents(act)
    act.tell_author()
    _stop(act, Withdrawn.PERSON)
    return referral


def withdraw_consents(act: Act) -> None:
    """Takes back every agreement that still lets somebody read."""
    for step in act.steps:
        if step.shut_at is None and hasattr(step, "consent"):
            _revoke(act, step)


def _stop(act: Act, who: Withdrawn) -> None:
    for step in act.steps:
        _tell_if_asked(act, step)
    act.end_all(who)
    act.finish(ended_as=ReferralState.WITHDRAWN)


def _revoke(act: Act, step: Step) -> None:
    consent = step.consent
    if consent.revoked_at is None:
        consent.revoked_at, consent.revoked_by = act.at, act.by
        consent.save(update_fields=["revoked_at", "revoked_by"])
        act.line(step, Action.CONSENT_WITHDRAWN)
    _tell_if_asked(act, step)
    if step.state in rules.FINAL:
        act.let_go(step)
        step.save(update_fields=["shut_at"])
    else:
        act.withdraw(step, Withdrawn.PERSON)


def _tell_if_asked(act: Act, step: Step) -> None:
    if step.state in rules.ACTIVE:
        act.tell_service(step)
