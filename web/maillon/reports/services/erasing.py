"""Erasure on request (RGPD art. 17): at once where nobody has opened it, else decided by each recipient in a month."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record_many
from maillon.reports import rules
from maillon.reports.enums import Asked, Decision, Outcome, RefusalReason, State
from maillon.reports.models import Report, Request, Transmission
from maillon.reports.refusals import NoReason, NotAllowed
from maillon.reports.rights import Ability, of_the_person
from maillon.reports.services.destroying import destroy_content, destroy_words
from maillon.reports.services.locking import locked
from maillon.reports.services.notifying import tell_of_request
from maillon.reports.services.storing import BY_CODE
from maillon.vault import services as vault


@transaction.atomic
def ask_erasure(*, report_id: UUID, key_pair_id: UUID, at: datetime) -> list[Request]:
    """What the person with the code `key_pair_id` asks of every recipient of her report; one request for each.

    A recipient that never opened it loses it at once; the others have a month to answer. Asked again, only what has
    come since is asked. Raises NotAllowed for a report that is not hers or is erased.
    """
    report = _locked_report(report_id)
    if report.code_key_id != key_pair_id or report.erased_at is not None:
        raise NotAllowed
    asked: list[Request] = []
    lines: list[Entry] = []
    for transmission in _locked_transmissions(report):
        if Ability.ASK_ERASURE in of_the_person(transmission) and not _is_asked(transmission):
            request, line = _ask(transmission, at)
            asked.append(request)
            lines.append(line)
    record_many([*lines, *_finished(report, at)])
    return asked


@transaction.atomic
def decide_erasure(
    *, transmission_id: UUID, accepted: bool, reason: RefusalReason | None = None, by: Membership, at: datetime
) -> Request:
    """Answers the person's request for one recipient. Accepted, the recipient's keys and the words are destroyed.

    A refusal needs one of the law's reasons: raises NoReason without. Raises NotAllowed when nothing was asked.
    """
    if not accepted and reason is None:
        raise NoReason
    # The report first, as everywhere: two recipients who decide at once must not both leave the rest to the other.
    found = Transmission.objects.filter(pk=transmission_id).values_list("report_id", flat=True).first()
    if found is None:
        raise NotAllowed
    report = _locked_report(found)
    transmission = locked(transmission_id, by, Ability.DECIDE_ERASURE)
    request = transmission.requests.filter(asked=Asked.ERASURE, decision="").first()
    if request is None:
        raise NotAllowed
    request.decision = Decision.DONE if accepted else Decision.REFUSED
    request.refusal_reason = "" if accepted or reason is None else reason
    request.decided_at, request.decided_by = at, by
    request.save(update_fields=["decision", "refusal_reason", "decided_at", "decided_by"])
    items = _erase(transmission, at) if accepted else []
    decided = Entry(
        by=by,
        at=at,
        action=Action.ERASURE_DECIDED,
        subject_kind="transmission",
        subject_id=transmission.id,
        reason=request.refusal_reason or Decision.DONE,
        details={"items": items},
    )
    record_many([decided, *_finished(report, at)])
    return request


def _locked_report(report_id: UUID) -> Report:
    query = Report.objects.select_related("account", "identity", "traces", "contact")
    # Without its key: a transfer that holds a transmission only needs the report to be there, and must not wait.
    return query.select_for_update(of=("self",), no_key=True).get(pk=report_id)


def _locked_transmissions(report: Report) -> list[Transmission]:
    query = Transmission.objects.select_related("report").select_for_update(of=("self",))
    return list(query.filter(report=report).order_by("pk"))


def _is_asked(transmission: Transmission) -> bool:
    return transmission.requests.filter(asked=Asked.ERASURE, decision="").exists()


def _ask(transmission: Transmission, at: datetime) -> tuple[Request, Entry]:
    at_once = transmission.opened_at is None
    items = _erase(transmission, at) if at_once else []
    request = Request.objects.create(
        id=new_id(),
        transmission=transmission,
        asked=Asked.ERASURE,
        asked_at=at,
        answer_by=None if at_once else rules.request_answer_by(timezone.localdate(at)),
        decision=Decision.DONE if at_once else "",
        decided_at=at if at_once else None,
    )
    if not at_once:
        tell_of_request(transmission)
    line = Entry(
        by=None,
        at=at,
        action=Action.ERASURE_ASKED,
        subject_kind="transmission",
        subject_id=transmission.id,
        recipient_organisation_id=transmission.recipient_id,
        details={**BY_CODE, "at_once": at_once, "items": items},
    )
    return request, line


def _erase(transmission: Transmission, at: datetime) -> list[str]:
    """Destroys this recipient's keys and the words with it; returns the ids of the items that are gone altogether."""
    vault.withdraw(items=transmission.report.sealed_parts(), organisation_id=transmission.recipient_id)
    transmission.erased_at = at
    transmission.held_at = transmission.handed_back_at = transmission.take_up_by = None
    if transmission.state in rules.OPEN_STATES:
        transmission.state, transmission.outcome, transmission.closed_at = State.CLOSED, Outcome.ERASED, at
    transmission.save()
    return destroy_words(transmission)


def _finished(report: Report, at: datetime) -> list[Entry]:
    """Destroys the content once no recipient can open it any more; the line is the proof."""
    left = report.transmissions.filter(erased_at=None).exclude(state=State.RETURNED)
    if left.exists():
        return []
    proof = Entry(
        by=None,
        at=at,
        action=Action.ERASED,
        subject_kind="report",
        subject_id=report.id,
        reason="asked",
        details={**BY_CODE, "items": destroy_content(report, at)},
    )
    return [proof]
