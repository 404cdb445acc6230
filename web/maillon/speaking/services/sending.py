"""Sending what was told: everything or nothing in one transaction, and once however often it is asked for."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import cast
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.base import rows
from maillon.base.ids import new_id
from maillon.reports import services as reports
from maillon.reports.content import ReportContent
from maillon.reports.models import Report
from maillon.reports.proposals import Proposal, propose_without_account
from maillon.speaking import rules
from maillon.speaking.code import Code
from maillon.speaking.content import Telling
from maillon.speaking.enums import SourceLevel
from maillon.speaking.models import Speaker
from maillon.speaking.services.speakers import begin, begin_unless_there, found, let_go_of_paused


def proposed(telling: Telling, on: date) -> Proposal:
    """Who could be told, and who must be. Raises NotComplete while the age or the commune is not answered."""
    return propose_without_account(_content(telling), for_self=telling.for_self, on=on)


@transaction.atomic
def send(
    *,
    telling: Telling,
    chosen: Collection[UUID] | None = None,
    code: Code,
    language: str,
    source: SourceLevel,
    at: datetime,
    repeats: bool = False,
    along: Callable[[], None] | None = None,
) -> Report:
    """Seals the telling to the chosen organisations and to the code, and hands it over.

    Without `chosen`, to those that the telling names and that read here, and to those that the law requires. Sent a
    second time under the same code (double tap, retry after a lost answer), it returns the report that the first
    sending made. From a busy source, or where it `repeats` what was sent before, it is taken like any other and stands
    « à trier » at its recipients. `along` is called last, in the same transaction: what it writes is there if, and only
    if, the report is. Raises NotComplete, NoRecipient, RequiredRecipient or UnknownRecipient.
    """
    held = repeats or source is SourceLevel.BUSY
    with rows.together():
        report = _sent(telling, chosen, code, language, at, held=held)
    if along is not None:
        along()
    return report


def _sent(
    telling: Telling, chosen: Collection[UUID] | None, code: Code, language: str, at: datetime, *, held: bool
) -> Report:
    report_id = new_id()
    # The speaker's row first: a second sending waits there, before it has done any work.
    speaker = _about_to_send(report_id, code, language, at)
    if speaker.report_id != report_id:
        return cast("Report", speaker.report)
    content = _content(telling)
    proposal = propose_without_account(content, for_self=telling.for_self, on=timezone.localdate(at))
    return reports.send_without_account(
        report_id=report_id,
        speaker_id=speaker.id,
        content=content,
        proposal=proposal,
        chosen=frozenset(_named(telling, proposal) if chosen is None else chosen),
        sender=reports.Sender(
            code_key=speaker.key_pair, language=language, contact=telling.contact.to_bytes(), held=held
        ),
        at=at,
    )


def _content(telling: Telling) -> ReportContent:
    return rules.as_chosen(telling.report_content(), for_self=telling.for_self)


def _named(telling: Telling, proposal: Proposal) -> frozenset[UUID]:
    return proposal.required_ids() | (proposal.reachable().keys() & telling.recipients)


def _about_to_send(report_id: UUID, code: Code, language: str, at: datetime) -> Speaker:
    begun = begin_unless_there(code=code, language=language, at=at, report_id=report_id)
    if begun is not None:
        return begun
    speaker = found(code.locator(), lock=True)
    if speaker is None:
        # It went meanwhile: what was paused under the code was wiped.
        return begin(code=code, language=language, at=at, report_id=report_id)
    if speaker.report_id is None:
        let_go_of_paused(speaker, report_id=report_id, language=language)
    return speaker
