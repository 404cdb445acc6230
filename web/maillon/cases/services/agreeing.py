"""What she agreed to: written down as it was read to her, and taken back with effect at once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.events import publish
from maillon.base.ids import new_id
from maillon.base.languages import DOOR_LANGUAGES
from maillon.cases import rules
from maillon.cases.content import NewConsent
from maillon.cases.enums import EntryKind, Purpose, ShareEnd
from maillon.cases.events import CaseConsentWithdrawn
from maillon.cases.models import Consent
from maillon.cases.refusals import AlreadyEnded, NothingToShare, NotReceivable, WrongChoice, WrongMoment
from maillon.cases.rights import Ability
from maillon.cases.services.act import act_on_case
from maillon.cases.services.receiving import receiving_organisation
from maillon.cases.services.sharing import end_share
from maillon.cases.services.transferring import call_back
from maillon.cases.wording import wording
from maillon.journal.enums import Action

_TO_SOMEBODY = {Purpose.SHARING, Purpose.TRANSFER}


@transaction.atomic
def give_consent(*, case_id: UUID, new: NewConsent, by: Membership, at: datetime) -> Consent:
    """Writes down that she agreed.

    Help depends on none of them. Raises NotAllowed, WrongMoment for a moment to come, WrongChoice for a language that
    does not exist, NotReceivable, NothingToShare.
    """
    act = act_on_case(case_id, by, at, Ability.CONSENT)
    if new.given_at > at:
        raise WrongMoment
    if new.language not in dict(DOOR_LANGUAGES):
        raise WrongChoice
    recipient = receiving_organisation(new.recipient_id) if new.purpose in _TO_SOMEBODY else None
    if recipient is not None and recipient.pk == act.case.organisation_id:
        raise NotReceivable
    told = [kind for kind in EntryKind if kind in new.kinds] if recipient is not None else []
    if recipient is not None and (not told or not set(told) <= set(rules.SHAREABLE)):
        raise NothingToShare
    consent = Consent.objects.create(
        id=new_id(),
        case=act.case,
        purpose=new.purpose,
        recipient=recipient,
        kinds=[kind.value for kind in told],
        how=new.how,
        language=new.language,
        wording=wording(new.purpose, language=new.language, recipient=recipient, kinds=told),
        given_at=new.given_at,
        recorded_by=by,
    )
    act.line(Action.CONSENT_GIVEN, reason=new.purpose, details={"consent": str(consent.pk), "how": new.how.value})
    act.finish()
    return consent


@transaction.atomic
def withdraw_consent(*, consent_id: UUID, by: Membership, at: datetime) -> Consent:
    """Writes down that she took it back: shares that rest on it end, and a transfer on its way comes back.

    Whoever has taken her over already answers to her for what it holds. Raises NotAllowed or AlreadyEnded.
    """
    case_id = Consent.objects.filter(pk=consent_id).values_list("case_id", flat=True).first()
    act = act_on_case(case_id, by, at, Ability.WITHDRAW_CONSENT)
    consent = Consent.objects.get(pk=consent_id)
    if consent.withdrawn_at is not None:
        raise AlreadyEnded
    consent.withdrawn_at, consent.withdrawal_recorded_by = at, by
    consent.save(update_fields=["withdrawn_at", "withdrawal_recorded_by"])
    act.line(Action.CONSENT_WITHDRAWN, reason=consent.purpose, details={"consent": str(consent.pk)})
    for share in consent.shares.filter(ended_at=None).select_related("member"):
        end_share(act, share, ShareEnd.PERSON)
    call_back(act, consent)
    publish(CaseConsentWithdrawn(act.case.pk, consent.pk, consent.purpose, at))
    act.finish()
    return consent
