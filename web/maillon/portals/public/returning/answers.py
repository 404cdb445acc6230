"""What she says of what is asked for her: yes or no to a service, that she takes back, whether she was contacted."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import get_language

from maillon.portals.public.sittings import Back
from maillon.referrals import services


def _agree(back: Back, step_id: UUID, at: datetime) -> None:
    # The language of the page is the one in which she read what she agrees to.
    services.agree_by_code(step_id=step_id, keyring=back.keyring, language=get_language() or "fr", at=at)


def _decline(back: Back, step_id: UUID, at: datetime) -> None:
    services.decline_by_code(step_id=step_id, keyring=back.keyring, at=at)


def _revoke(back: Back, step_id: UUID, at: datetime) -> None:
    services.revoke_by_code(step_id=step_id, keyring=back.keyring, at=at)


def _stop(back: Back, referral_id: UUID, at: datetime) -> None:
    services.withdraw_by_code(referral_id=referral_id, keyring=back.keyring, at=at)


def _met(back: Back, step_id: UUID, at: datetime) -> None:
    services.said_met_by_person(step_id=step_id, met=True, keyring=back.keyring, at=at)


def _not_met(back: Back, step_id: UUID, at: datetime) -> None:
    services.said_met_by_person(step_id=step_id, met=False, keyring=back.keyring, at=at)


def _not_yet(_back: Back, _step_id: UUID, _at: datetime) -> None:
    """Nothing is kept of it, and nobody is told."""


ANSWERS: Mapping[str, Callable[[Back, UUID, datetime], None]] = {
    "agree": _agree,
    "decline": _decline,
    "revoke": _revoke,
    "stop": _stop,
    "met": _met,
    "not_met": _not_met,
    "not_yet": _not_yet,
}
"""By what a button says. Each takes who entered, the step (for `stop`, the referral) and the moment; raises Refusal."""
