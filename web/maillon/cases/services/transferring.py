"""Another organisation takes over, on her agreement: what she agreed to becomes a case of its own there."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.base.tasks import defer
from maillon.cases import rules
from maillon.cases.content import OpenedCase
from maillon.cases.enums import CaseMove, CaseState, Purpose, Reading, TransferRefusal, TransferState
from maillon.cases.models import Case, Consent, Entry, Transfer
from maillon.cases.refusals import KeptOpen, NoConsent, NotAllowed
from maillon.cases.rights import Ability, on_transfer
from maillon.cases.services.act import ENTRY_RELATED, SEALED_TEXTS, Act, act_on_case, items_of, locked_case
from maillon.cases.services.copying import BESIDE, copy_entries
from maillon.cases.services.ending import kept_open_by
from maillon.cases.services.opening import open_received
from maillon.cases.services.reading import opened_case
from maillon.cases.services.receiving import receiving_organisation
from maillon.cases.services.sharing import end_all_shares
from maillon.journal.enums import Action
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem


@transaction.atomic
def transfer(*, case_id: UUID, consent_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> Transfer:
    """Offers the case to the organisation she agreed to, with the kinds she agreed to; this one is over meanwhile.

    Raises NotAllowed, NoConsent, NotReceivable, KeptOpen with what is still under way, CannotOpen.
    """
    act = act_on_case(case_id, by, at, Ability.TRANSFER)
    consent = act.case.consents.filter(pk=consent_id, purpose=Purpose.TRANSFER, withdrawn_at=None).first()
    if consent is None:
        raise NoConsent
    recipient = receiving_organisation(consent.recipient_id)
    reasons = kept_open_by(act.case)
    if reasons:
        raise KeptOpen(reasons)
    end_all_shares(act)
    offered = Transfer.objects.create(
        id=new_id(),
        case=act.case,
        recipient=recipient,
        consent=consent,
        kinds=consent.kinds,
        sent_at=at,
        sent_by=by,
    )
    vault.grant_further(
        items=_items(offered),
        keyring=keyring,
        through_organisation_id=act.case.organisation_id,
        organisation_id=recipient.pk,
        by=by,
        at=at,
    )
    _move(act, CaseMove.TRANSFER)
    act.line(
        Action.CASE_TRANSFERRED,
        details={"transfer": str(offered.pk), "kinds": offered.kinds},
        recipient=recipient.pk,
    )
    defer("reports.notify_organisation", organisation_id=str(recipient.pk))
    act.finish()
    return offered


@transaction.atomic
def read_offer(*, transfer_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> OpenedCase:
    """What is offered, for whoever decides on taking over. Journalled. Raises NotAllowed or CannotOpen."""
    act, offered = _act_on_offer(transfer_id, by, at, Ability.READ_SHARED)
    opened = opened_case(act, _entries(offered), keyring, offered.recipient_id, Reading.SHARED)
    act.line(Action.OPENED, reason=Reading.SHARED, details={"transfer": str(offered.pk)})
    act.finish()
    return opened


@transaction.atomic
def receive_transfer(*, transfer_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> Case:
    """Takes over: `by` is responsible for a new case that holds copies of its own of what was offered.

    Received twice is received once. Raises NotAllowed or CannotOpen.
    """
    earlier = _received(transfer_id, by)
    if earlier is not None:
        return earlier
    try:
        act, offered = _act_on_offer(transfer_id, by, at, Ability.RECEIVE)
    except NotAllowed:
        # Sent twice at the same moment: the other one was waited for.
        earlier = _received(transfer_id, by)
        if earlier is None:
            raise
        return earlier
    return _taken_over(act, offered, by, keyring, at)


def _received(transfer_id: UUID, by: Membership) -> Case | None:
    answered = Transfer.objects.filter(pk=transfer_id, answered_by=by, received_as__isnull=False)
    return next((one.received_as for one in answered.select_related("received_as")), None)


def _taken_over(act: Act, offered: Transfer, by: Membership, keyring: Keyring, at: datetime) -> Case:
    entries, name = list(_whole(offered).prefetch_related(*BESIDE)), act.case.pseudonym
    if name is None:
        raise CannotOpen
    texts = vault.open_items(
        items=[name, *items_of(entries)],
        keyring=keyring,
        organisation_id=offered.recipient_id,
        by=by,
        at=at,
        reason=Reading.FOLLOWING,
    )
    if name.pk not in texts:
        raise CannotOpen
    received = open_received(act.case, texts[name.pk].decode(), by, at)
    copy_entries(entries, texts, received, by, at)
    _take_keys(offered)
    _answer(offered, TransferState.RECEIVED, by, at, received_as=received)
    act.line(Action.CASE_TRANSFERRED, reason="received", details={"transfer": str(offered.pk)}, recipient=_from(act))
    _tell_sender(act)
    act.finish()
    return received


@transaction.atomic
def refuse_transfer(*, transfer_id: UUID, reason: TransferRefusal, by: Membership, at: datetime) -> Transfer:
    """Does not take over: the keys go, and the case is open again where it was. Raises NotAllowed."""
    act, offered = _act_on_offer(transfer_id, by, at, Ability.REFUSE)
    _take_keys(offered)
    _answer(offered, TransferState.REFUSED, by, at, refusal=reason)
    _move(act, CaseMove.TAKE_BACK)
    act.line(Action.RETURNED, reason=reason, details={"transfer": str(offered.pk)}, recipient=_from(act))
    _tell_sender(act)
    act.finish()
    return offered


def call_back(act: Act, consent: Consent) -> None:
    """She took her agreement back: a transfer that rests on it and was not answered yet is none."""
    for offered in Transfer.objects.filter(consent=consent, state=TransferState.WAITING).select_related("case"):
        _take_keys(offered)
        _answer(offered, TransferState.WITHDRAWN, None, act.at)
        _move(act, CaseMove.TAKE_BACK)
        act.line(Action.RETURNED, reason=TransferState.WITHDRAWN, recipient=offered.recipient_id)


def drop_offers(act: Act) -> None:
    """The content is about to be destroyed: what was offered of it is withdrawn."""
    for offered in act.case.transfers.filter(state=TransferState.WAITING):
        _answer(offered, TransferState.WITHDRAWN, None, act.at)


def _act_on_offer(transfer_id: UUID, by: Membership, at: datetime, ability: Ability) -> tuple[Act, Transfer]:
    case_id = Transfer.objects.filter(pk=transfer_id).values_list("case_id", flat=True).first()
    case = None if case_id is None else locked_case(case_id)
    if case is None or case.erased_at is not None:
        raise NotAllowed
    offered = Transfer.objects.get(pk=transfer_id)
    offered.case = case
    if ability not in on_transfer(by, offered):
        raise NotAllowed
    return Act(case, by, at), offered


def _entries(offered: Transfer) -> QuerySet[Entry]:
    entries = offered.case.entries.filter(kind__in=offered.kinds, erased_at=None)
    return entries.select_related("item").order_by("-happened_at", "-written_at", "-id")


def _whole(offered: Transfer) -> QuerySet[Entry]:
    return _entries(offered).select_related(*ENTRY_RELATED)


def _items(offered: Transfer) -> list[SealedItem]:
    """What is sealed of it, for keys alone."""
    name, entries = offered.case.pseudonym, _whole(offered).defer(*SEALED_TEXTS)
    return [*([name] if name else []), *items_of(entries)]


def _take_keys(offered: Transfer) -> None:
    vault.withdraw(items=_items(offered), organisation_id=offered.recipient_id)


def _answer(offered: Transfer, state: TransferState, by: Membership | None, at: datetime, **fields: Any) -> None:
    offered.state, offered.answered_at, offered.answered_by = state, at, by
    for name, value in fields.items():
        setattr(offered, name, value)
    offered.save()


def _move(act: Act, move: CaseMove) -> None:
    case = act.case
    case.state = rules.CASE.after(CaseState(case.state), move)
    case.closed_at = None if case.state == CaseState.OPEN else act.at
    case.save(update_fields=["state", "closed_at"])


def _from(act: Act) -> UUID:
    return act.case.organisation_id


def _tell_sender(act: Act) -> None:
    responsible = Membership.objects.get(pk=act.case.responsible_id)
    defer("reports.notify_member", member_id=str(responsible.member_id))
