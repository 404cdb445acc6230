"""Making a referral: everything or nothing in one transaction, and once however often it is asked for."""

from datetime import datetime

from maillon.accounts.models import Membership
from maillon.referrals.content import NewReferral
from maillon.referrals.models import Referral


def propose(*, draft: NewReferral, by: Membership, at: datetime) -> Referral:
    """Seals each part to who refers, to the person's code and to the services that may have it; asks the first service.

    The others are planned, sealed to already, and see nothing until their turn. A service without an account is
    told nothing before `make_link`. Sent twice, it is the referral that the first sending made; its draft is destroyed.

    Raises NotAllowed, NoNeed, NothingToTell, NoService, ServiceGone, Unreachable, NoConsent, NoGround, ParentsNotSaid.
    """
    raise NotImplementedError
