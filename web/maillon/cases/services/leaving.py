"""Somebody leaves her organisation, or reads there no longer: what hung on her in cases ends, and leads are told."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.base.tasks import defer
from maillon.cases.enums import CaseState, ShareEnd
from maillon.cases.models import Case, Share
from maillon.cases.services.act import Act, locked_case
from maillon.cases.services.sharing import end_share
from maillon.journal.enums import Action


@transaction.atomic
def let_go_of_member(*, membership_id: UUID, organisation_id: UUID, left: bool, at: datetime) -> None:
    """Ends what she stands in for and, if she `left`, what was shared with her; her keys to it go.

    What she is responsible for waits for a lead to hand it over: they are told, once.
    """
    shared = Share.objects.filter(member_id=membership_id, ended_at=None) if left else Share.objects.none()
    touched = {*shared.values_list("case_id", flat=True)}
    touched |= {*Case.objects.filter(replacement_id=membership_id).values_list("pk", flat=True)}
    for key in sorted(touched):
        _let_go(key, membership_id, left=left, at=at)
    if Case.objects.filter(responsible_id=membership_id, state=CaseState.OPEN).exists():
        defer("reports.notify_leads", organisation_id=str(organisation_id))


def _let_go(key: UUID, membership_id: UUID, *, left: bool, at: datetime) -> None:
    case = locked_case(key)
    if case is None:
        return
    act = Act(case, None, at)
    if case.replacement_id == membership_id:
        case.replacement = case.replaced_until = None
        case.save(update_fields=["replacement", "replaced_until"])
        act.line(Action.CASE_HANDED_OVER, reason="replacement_ended")
    if left:
        for share in case.shares.filter(member_id=membership_id, ended_at=None).select_related("member"):
            end_share(act, share, ShareEnd.MEMBER_LEFT)
    act.finish()
