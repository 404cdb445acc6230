"""An assessment's page: put together for showing it, and for showing it again with what went wrong."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from maillon.accounts.http import MemberRequest
from maillon.accounts.models import Membership
from maillon.accounts.selectors import members_of
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.pro.protection.forms.assessing import AssignForm, OpenForm
from maillon.portals.pro.protection.openings import reason_for
from maillon.portals.pro.protection.shown import facts_of, history_of, law, row
from maillon.portals.pro.protection.words import DONE
from maillon.protection.models import Assessment
from maillon.protection.rights import Ability, on_assessment
from maillon.protection.rules import over_on


def page_of(
    request: MemberRequest,
    assessment: Assessment,
    *,
    done: str = "",
    opening: OpenForm | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """What is known in clear, until when, and what may be done. Nothing sealed is opened."""
    at, abilities = clock.now(), on_assessment(request.membership, assessment)
    asked = Ability.READ in abilities and reason_for(request, assessment.pk) is None
    context = {
        "assessment": assessment,
        "row": row(assessment),
        "can": {ability.value: True for ability in abilities},
        "facts": facts_of(assessment),
        "acts": list(assessment.acts.select_related("by__member").order_by("-on", "-recorded_at")),
        "parents": list(assessment.parents.select_related("by__member").order_by("-said_at")),
        "sheets": list(assessment.sheets.order_by("-written_at")),
        "opening": opening or (OpenForm() if asked else None),
        "assigning": assigning(request.membership, assessment) if Ability.ASSIGN in abilities else None,
        "law": law("assessment", timezone.localdate(at)),
        "keeping": law("active_base", timezone.localdate(at)),
        "over_on": over_on(assessment.last_contact_on),
        "history": history_of(assessment),
        "done": DONE.get(done, ""),
        "refusal": refusal.message if refusal else "",
        "now": at,
    }
    status = 409 if refusal else 422 if opening else 200
    return render(request, "pro/protection/assessment.html", context, status=status)


def readers(membership: Membership) -> list[Membership]:
    """Those of the organisation who can be given an assessment."""
    return [one for one in members_of(membership.organisation) if one.role_enum.reads]


def assigning(membership: Membership, assessment: Assessment) -> AssignForm:
    """The form that gives it to somebody, on whoever has it now."""
    return AssignForm(readers=readers(membership), initial={"to": str(assessment.assessor_id or "")})
