"""The assessment or sheet that a request is about, if its reader may know of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from maillon.accounts.http import MemberRequest
from maillon.protection import selectors
from maillon.protection.models import Assessment, PathSheet
from maillon.protection.rights import Ability, may_assess, on_assessment, on_sheet


def only_where_it_is_assessed(request: MemberRequest) -> None:
    """Raises Http404 for whoever does not assess."""
    if not may_assess(request.membership):
        raise Http404


def found(request: MemberRequest, key: UUID, ability: Ability = Ability.SEE) -> Assessment:
    """The assessment. Raises Http404 without the ability, as if it did not exist."""
    assessment = selectors.assessment_for(key, request.membership)
    if assessment is None or ability not in on_assessment(request.membership, assessment):
        raise Http404
    return assessment


def found_sheet(request: MemberRequest, key: UUID, ability: Ability = Ability.SEE) -> PathSheet:
    """The sheet. Raises Http404 without the ability."""
    sheet = selectors.sheet_for(key, request.membership)
    if sheet is None or ability not in on_sheet(request.membership, sheet):
        raise Http404
    return sheet


def back(assessment: Assessment, done: str) -> HttpResponse:
    """To the assessment's page, which says what was done."""
    return redirect(f"{reverse('pro:assessment', args=[assessment.pk])}?fait={done}")
