"""What somebody without an account does with a code: send, write, read what was answered. Who she is stays unknown."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.base import clock
from maillon.reports.content import ReportContent
from maillon.reports.enums import Direction
from maillon.reports.models import Message, Report
from maillon.reports.proposals import Proposal
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability
from maillon.reports.services.conversation import OpenedWords
from maillon.reports.services.locking import locked_for_code
from maillon.reports.services.messages import send_message
from maillon.reports.services.opening import OpenedReport, opened_parts
from maillon.reports.services.storing import Sender, announce, chosen_of, store
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@transaction.atomic(savepoint=False)
def send_without_account(
    *,
    report_id: UUID,
    speaker_id: UUID,
    content: ReportContent,
    proposal: Proposal,
    chosen: Collection[UUID],
    sender: Sender,
    at: datetime,
) -> Report:
    """Seals the content to the chosen organisations and to the sender's code, and hands it over, as `submit` does.

    `speaker_id` is what one sending is told apart by: whoever calls makes sure that it is asked for once. Raises
    NotComplete, NoRecipient, RequiredRecipient or UnknownRecipient.
    """
    recipients = chosen_of(proposal, frozenset(chosen))
    report = store(
        report_id=report_id,
        draft_id=speaker_id,
        content=content,
        proposal=proposal,
        recipients=recipients,
        sender=sender,
        at=at,
    )
    announce(report, recipients, sender, at)
    return report


@transaction.atomic
def write_without_account(*, transmission_id: UUID, keyring: Keyring, text: str, at: datetime) -> Message:
    """A message from the person to one recipient. Raises NotAllowed where the thread is not hers or is over."""
    transmission = locked_for_code(transmission_id, keyring.key_pair_id, Ability.WRITE_MESSAGE)
    return send_message(transmission=transmission, text=text, direction=Direction.TO_RECIPIENT, by=None, at=at)


@dataclass(frozen=True)
class OwnWords:
    """What the person told, and her exchanges by transmission, oldest first. `told` is None once erased."""

    told: OpenedReport | None
    messages: dict[UUID, list[OpenedWords]]


@transaction.atomic
def read_without_account(*, report: Report, keyring: Keyring, at: datetime) -> OwnWords:
    """Opens with a code what was sealed to it, and marks answers as read: on that day, never at which hour.

    Not journalled: see `vault.services.open_for_code`. Raises NotAllowed for another code's report.
    """
    if report.code_key_id != keyring.key_pair_id:
        raise NotAllowed
    found = Message.objects.filter(transmission__report=report).select_related("item", "author")
    messages = list(found.order_by("sent_at", "pk"))
    parts = report.sealed_parts()
    opened = vault.open_for_code(items=[*parts, *(message.item for message in messages)], keyring=keyring)
    answers = [item.pk for item in messages if item.direction == Direction.TO_REPORTER and item.item_id in opened]
    Message.objects.filter(pk__in=answers, read_at=None).update(read_at=clock.midnight(at))
    by_transmission: dict[UUID, list[OpenedWords]] = {}
    for message in messages:
        words = OpenedWords(message, opened.get(message.item_id, b"").decode(), readable=message.item_id in opened)
        by_transmission.setdefault(message.transmission_id, []).append(words)
    return OwnWords(opened_parts(report, opened) if parts else None, by_transmission)
