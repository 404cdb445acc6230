"""Writing a report once it is known who sends what to whom: sealed, on its way, and on the record."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base import rows
from maillon.base.ids import new_number
from maillon.base.tasks import defer_many
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record_many
from maillon.reports.content import ReportContent
from maillon.reports.enums import Sealed
from maillon.reports.models import GuidedStep, Report
from maillon.reports.proposals import Proposal, ProposedRecipient, may_hold_traces
from maillon.reports.refusals import NoRecipient, NotComplete, RequiredRecipient, UnknownRecipient
from maillon.reports.services.sending import transmissions
from maillon.vault import services as vault
from maillon.vault.models import KeyPair, SealedItem
from maillon.vault.services import SealRequest

# Stands in the details of a line that nobody with an account left: it was neither a member nor the machine.
BY_CODE = {"by": "code"}


@dataclass(frozen=True)
class Sender:
    """Who sends: a member, or somebody without an account, whose report is sealed to a code.

    `contact` says how that one may be contacted; `held` lets the report stand « à trier » at its recipients.
    """

    by: Membership | None = None
    code_key: KeyPair | None = None
    language: str = ""
    contact: bytes = field(default=b"", repr=False)
    held: bool = False

    @property
    def details(self) -> dict[str, str]:
        """What a line of the journal says beside `by`."""
        return BY_CODE if self.by is None else {}


def chosen_of(proposal: Proposal, chosen: frozenset[UUID]) -> list[ProposedRecipient]:
    """The chosen among the proposed. Raises RequiredRecipient, UnknownRecipient or NoRecipient."""
    reachable = proposal.reachable()
    if not proposal.required_ids() <= chosen:
        raise RequiredRecipient
    if not chosen <= reachable.keys():
        raise UnknownRecipient
    if not chosen:
        raise NoRecipient
    return [item for key, item in reachable.items() if key in chosen]


def store(
    *,
    report_id: UUID,
    draft_id: UUID,
    content: ReportContent,
    proposal: Proposal,
    recipients: Sequence[ProposedRecipient],
    sender: Sender,
    at: datetime,
) -> Report:
    """Seals the content to the recipients and the sender, and sets the report on its way. Raises NotComplete."""
    if content.origin is None or content.observed is None:
        raise NotComplete
    sealed = _seal(report_id, content, proposal, recipients, sender, at)
    report = Report(
        id=report_id,
        number=new_number(),
        draft_id=draft_id,
        author=sender.by,
        organisation_id=sender.by.organisation_id if sender.by else None,
        code_key=sender.code_key,
        language=sender.language,
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
        contact=sealed.get(Sealed.CONTACT),
    )
    on_their_way = transmissions(report, content, recipients, by=sender.by, held=sender.held, at=at)
    rows.insert(report, *_steps(report, proposal), *on_their_way)
    return report


def announce(report: Report, recipients: Sequence[ProposedRecipient], sender: Sender, at: datetime) -> None:
    """Tells the recipients that something waits, and writes the lines of the journal: call it last."""
    if not sender.held:
        defer_many(
            "reports.notify_organisation", [{"organisation_id": str(item.organisation.id)} for item in recipients]
        )
    record_many(_journal(report, recipients, sender, at))


@dataclass(frozen=True)
class _Requests:
    """What is asked of the vault for one report."""

    report_id: UUID
    sender: Sender

    def one(
        self, kind: Sealed, text: bytes, to: Sequence[ProposedRecipient], *, and_sender: bool = True
    ) -> SealRequest:
        by, code_key = self.sender.by, self.sender.code_key
        return SealRequest(
            plaintext=text,
            kind=kind,
            subject_id=self.report_id,
            organisations=tuple(item.organisation.id for item in to),
            members=(by.member_id,) if by and and_sender else (),
            codes=(code_key.owner_id,) if code_key and and_sender else (),
        )


def _seal(
    report_id: UUID,
    content: ReportContent,
    proposal: Proposal,
    recipients: Sequence[ProposedRecipient],
    sender: Sender,
    at: datetime,
) -> dict[str, SealedItem]:
    ask = _Requests(report_id, sender)
    with_traces = [item for item in recipients if item.traces]
    with_identity = [item for item in recipients if item.identity]
    requests = [ask.one(Sealed.ACCOUNT, _account(content), recipients)]
    if content.identity and with_identity:
        requests.append(ask.one(Sealed.IDENTITY, content.identity.encode(), with_identity))
    # Traces are sealed to the authorities alone: not even their author keeps a way back to them (LIL art. 46).
    if content.traces and with_traces and _may_note_traces(sender, at):
        traces = ReportContent(traces=content.traces).to_bytes()
        requests.append(ask.one(Sealed.TRACES, traces, with_traces, and_sender=False))
    if sender.contact:
        requests.append(ask.one(Sealed.CONTACT, sender.contact, recipients))
    keys = dict(proposal.keys)
    if sender.code_key is not None:
        keys[sender.code_key.owner_id] = sender.code_key
    return {item.kind: item for item in vault.seal_many(requests, at=at, keys=keys)}


def _may_note_traces(sender: Sender, at: datetime) -> bool:
    # LIL art. 46 binds organisations: what a person says of her own accord goes to the authorities, and to nobody else.
    return sender.by is None or may_hold_traces(sender.by.organisation, timezone.localdate(at))


def _account(content: ReportContent) -> bytes:
    # What its readers need, without what is sealed apart from it.
    return content.changed(identity="", traces=()).to_bytes()


def _steps(report: Report, proposal: Proposal) -> list[GuidedStep]:
    return [
        rows.new(GuidedStep, report_id=report.id, position=position, code=step.code)
        for position, step in enumerate(proposal.guidance.steps)
    ]


def _journal(report: Report, recipients: Sequence[ProposedRecipient], sender: Sender, at: datetime) -> list[Entry]:
    def line(action: Action, to: UUID | None = None, reason: str = "") -> Entry:
        return Entry(
            by=sender.by,
            at=at,
            action=action,
            subject_kind="report",
            subject_id=report.id,
            recipient_organisation_id=to,
            reason=reason,
            details=sender.details,
        )

    lines = [line(Action.REPORT_SUBMITTED)]
    for item in recipients:
        lines.append(line(Action.TRANSMITTED, item.organisation.id, item.step.ground))
        if sender.held:
            lines.append(line(Action.HELD, item.organisation.id))
    return lines
