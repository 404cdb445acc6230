"""Taking back consent: what rested on it is out of the recipient's reach at once; what the law asks for stays."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.base.ids import new_id
from maillon.guidance.enums import Ground
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports import rules
from maillon.reports.enums import Asked, Decision, RefusalReason
from maillon.reports.models import Request, Transmission
from maillon.reports.rights import Ability
from maillon.reports.services.locking import locked_for_code
from maillon.reports.services.notifying import tell_recipient
from maillon.reports.services.storing import BY_CODE
from maillon.vault import services as vault


@transaction.atomic
def withdraw_consent(*, transmission_id: UUID, key_pair_id: UUID, at: datetime) -> Request:
    """Withdraws identity and contact from one recipient, for the person with the code `key_pair_id`.

    Where the recipient has them by law and not by her consent (a minor's situation, say), nothing is withdrawn: the
    request that comes back says REFUSED with the reason, and the recipient sees that she asked. Asked again, the
    answer is the first one. Raises NotAllowed for what is not hers.
    """
    transmission = locked_for_code(transmission_id, key_pair_id, Ability.WITHDRAW_CONSENT)
    known = transmission.requests.filter(asked=Asked.WITHDRAWAL).first()
    if known is not None:
        return known
    consented = transmission.ground == Ground.CONSENT
    if consented:
        report = transmission.report
        items = [item for item in (report.identity, report.contact) if item is not None]
        vault.withdraw(items=items, organisation_id=transmission.recipient_id)
        transmission.withdrawn_at = at
        transmission.save(update_fields=["withdrawn_at"])
    request = _new_request(transmission, at, consented=consented)
    tell_recipient(transmission)
    record(
        by=None,
        at=at,
        action=Action.CONSENT_WITHDRAWN,
        subject_kind="transmission",
        subject_id=transmission.id,
        recipient_organisation_id=transmission.recipient_id,
        reason=request.refusal_reason,
        details=BY_CODE,
    )
    return request


def _new_request(transmission: Transmission, at: datetime, *, consented: bool) -> Request:
    minor = rules.is_minor(transmission.report.facts)
    by_law = RefusalReason.CHILD_PROTECTION if minor else RefusalReason.LEGAL_DUTY
    return Request.objects.create(
        id=new_id(),
        transmission=transmission,
        asked=Asked.WITHDRAWAL,
        asked_at=at,
        decision=Decision.DONE if consented else Decision.REFUSED,
        refusal_reason="" if consented else by_law,
        decided_at=at,
    )
