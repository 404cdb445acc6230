"""Sending a report: everything or nothing in one transaction, and once however often it is asked for."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id, new_number
from maillon.base.tasks import defer_many
from maillon.guidance import rulebook
from maillon.guidance.enums import Addressee
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record_many
from maillon.reports import rules
from maillon.reports.content import ReportContent
from maillon.reports.enums import Sealed
from maillon.reports.models import Draft, GuidedStep, Report, Transmission
from maillon.reports.proposals import Proposal, ProposedRecipient, may_hold_traces, propose
from maillon.reports.refusals import (
    DraftMovedOn,
    NoRecipient,
    NotAllowed,
    NotComplete,
    RequiredRecipient,
    UnknownRecipient,
)
from maillon.reports.rights import Ability, on_draft
from maillon.reports.services.drafts import destroy
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem
from maillon.vault.services import SealRequest


@transaction.atomic
def submit(
    *, draft_id: UUID, seen_version: int, chosen: Collection[UUID], by: Membership, keyring: Keyring, at: datetime
) -> Report:
    """Seals the draft to the chosen organisations and hands it to them.

    Sent a second time (double tap, retry after a lost answer), it returns the report that the first sending made.
    Raises DraftMovedOn, NotComplete, NoRecipient, RequiredRecipient, UnknownRecipient or NotAllowed.
    """
    # The row lock makes a second sending wait for the first, and then find what that one made.
    draft = Draft.objects.select_related("item").select_for_update(of=("self",)).filter(pk=draft_id).first()
    if draft is None:
        return _already_sent(draft_id, by)
    if Ability.SEND not in on_draft(by, draft):
        raise NotAllowed
    if draft.version != seen_version:
        raise DraftMovedOn
    content = ReportContent.from_bytes(vault.open_own(item=draft.item, keyring=keyring))
    proposal = propose(content, by, on=timezone.localdate(at))
    recipients = _chosen(proposal, frozenset(chosen))
    report = _store(draft_id, content, proposal, recipients, by, at)
    destroy(draft)
    defer_many("reports.notify_organisation", [{"organisation_id": str(item.organisation.id)} for item in recipients])
    record_many(_journal(report, recipients, by, at))
    return report


def _already_sent(draft_id: UUID, by: Membership) -> Report:
    report = Report.objects.filter(draft_id=draft_id, author=by).first()
    if report is None:
        raise NotAllowed
    return report


def _chosen(proposal: Proposal, chosen: frozenset[UUID]) -> list[ProposedRecipient]:
    reachable = proposal.reachable()
    if not proposal.required_ids() <= chosen:
        raise RequiredRecipient
    if not chosen <= reachable.keys():
        raise UnknownRecipient
    if not chosen:
        raise NoRecipient
    return [item for key, item in reachable.items() if key in chosen]


def _store(
    draft_id: UUID,
    content: ReportContent,
    proposal: Proposal,
    recipients: list[ProposedRecipient],
    by: Membership,
    at: datetime,
) -> Report:
    if content.origin is None or content.observed is None:
        raise NotComplete
    report_id = new_id()
    sealed = _seal(report_id, content, proposal, recipients, by, at)
    report = Report.objects.create(
        id=report_id,
        number=new_number(),
        draft_id=draft_id,
        author=by,
        organisation_id=by.organisation_id,
        submitted_at=at,
        origin=content.origin,
        observed=content.observed,
        commune=proposal.commune,
        facts=content.coded(),
        signs=list(content.signs),
        drug_link=content.drug_link,
        guidance_version=proposal.guidance.version,
        account=sealed[Sealed.ACCOUNT],
        identity=sealed.get(Sealed.IDENTITY),
        traces=sealed.get(Sealed.TRACES),
    )
    _store_steps(report, proposal)
    Transmission.objects.bulk_create(_transmission(report, content, item, by, at) for item in recipients)
    return report


def _seal(
    report_id: UUID,
    content: ReportContent,
    proposal: Proposal,
    recipients: list[ProposedRecipient],
    by: Membership,
    at: datetime,
) -> dict[str, SealedItem]:
    def request(kind: Sealed, text: bytes, to: list[ProposedRecipient], *, author: bool) -> SealRequest:
        return SealRequest(
            plaintext=text,
            kind=kind,
            subject_id=report_id,
            organisations=tuple(item.organisation.id for item in to),
            members=(by.member_id,) if author else (),
        )

    with_traces = [item for item in recipients if item.traces]
    with_identity = [item for item in recipients if item.identity]
    requests = [request(Sealed.ACCOUNT, _account(content), recipients, author=True)]
    if content.identity and with_identity:
        requests.append(request(Sealed.IDENTITY, content.identity.encode(), with_identity, author=True))
    # Traces are sealed to the authorities alone: not even their author keeps a way back to them (LIL art. 46).
    if content.traces and with_traces and may_hold_traces(by.organisation, _day(at)):
        traces = ReportContent(traces=content.traces).to_bytes()
        requests.append(request(Sealed.TRACES, traces, with_traces, author=False))
    return {item.kind: item for item in vault.seal_many(requests, at=at, keys=proposal.keys)}


def _account(content: ReportContent) -> bytes:
    # What its readers need, without what is sealed apart from it.
    return content.changed(identity="", traces=()).to_bytes()


def _store_steps(report: Report, proposal: Proposal) -> None:
    GuidedStep.objects.bulk_create(
        GuidedStep(report=report, position=position, code=step.code)
        for position, step in enumerate(proposal.guidance.steps)
    )


def _transmission(
    report: Report, content: ReportContent, item: ProposedRecipient, by: Membership, at: datetime
) -> Transmission:
    return Transmission(
        id=new_id(),
        report=report,
        recipient=item.organisation,
        sender=by,
        ground=item.step.ground,
        step_code=item.step.code,
        sent_at=at,
        acknowledge_by=rules.acknowledge_by(at, danger=bool(content.danger), minor=content.minor),
        answer_by=answer_by(item.step.addressee, _day(at)),
    )


def answer_by(addressee: Addressee, sent_on: date) -> date | None:
    """Until when the law wants an answer from this addressee, or None where it names no delay (D226-2-4: CRIP)."""
    clock = rulebook.load().clock(addressee)
    return None if clock is None else clock.due(sent_on)


def _day(at: datetime) -> date:
    return timezone.localdate(at)


def _journal(report: Report, recipients: list[ProposedRecipient], by: Membership, at: datetime) -> list[Entry]:
    submitted = Entry(by=by, at=at, action=Action.REPORT_SUBMITTED, subject_kind="report", subject_id=report.id)
    return [submitted] + [
        Entry(
            by=by,
            at=at,
            action=Action.TRANSMITTED,
            subject_kind="report",
            subject_id=report.id,
            recipient_organisation_id=item.organisation.id,
            reason=item.step.ground,
        )
        for item in recipients
    ]
