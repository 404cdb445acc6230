"""Sending a report: everything or nothing in one transaction, and once however often it is asked for."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base import rows
from maillon.base.ids import new_id
from maillon.base.locking import locked_row
from maillon.reports.content import ReportContent
from maillon.reports.models import Draft, Report
from maillon.reports.proposals import propose
from maillon.reports.refusals import DraftMovedOn, NotAllowed
from maillon.reports.rights import Ability, on_draft
from maillon.reports.services.drafts import destroy
from maillon.reports.services.storing import Sender, announce, chosen_of, store
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@transaction.atomic
def submit(
    *, draft_id: UUID, seen_version: int, chosen: Collection[UUID], by: Membership, keyring: Keyring, at: datetime
) -> Report:
    """Seals the draft to the chosen organisations and hands it to them.

    Sent a second time (double tap, retry after a lost answer), it returns the report that the first sending made.
    Raises DraftMovedOn, NotComplete, NoRecipient, RequiredRecipient, UnknownRecipient or NotAllowed.
    """
    # The row lock makes a second sending wait for the first, and then find what that one made.
    draft = locked_row(Draft.objects.select_related("item").filter(pk=draft_id), no_key=False)
    if draft is None:
        return _already_sent(draft_id, by)
    if Ability.SEND not in on_draft(by, draft):
        raise NotAllowed
    if draft.version != seen_version:
        raise DraftMovedOn
    content = ReportContent.from_bytes(vault.open_own(item=draft.item, keyring=keyring))
    proposal = propose(content, by, on=timezone.localdate(at))
    recipients, sender = chosen_of(proposal, frozenset(chosen)), Sender(by=by)
    with rows.together():
        report = store(
            report_id=new_id(),
            draft_id=draft_id,
            content=content,
            proposal=proposal,
            recipients=recipients,
            sender=sender,
            at=at,
        )
        destroy(draft)
        announce(report, recipients, sender, at)
    return report


def _already_sent(draft_id: UUID, by: Membership) -> Report:
    report = Report.objects.filter(draft_id=draft_id, author=by).first()
    if report is None:
        raise NotAllowed
    return report
