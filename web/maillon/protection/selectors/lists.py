"""Which assessments and sheets somebody sees; `rights` say what she may do with one."""

from uuid import UUID

from django.db.models import F, Q, QuerySet

from maillon.accounts.models import Membership
from maillon.protection.enums import SheetState
from maillon.protection.models import Assessment, PathSheet
from maillon.protection.selectors.places import may_assess, receives_sheets
from maillon.reports.models import Transmission
from maillon.reports.rights import Ability, on_transmission
from maillon.reports.rules import is_minor


def assessments_of(membership: Membership) -> QuerySet[Assessment]:
    """Those of her organisation; none for whoever does not assess. What is not ended first, by the day it is due."""
    if not may_assess(membership):
        return Assessment.objects.none()
    found = Assessment.objects.filter(organisation_id=membership.organisation_id)
    related = found.select_related("commune", "assessor__member", "transmission__report")
    return related.order_by(F("ended_at").desc(nulls_first=True), "due_on", "pk")


def assessment_for(key: UUID, membership: Membership) -> Assessment | None:
    """One of those, or None for whoever may not see it."""
    return assessments_of(membership).filter(pk=key).first()


def assessment_of(transmission: Transmission) -> UUID | None:
    """The key of the assessment that was started from this transmission, if any."""
    return Assessment.objects.filter(transmission=transmission).values_list("pk", flat=True).first()


def assessable(membership: Membership, transmission: Transmission) -> bool:
    """Whether she may start an assessment from this transmission: a minor's, received by her council, without one."""
    return (
        may_assess(membership)
        and transmission.recipient_id == membership.organisation_id
        and is_minor(transmission.report.facts)
        and Ability.READ_CONTENT in on_transmission(membership, transmission)
        and assessment_of(transmission) is None
    )


def sheets_of(membership: Membership) -> QuerySet[PathSheet]:
    """The sheets of her council, or those that were submitted to her préfecture and not withdrawn; the newest first.

    None for anybody else: what a meeting is shown, the meeting's own page finds.
    """
    if may_assess(membership):
        mine = Q(organisation_id=membership.organisation_id)
    elif receives_sheets(membership):
        mine = Q(prefecture_id=membership.organisation_id, state=SheetState.SUBMITTED)
    else:
        return PathSheet.objects.none()
    related = ("organisation", "prefecture", "author__member", "assessment")
    return PathSheet.objects.filter(mine).select_related(*related).order_by("-written_at")


def sheet_for(key: UUID, membership: Membership) -> PathSheet | None:
    """One of those, or None for whoever may not see it."""
    return sheets_of(membership).filter(pk=key).first()
