"""Which assessments and sheets somebody sees; `rights` say what she may do with one."""

from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from maillon.accounts.models import Membership
from maillon.journal.models import Line
from maillon.protection.enums import SheetState
from maillon.protection.models import Assessment, PathSheet
from maillon.protection.selectors.places import has_in_hand, may_assess, receives_sheets
from maillon.reports.models import Transmission
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
        and has_in_hand(membership, transmission)
        and is_minor(transmission.report.facts)
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


def history(assessment: Assessment) -> QuerySet[Line]:
    """What the journal knows of it as a whole, the newest first."""
    return Line.objects.filter(subject_kind="assessment", subject_id=assessment.pk).order_by("-at", "-position")


def due_counts(membership: Membership, *, on: date) -> dict[str, int]:
    """How many of her organisation's assessments are not ended, wait for an assessor, are hers, and are late."""
    open_ones = Q(ended_at=None)
    return assessments_of(membership).aggregate(
        open=Count("pk", filter=open_ones),
        unassigned=Count("pk", filter=open_ones & Q(assessor=None)),
        mine=Count("pk", filter=open_ones & Q(assessor=membership)),
        late=Count("pk", filter=open_ones & Q(due_on__lt=on)),
    )
