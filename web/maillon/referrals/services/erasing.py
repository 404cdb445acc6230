"""The person asks for erasure: what rests on her agreement goes at once; what the law sent for a minor stays."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.referrals.enums import Basis
from maillon.referrals.models import Referral
from maillon.referrals.services.act import Act
from maillon.referrals.services.destroying import destroy_content
from maillon.referrals.services.locking import BY_CODE, locked_referral


@transaction.atomic
def erase_for_code(*, key_pair_id: UUID, at: datetime) -> int:
    """Destroys the content of every referral of an adult with this code, whatever its state; says of how many.

    The services are told nothing of why. A minor's goes at the end of its time: child protection rests on the law.
    """
    mine = Referral.objects.filter(code_key_id=key_pair_id, basis=Basis.CONSENT, erased_at=None)
    return sum(_erase(key, at) for key in mine.order_by("pk").values_list("pk", flat=True))


def _erase(key: UUID, at: datetime) -> bool:
    referral = locked_referral(key)
    if referral is None or referral.erased_at is not None:
        return False
    act = Act(referral, None, at, BY_CODE)
    act.tell_author()
    destroy_content(act, reason="asked")
    # Nothing is left that the code could open.
    referral.code_key = None
    referral.save(update_fields=["code_key"])
    return True
