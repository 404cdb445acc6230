"""Which referrals and steps somebody sees; `rights` say what she may do with one."""

from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from maillon.accounts.models import Membership
from maillon.referrals.models import Referral, Step
from maillon.referrals.rules import ACTIVE

_OF_STEP = ("referral__author__member", "referral__organisation", "referral__commune", "service__provider", "recipient")


def referrals_of(membership: Membership) -> QuerySet[Referral]:
    """What she refers, and what her organisation does if she reads there; what still runs first, then the newest.

    Steps come with their service, in line.
    """
    steps = Step.objects.select_related("service__provider", "recipient").order_by("position")
    found = Referral.objects.filter(_refers(membership)).select_related("author__member", "commune")
    return found.prefetch_related(Prefetch("steps", steps)).order_by(
        F("ended_at").desc(nulls_first=True), "-created_at"
    )


def referral_for(key: UUID, membership: Membership) -> Referral | None:
    """One of those, or None for whoever may not see it."""
    return referrals_of(membership).select_related("report", "organisation").filter(pk=key).first()


def steps_of(membership: Membership) -> QuerySet[Step]:
    """Every step that was ever proposed to her organisation, the newest first; none for whoever does not read there."""
    return Step.objects.filter(_serves(membership)).select_related(*_OF_STEP).order_by("-proposed_at")


def open_steps_of(membership: Membership) -> QuerySet[Step]:
    """Those that wait for her organisation or that it has in hand: urgent ones first, then who waited longest."""
    return steps_of(membership).filter(state__in=ACTIVE).order_by("-referral__urgent", "proposed_at")


def step_for(key: UUID, membership: Membership) -> Step | None:
    """One step as its service or as who refers, or None for whoever may not see it."""
    mine = _serves(membership) | _refers(membership, "referral__")
    return Step.objects.select_related(*_OF_STEP).filter(mine, pk=key).first()


def _refers(membership: Membership, of: str = "") -> Q:
    nobody = Q(pk__in=[])
    if membership.ended_at is not None:
        return nobody
    own = Q(**{f"{of}author": membership}) if membership.role_enum.reports else nobody
    if membership.role_enum.reads:
        own |= Q(**{f"{of}organisation_id": membership.organisation_id})
    return own


def _serves(membership: Membership) -> Q:
    if membership.ended_at is not None or not membership.role_enum.reads:
        return Q(pk__in=[])
    return Q(recipient_id=membership.organisation_id, proposed_at__isnull=False)
