"""Destroying what is sealed of a referral; the line with the keys of what was destroyed is the proof."""

from maillon.journal.enums import Action
from maillon.referrals.enums import Basis, ReferralState, Withdrawn
from maillon.referrals.models import Link, Part
from maillon.referrals.services.act import Act
from maillon.referrals.services.withdrawing import withdraw_consents
from maillon.vault import services as vault
from maillon.vault.models import SealedItem


def destroy_content(act: Act, *, reason: str = "") -> None:
    """Ends what is open of a locked referral and destroys all that is sealed of it, to the end of the act.

    `reason` is `asked` where the person wanted it. What stays: coded facts, dates, states and the records of consent.
    """
    asked = bool(reason)
    if asked and act.referral.basis == Basis.CONSENT:
        withdraw_consents(act)
    act.end_all(Withdrawn.PERSON if asked else Withdrawn.EXPIRED)
    items = _items(act)
    act.referral.erased_at = act.at
    act.referral.save(update_fields=["erased_at"])
    act.line_of_all(Action.ERASED, reason=reason, details={"items": sorted(str(item.pk) for item in items)})
    act.finish(ended_as=ReferralState.WITHDRAWN if asked else None)
    Part.objects.filter(referral=act.referral).delete()
    act.referral.steps.update(words=None)
    Link.objects.filter(step__referral=act.referral).delete()
    for item in items:
        vault.forget(item=item)


def _items(act: Act) -> list[SealedItem]:
    parts = [part.item for part in Part.objects.filter(referral=act.referral).select_related("item")]
    return parts + [step.words for step in act.steps if step.words is not None]
