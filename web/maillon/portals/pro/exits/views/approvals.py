"""Approvals: what an association asked for, and what a préfecture makes of it."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from maillon.accounts.http import MemberRequest, leads, reads
from maillon.base import clock
from maillon.directory.enums import OrganisationKind
from maillon.exits import facts, selectors, services
from maillon.exits.models import Approval
from maillon.exits.rights import Ability, may_ask_approval, on_approval
from maillon.guidance.dated import Unit
from maillon.portals.components.posting import posted
from maillon.portals.pro.exits.acting import Asked, Words, acted
from maillon.portals.pro.exits.finding import back_to_approvals, found_approval
from maillon.portals.pro.exits.forms.approvals import AskForm, DayForm, GrantForm
from maillon.portals.pro.exits.shown import approval_line
from maillon.portals.pro.exits.words import DONE
from maillon.territories.models import Departement


@reads
@require_GET
def approvals(request: MemberRequest) -> HttpResponse:
    """Those of one's own association, or those that the préfecture received."""
    here = request.membership.organisation
    received = here.kind == OrganisationKind.PREFECTURE
    found = selectors.approvals_received(request.membership) if received else selectors.approvals_of(here)
    lines = [
        approval_line(one, {ability.value: True for ability in on_approval(request.membership, one)}) for one in found
    ]
    context = {
        "lines": lines,
        "received": received,
        "may_ask": may_ask_approval(request.membership),
        "done": DONE.get(request.GET.get("fait", ""), ""),
        "here": "approvals",
        "article": facts.fact("approval_complete").article,
        "complete": facts.months("approval_complete"),
        "silence": facts.months("approval_silence"),
        "years": facts.number("approval_life", Unit.YEARS),
    }
    return render(request, "pro/exits/approvals.html", context)


@leads
@require_http_methods(["GET", "POST"])
def ask(request: MemberRequest) -> HttpResponse:
    """Notes that it was asked for."""
    if not may_ask_approval(request.membership):
        raise PermissionDenied
    form = AskForm(
        posted(request),
        prefectures=selectors.prefectures(),
        departements=Departement.objects.order_by("pk"),
        initial={"departements": [request.membership.organisation.departement_id]},
    )

    def act() -> None:
        services.ask_approval(
            prefecture_id=form.prefecture_id,
            departements=form.cleaned_data["departements"],
            asked_on=form.cleaned_data["asked_on"],
            by=request.membership,
            at=clock.now(),
        )

    asked = Asked(
        title=_("Noter une demande d’agrément"),
        effect=_("Le dossier se dépose à la préfecture du siège. Maillon suit les délais et les rappelle."),
        label=_("Noter la demande"),
        back=reverse("pro:approvals"),
    )
    return acted(request, form, asked, act, lambda: back_to_approvals("agrement"))


def _noted(
    request: MemberRequest,
    found: Approval,
    title: Words,
    form: forms.Form,
    service: Callable[..., Approval],
    names: Mapping[str, str],
    **more: Any,
) -> HttpResponse:
    """Calls `service` with the answers; `names` say which of its arguments each field of the form is."""

    def act() -> None:
        given = {name: form.cleaned_data[field] for field, name in names.items()}
        service(approval_id=found.pk, by=request.membership, at=clock.now(), **given, **more)

    asked = Asked(title=title, about=found.association.name, label=_("Noter"), back=reverse("pro:approvals"))
    return acted(request, form, asked, act, lambda: back_to_approvals("agrement"))


@reads
@require_http_methods(["GET", "POST"])
def claim(request: MemberRequest, approval_id: UUID) -> HttpResponse:
    """A paper is missing."""
    found, form = found_approval(request, approval_id, Ability.CLAIM), DayForm(posted(request))
    names = {"day": "claimed_on"}
    return _noted(request, found, _("Noter qu’une pièce est demandée"), form, services.claim_papers, names)


@reads
@require_http_methods(["GET", "POST"])
def supply(request: MemberRequest, approval_id: UUID) -> HttpResponse:
    """It was given."""
    found, form = found_approval(request, approval_id, Ability.SUPPLY), DayForm(posted(request))
    names = {"day": "supplied_on"}
    return _noted(request, found, _("Noter que les pièces sont fournies"), form, services.supply_papers, names)


@reads
@require_http_methods(["GET", "POST"])
def complete(request: MemberRequest, approval_id: UUID) -> HttpResponse:
    """Nothing is missing."""
    found, form = found_approval(request, approval_id, Ability.COMPLETE), DayForm(posted(request))
    names = {"day": "complete_on"}
    return _noted(request, found, _("Constater que le dossier est complet"), form, services.complete_approval, names)


@reads
@require_http_methods(["GET", "POST"])
def grant(request: MemberRequest, approval_id: UUID) -> HttpResponse:
    """Granted."""
    found, form = found_approval(request, approval_id, Ability.DECIDE), GrantForm(posted(request))
    names = {"day": "decided_on", "from_on": "from_on"}
    return _noted(request, found, _("Noter l’agrément"), form, services.decide_approval, names, granted=True)


@reads
@require_http_methods(["GET", "POST"])
def refuse(request: MemberRequest, approval_id: UUID) -> HttpResponse:
    """Refused."""
    found, form = found_approval(request, approval_id, Ability.DECIDE), DayForm(posted(request))
    names = {"day": "decided_on"}
    return _noted(request, found, _("Noter un refus d’agrément"), form, services.decide_approval, names, granted=False)


@reads
@require_http_methods(["GET", "POST"])
def withdraw(request: MemberRequest, approval_id: UUID) -> HttpResponse:
    """Taken back by the préfet."""
    found, form = found_approval(request, approval_id, Ability.WITHDRAW), DayForm(posted(request))
    names = {"day": "withdrawn_on"}
    return _noted(request, found, _("Noter un retrait d’agrément"), form, services.withdraw_approval, names)
