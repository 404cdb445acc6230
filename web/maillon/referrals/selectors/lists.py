"""Which referrals and steps somebody sees; rights say what she may do with one."""

from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from maillon.accounts.models import Membership
from maillon.referrals.models import Referral, Step
from maillon.referrals.rights import Ability, on_referral, on_step
from maillon.referrals.rules import ACTIVE


def referrals_of(membership: Membership) -> QuerySet[Referral]:
    """What she refers, and what her organisation does if she reads there; what still runs first, then the newest.

    Steps come with their service, in line.
    """
    own = Q(author=membership)
    if membership.role_enum.reads:
        own |= Q(organisation_id=membership.organisation_id)
    steps = Step.objects.select_related("service__provider", "recipient").order_by("position")
    found = Referral.objects.filter(own).select_related("author__member", "commune")
    return found.prefetch_related(Prefetch("steps", steps)).order_by(
        F("ended_at").desc(nulls_first=True), "-created_at"
    )


def referral_for(key: UUID, membership: Membership) -> Referral | None:
    """One of those, or None for whoever may not see it."""
    found = referrals_of(membership).select_related("report", "organisation").filter(pk=key).first()
    return found if found is not None and Ability.SEE in on_referral(membership, found) else None


def steps_of(membership: Membership) -> QuerySet[Step]:
    """Every step that was ever proposed to her organisation, the newest first; none for whoever does not read there."""
    found = Step.objects.filter(recipient_id=membership.organisation_id, proposed_at__isnull=False)
    if not membership.role_enum.reads:
        found = found.none()
    related = ("referral__author__member", "referral__organisation", "referral__commune", "service__provider")
    return found.select_related(*related).order_by("-proposed_at")


def open_steps_of(membership: Membership) -> QuerySet[Step]:
    """Those that wait for her organisation or that it has in hand: urgent ones first, then who waited longest."""
    return steps_of(membership).filter(state__in=ACTIVE).order_by("-referral__urgent", "proposed_at")


def step_for(key: UUID, membership: Membership) -> Step | None:
    """One step as its service or as who refers, or None for whoever may not see it."""
    related = (
        "referral__author__member",
        "referral__organisation",
        "referral__commune",
        "service__provider",
        "recipient",
    )
    found = Step.objects.select_related(*related).filter(pk=key).first()
    return found if found is not None and Ability.SEE in on_step(membership, found) else None
