"""What waits for somebody, by what she does in her organisation."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from maillon.accounts.enums import Role
from maillon.accounts.http import MemberRequest, signed_in
from maillon.accounts.models import Membership
from maillon.accounts.rights import asker
from maillon.accounts.selectors import waiting_for_key
from maillon.base import clock
from maillon.commission.selectors import convocations, seated_mandates
from maillon.directory import selectors as directory
from maillon.directory.enums import OrganisationKind
from maillon.directory.rights import may_add
from maillon.protection.rights import may_assess
from maillon.protection.selectors import due_counts
from maillon.referrals.rules import UNANSWERED
from maillon.referrals.selectors import open_steps_of
from maillon.reports import selectors

_LATEST = 5


@signed_in
@require_GET
def home(request: MemberRequest) -> HttpResponse:
    """The first page after signing in."""
    membership, at = request.membership, clock.now()
    if membership.role_enum is Role.ADMINISTRATOR:
        return render(request, "pro/home/administrator.html", _for_keepers(membership, at))
    mandates = seated_mandates(membership, at)
    context = {
        "now": at,
        # Whether the commission is hers to see: she is of a préfecture, or has a seat.
        "sits": bool(mandates) or membership.organisation.kind == OrganisationKind.PREFECTURE,
        "convocations": convocations(mandates, at),
        **_for_reporters(membership),
        **_for_readers(membership, at),
        **_for_keepers(membership, at),
    }
    return render(request, "pro/home/home.html", context)


def _for_keepers(membership: Membership, at: datetime) -> dict[str, Any]:
    """Entries of the directory that want confirming, and zones to be checked, for those who may do it."""
    asking = asker(membership)
    if not may_add(asking):
        return {}
    whose, on = None if asking.keeps else asking.organisation_id, timezone.localdate(at)
    return {
        "services_due": directory.to_confirm(directory.search(on=on, with_hidden=True), on, whose).count(),
        "zones_due": directory.open_proposals(whose).count(),
    }


def _for_reporters(membership: Membership) -> dict[str, Any]:
    return {
        "drafts": list(selectors.drafts_of(membership)),
        "reports": list(selectors.sent_by(membership)[:_LATEST]),
    }


def _for_readers(membership: Membership, at: datetime) -> dict[str, Any]:
    if not membership.role_enum.reads:
        return {}
    asked = open_steps_of(membership).filter(state__in=UNANSWERED).count()
    context: dict[str, Any] = {"counts": selectors.counts(membership, at=at), "asked": asked}
    if may_assess(membership):
        context["assessing"] = due_counts(membership, on=timezone.localdate(at))
    if membership.role_enum is Role.LEAD:
        context["waiting_for_key"] = len(waiting_for_key(membership.organisation))
    if membership.organisation.kind == OrganisationKind.PREFECTURE:
        counted = selectors.unanswered_counts(membership.organisation.departement_id)
        context["unanswered"] = list(counted.items())
    return context
