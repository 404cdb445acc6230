"""Which association may accompany paths, where and until when."""

from datetime import date

from django.db.models import QuerySet

from maillon.accounts.models import Membership
from maillon.directory import rules as directory
from maillon.directory.models import Organisation
from maillon.exits import rules
from maillon.exits.models import Approval


def is_approved(association: Organisation, prefecture: Organisation, on: date) -> bool:
    """Whether the association may present paths to this préfecture on that day.

    An approval that was asked for in Maillon must name the préfecture's département. Without one, the dates that an
    administrator has entered in the directory count, for every département: they name none.
    """
    named = Approval.objects.filter(
        association=association, state__in=rules.APPROVED, from_on__lte=on, until_on__gte=on
    )
    if named.exists():
        return named.filter(departements=prefecture.departement_id).exists()
    return directory.is_psp_approved(association.psp_approved_from, association.psp_approved_until, on)


def approvals_of(association: Organisation) -> QuerySet[Approval]:
    """Every approval that was asked for, the newest first."""
    found = Approval.objects.filter(association=association).select_related("association", "prefecture")
    return found.prefetch_related("departements").order_by("-asked_on")


def approvals_received(membership: Membership) -> QuerySet[Approval]:
    """What associations asked of her préfecture: those that wait first, the oldest before the others."""
    if membership.ended_at is not None or not membership.role_enum.reads:
        return Approval.objects.none()
    found = Approval.objects.filter(prefecture=membership.organisation_id)
    return found.select_related("association", "prefecture").prefetch_related("departements").order_by("asked_on")
