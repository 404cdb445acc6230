"""A further service for a referral that is under way, or that nobody could take."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.base.languages import DOOR_LANGUAGES
from maillon.portals.components.posting import posted
from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.candidates import Candidate, candidates
from maillon.portals.pro.referrals.finding import back, found_referral
from maillon.portals.pro.referrals.forms.adding import FurtherAgreementForm, FurtherPartsForm
from maillon.portals.pro.referrals.forms.agreeing import wording_in
from maillon.portals.pro.referrals.ranked import ranked
from maillon.referrals import services
from maillon.referrals.content import Wanted
from maillon.referrals.enums import How, PartKind
from maillon.referrals.models import Referral
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability
from maillon.vault.refusals import CannotOpen

# What the buttons say is to be done: ask her by her code, or take her answer; any other shows what to read to her.
_BY_CODE, _AGREED = "by_code", "agreed"


@may_report
@require_GET
def choose(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    """The services that fit the needs, without those that were asked already."""
    referral = found_referral(request, referral_id, Ability.ADD_RECIPIENT)
    answers = Answers(needs=tuple(referral.needs), minor=referral.minor)
    asked = {str(step.service_id) for step in referral.steps.all()}
    found = ranked(answers, request.membership, referral.commune, at=clock.now())
    context = {"referral": referral, "ranked": [one for one in found if one.candidate.key not in asked]}
    return render(request, "pro/referrals/add.html", context)


@may_report
@require_http_methods(["GET", "POST"])
def add(request: MemberRequest, referral_id: UUID, service_id: UUID) -> HttpResponse:
    """What it is told; then, for an adult, her agreement: read to her now, or asked by her code."""
    referral = found_referral(request, referral_id, Ability.ADD_RECIPIENT)
    candidate = candidates([str(service_id)], request.membership, minor=referral.minor).get(str(service_id))
    if candidate is None or candidate.obstacle:
        raise Http404
    telling = _telling(request, referral, candidate)
    if not telling.is_valid():
        return _show(request, referral, candidate, telling)
    if request.POST.get("act") == _BY_CODE:
        return _taken(request, referral, candidate, telling, None)
    if referral.minor:
        return _taken(request, referral, candidate, telling, _wanted(candidate, telling, None))
    answered = request.POST.get("act") == _AGREED
    agreeing = FurtherAgreementForm(request.POST if answered else None, language=_language(request))
    if not agreeing.is_bound or not agreeing.is_valid():
        return _show(request, referral, candidate, telling, agreeing)
    return _taken(request, referral, candidate, telling, _wanted(candidate, telling, agreeing), agreeing)


def _language(request: MemberRequest) -> str:
    asked = request.POST.get("language", "")
    return asked if asked in dict(DOOR_LANGUAGES) else "fr"


def _telling(request: MemberRequest, referral: Referral, candidate: Candidate) -> FurtherPartsForm:
    stored = {part.kind for part in referral.parts.all()}
    written = PartKind.in_order(stored)
    initial = {"parts": [kind.value for kind in written], "email": candidate.email}
    takes_part = candidate.takes_part
    return FurtherPartsForm(posted(request), written=written, takes_part=takes_part, initial=initial)


def _wanted(candidate: Candidate, telling: FurtherPartsForm, agreeing: FurtherAgreementForm | None) -> Wanted:
    return Wanted(
        service_id=candidate.service.pk,
        parts=frozenset(PartKind(part) for part in telling.cleaned_data["parts"]),
        how=How(agreeing.cleaned_data["how"]) if agreeing else None,
        language=agreeing.cleaned_data["language"] if agreeing else "fr",
        given_at=agreeing.given_at if agreeing else None,
        contact_email=telling.cleaned_data.get("email", ""),
    )


def _taken(
    request: MemberRequest,
    referral: Referral,
    candidate: Candidate,
    telling: FurtherPartsForm,
    wanted: Wanted | None,
    agreeing: FurtherAgreementForm | None = None,
) -> HttpResponse:
    """Adds the service, or asks her by her code where nothing is `wanted` yet."""
    by, at, page = request.membership, clock.now(), reverse("pro:referral", args=[referral.pk])
    try:
        if wanted is None:
            parts = {PartKind(part) for part in telling.cleaned_data["parts"]}
            services.ask_consent(referral_id=referral.pk, service_id=candidate.service.pk, parts=parts, by=by, at=at)
            return back(page, "demande")
        services.add_recipient(referral_id=referral.pk, wanted=wanted, by=by, keyring=request.keyring, at=at)
    except NotAllowed:
        raise Http404 from None
    except CannotOpen:
        return render(request, "pro/referrals/keyless.html")
    except Refusal as refusal:
        telling.add_error(None, str(refusal.message))
        return _show(request, referral, candidate, telling, agreeing)
    return back(page, "ajoute")


def _show(
    request: MemberRequest,
    referral: Referral,
    candidate: Candidate,
    telling: FurtherPartsForm,
    agreeing: FurtherAgreementForm | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {"referral": referral, "candidate": candidate, "form": telling, "agreeing": agreeing}
    wrong = (telling.is_bound and bool(telling.errors)) or (agreeing is not None and bool(agreeing.errors))
    if agreeing is not None:
        context["wording"] = wording_in(candidate.service, telling.cleaned_data["parts"], _language(request))
    template = "pro/referrals/add_agreement.html" if agreeing is not None else "pro/referrals/add_service.html"
    return render(request, template, context, status=422 if wrong else 200)
