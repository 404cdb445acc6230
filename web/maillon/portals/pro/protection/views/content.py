"""Opening what is sealed of an assessment. A reason first; each showing is journalled with it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.portals.pro.protection.finding import found
from maillon.portals.pro.protection.forms.assessing import OpenForm
from maillon.portals.pro.protection.openings import give_reason, reason_for
from maillon.portals.pro.protection.page import page_of
from maillon.protection import services
from maillon.protection.enums import Reading
from maillon.protection.refusals import NotAllowed
from maillon.protection.rights import Ability, on_assessment
from maillon.vault.refusals import CannotOpen


@reads
@require_POST
def open_it(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """Takes the reason."""
    assessment, form = found(request, assessment_id, Ability.READ), OpenForm(request.POST)
    if not form.is_valid():
        return page_of(request, assessment, opening=form)
    give_reason(request, assessment.pk, Reading(form.cleaned_data["reason"]))
    return redirect("pro:assessment_content", assessment_id=assessment.pk)


@reads
@require_GET
def content(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """All that was written of the child."""
    assessment = found(request, assessment_id, Ability.READ)
    reason = reason_for(request, assessment.pk)
    if reason is None:
        return redirect("pro:assessment", assessment_id=assessment.pk)
    try:
        opened = services.open_assessment(
            assessment_id=assessment.pk, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
        )
    except CannotOpen:
        return render(request, "pro/protection/keyless.html")
    except NotAllowed:
        raise Http404 from None
    context = {
        "assessment": assessment,
        "opened": opened,
        "acts": [(act, opened.acts[act.pk]) for act in assessment.acts.order_by("-on") if act.pk in opened.acts],
        "parents": [
            (told, opened.parents[told.pk])
            for told in assessment.parents.order_by("-said_at")
            if told.pk in opened.parents
        ],
        "can": {ability.value: True for ability in on_assessment(request.membership, assessment)},
    }
    return render(request, "pro/protection/content.html", context)
