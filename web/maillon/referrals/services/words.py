"""A precision on a refusal or an outcome, sealed to both sides of professionals. The person gets plain words."""

from datetime import datetime

from maillon.referrals.enums import Sealed
from maillon.referrals.models import Step
from maillon.vault import services as vault
from maillon.vault.models import SealedItem
from maillon.vault.selectors import has_key


def seal_words(step: Step, kind: Sealed, text: str, at: datetime) -> SealedItem | None:
    """The words, sealed to the service and to who refers; None where nothing was written."""
    if not text.strip():
        return None
    referral = step.referral
    both = {referral.organisation_id, *([step.recipient_id] if step.recipient_id else [])}
    return vault.seal(
        plaintext=text.strip().encode(),
        kind=kind,
        subject_id=step.pk,
        organisations=sorted(has_key(both)),
        members=[referral.author.member_id],
        at=at,
    )
