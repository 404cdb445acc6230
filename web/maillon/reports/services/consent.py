"""Taking back consent: how to reach her, and what rested on her consent, are gone at once; what the law asks stays."""

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
from maillon.reports.services.notifying import tell_of_request
from maillon.reports.services.storing import BY_CODE
from maillon.vault import services as vault
from maillon.vault.selectors import is_sealed_to


@transaction.atomic
def withdraw_consent(*, transmission_id: UUID, key_pair_id: UUID, at: datetime) -> Request:
    """Withdraws contact and identity from one recipient, for the person with the code `key_pair_id`.

    The contact always goes, for no law gives it to anybody: a number that has become unsafe must not be called again.
    Where the recipient has the identity by law and not by her consent (a minor's situation, say), that stays: the
    request that comes back says REFUSED with the reason. Asked again, the answer is the first one. Raises NotAllowed
    for what is not hers.
    """
    transmission = locked_for_code(transmission_id, key_pair_id, Ability.WITHDRAW_CONSENT)
    known = transmission.requests.filter(asked=Asked.WITHDRAWAL).first()
    if known is not None:
        return known
    kept = _is_kept_by_law(transmission)
    parts = (transmission.report.contact, None if kept else transmission.report.identity)
    vault.withdraw(items=[item for item in parts if item is not None], organisation_id=transmission.recipient_id)
    transmission.withdrawn_at = at
    transmission.save(update_fields=["withdrawn_at"])
    request = _new_request(transmission, at, kept=kept)
    tell_of_request(transmission)
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


def _is_kept_by_law(transmission: Transmission) -> bool:
    """Whether the recipient has her identity, and has it on a ground that does not ask for her consent."""
    identity = transmission.report.identity
    if identity is None or transmission.ground == Ground.CONSENT:
        return False
    return is_sealed_to(item=identity, organisation_id=transmission.recipient_id)


def _new_request(transmission: Transmission, at: datetime, *, kept: bool) -> Request:
    minor = rules.is_minor(transmission.report.facts)
    by_law = RefusalReason.CHILD_PROTECTION if minor else RefusalReason.LEGAL_DUTY
    return Request.objects.create(
        id=new_id(),
        transmission=transmission,
        asked=Asked.WITHDRAWAL,
        asked_at=at,
        decision=Decision.REFUSED if kept else Decision.DONE,
        refusal_reason=by_law if kept else "",
        decided_at=at,
    )
