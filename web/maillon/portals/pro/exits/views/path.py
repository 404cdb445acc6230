"""One path: its page, its beginning, and what is explained to her."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.cases.models import Case
from maillon.exits import facts, rules, selectors, services
from maillon.exits.enums import How, PathState
from maillon.exits.models import Path, Request
from maillon.exits.rights import Ability, may_start, on_path
from maillon.exits.wording import explanation
from maillon.portals.components.posting import posted
from maillon.portals.pro.exits.acting import Asked, acted
from maillon.portals.pro.exits.finding import back_to_path, found_path
from maillon.portals.pro.exits.forms.path import ExplainForm, StartForm
from maillon.portals.pro.exits.shown import end_words, request_line, tone
from maillon.portals.pro.exits.words import DONE


@reads
@require_GET
def path_page(request: MemberRequest, path_id: UUID) -> HttpResponse:
    """Where it stands, what was granted, and what may be done now."""
    path = found_path(request, path_id)
    today = timezone.localdate(clock.now())
    can = on_path(request.membership, path, today)
    requests = list(path.requests.order_by("position"))
    handed = [one for one in requests if one.submitted_at] if Ability.READ not in can else requests
    granted = selectors.granted_periods(path)
    context = {
        "path": path,
        "label": PathState(path.state).label,
        "tone": tone(path.state),
        "can": {ability.value: True for ability in can},
        "requests": [request_line(one) for one in handed],
        "granted": granted,
        "explained": path.explained.order_by("-written_at"),
        "end": end_words(path, today),
        "months": facts.months("path_period"),
        "total": facts.months("path_total"),
        "may_renew": _may_renew(path, can, requests),
        "done": DONE.get(request.GET.get("fait", ""), ""),
    }
    return render(request, "pro/exits/path.html", context)


def _may_renew(path: Path, can: frozenset[Ability], requests: list[Request]) -> bool:
    is_open = any(one.state in rules.OPEN_REQUESTS for one in requests)
    return Ability.RENEW in can and not is_open and rules.may_renew(selectors.granted_periods(path))


@reads
@require_http_methods(["GET", "POST"])
def start(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """Opens a path for somebody whom she follows."""
    case = Case.objects.select_related("organisation").filter(pk=case_id).first()
    if case is None or not may_start(request.membership, case, timezone.localdate(clock.now())):
        raise Http404
    form = StartForm(posted(request), prefectures=selectors.prefectures())
    made: list[Path] = []

    def act() -> None:
        made.append(
            services.start(case_id=case.pk, prefecture_id=form.prefecture_id, by=request.membership, at=clock.now())
        )

    asked = Asked(
        title=_("Commencer un parcours de sortie"),
        about=case.number,
        effect=_(
            "Commencer n’engage la personne à rien et ne dit rien à la préfecture. Notre aide ne dépend pas de ce "
            "parcours."
        ),
        label=_("Commencer"),
        back=reverse("pro:exits"),
    )
    return acted(request, form, asked, act, lambda: back_to_path(made[0].pk, "commence"))


@reads
@require_http_methods(["GET", "POST"])
def explain(request: MemberRequest, path_id: UUID) -> HttpResponse:
    """What is explained to her before she decides; that it was is written down with its very words."""
    path, form = found_path(request, path_id, Ability.EXPLAIN), ExplainForm(posted(request))

    def act() -> None:
        given = form.cleaned_data
        services.explain(
            path_id=path.pk,
            language=given["language"],
            how=How(given["how"]),
            explained_on=given["explained_on"],
            by=request.membership,
            at=clock.now(),
        )

    asked = Asked(
        title=_("Expliquer le parcours"),
        about=path.number,
        effect=_(
            "Lisez-lui ceci, ou faites-le traduire. Répondez à ses questions. Elle décide après, quand elle veut."
        ),
        told=explanation(),
        label=_("Noter que c’est expliqué"),
        back=reverse("pro:exit_path", args=[path.pk]),
    )
    return acted(request, form, asked, act, lambda: back_to_path(path.pk, "explique"))
