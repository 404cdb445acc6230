"""What stands « à trier »: read, released or set aside, several at once."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.portals.pro.inbox.finding import found
from maillon.portals.pro.inbox.forms.triage import RELEASE, WaveForm
from maillon.portals.pro.inbox.rows import row
from maillon.portals.pro.inbox.views.acts import back
from maillon.reports import selectors, services
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability

PER_PAGE = 50
_DONE_WORDS: dict[str, str | Promise] = {
    "traiter": _("C’est dans les signalements reçus. Les délais courent à partir de maintenant."),
    "ecarter": _("C’est écarté. Rien n’est perdu : vous pouvez le rétablir."),
    "deja": _("Quelqu’un de votre organisation l’a déjà trié."),
}


@reads
@require_GET
def triage(request: MemberRequest) -> HttpResponse:
    """What the organisation has to sort, danger first, and what it set aside lately."""
    return _shown(request, WaveForm(choices=()))


@reads
@require_POST
def sort(request: MemberRequest) -> HttpResponse:
    """Releases or sets aside what was ticked. What a colleague has sorted meanwhile is passed over."""
    waiting = selectors.held(request.membership).values_list("pk", flat=True)
    form = WaveForm(request.POST, choices=[str(key) for key in waiting])
    if not form.is_valid():
        return _shown(request, form)
    act, done = (services.release, "traiter") if form.act == RELEASE else (services.set_aside, "ecarter")
    try:
        act(transmission_ids=form.ids, by=request.membership, at=clock.now())
    except NotAllowed:
        done = "deja"
    return redirect(f"{reverse('pro:triage')}?fait={done}")


@reads
@require_POST
def restore(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Takes back that something was set aside."""
    transmission = found(request, transmission_id, Ability.RESTORE)
    try:
        services.restore(transmission_id=transmission.id, by=request.membership, at=clock.now())
    except NotAllowed:
        raise Http404 from None
    return back(transmission, "retabli")


def _shown(request: MemberRequest, form: WaveForm) -> HttpResponse:
    page = Paginator(selectors.held(request.membership), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "problem": next((error for errors in form.errors.values() for error in errors), ""),
        "page": page,
        "rows": [row(item) for item in page.object_list],
        "aside": list(selectors.set_aside(request.membership)),
        "now": clock.now(),
        "done": _DONE_WORDS.get(request.GET.get("fait", ""), ""),
    }
    return render(request, "pro/inbox/triage.html", context, status=422 if form.errors else 200)
