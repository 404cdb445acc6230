"""Who is competent where: list, and correct or confirm."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods

from maillon.accounts.http import MemberRequest, administers
from maillon.base.clock import now
from maillon.base.enums import Confidence
from maillon.base.errors import Refusal
from maillon.portals.admin.pages import page
from maillon.portals.admin.territories.forms import CompetenceFilter, CompetenceForm, stands
from maillon.territories import selectors
from maillon.territories.enums import JurisdictionKind
from maillon.territories.models import Commune
from maillon.territories.services import set_competence

_PER_PAGE = 60


@require_GET
@administers
def listing(request: MemberRequest) -> HttpResponse:
    """The communes of a département with who is competent there, by default only what is to be confirmed."""
    # The administrator comes to settle what is open: an address without filters shows just that.
    narrowing = CompetenceFilter(
        request.GET or {"to_confirm": "on"}, home=request.membership.organisation.departement_id
    )
    chosen = narrowing.chosen()
    found = Paginator(selectors.competences(**chosen), _PER_PAGE).get_page(request.GET.get("page"))
    open_count = selectors.to_confirm_counts().get(chosen["departement"], 0)
    context = {"found": found, "narrowing": narrowing, "open_count": open_count}
    return page(request, "administration/territories/list.html", context)


@require_http_methods(["GET", "POST"])
@administers
def change(request: MemberRequest, code: str, kind: str) -> HttpResponse:
    """Corrects or confirms which service of a kind covers a commune."""
    commune, wanted = _found(code, kind)
    competence = selectors.jurisdictions_of(commune).get(wanted)
    at = now()
    form = CompetenceForm(
        request.POST if request.method == "POST" else None,
        initial=stands(competence, localdate(at)),
        commune=commune,
        kind=wanted,
        today=localdate(at),
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            set_competence(
                commune,
                told["jurisdiction"],
                Confidence(told["confidence"]),
                told["source"],
                told["checked_on"],
                by=request.membership,
                at=at,
            )
            return redirect("administration:competences")
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
    context = {"form": form, "commune": commune, "kind": wanted, "competence": competence}
    return page(request, "administration/territories/edit.html", context)


def _found(code: str, kind: str) -> tuple[Commune, JurisdictionKind]:
    commune = selectors.commune(code)
    if commune is None or kind not in JurisdictionKind.values:
        raise Http404
    return commune, JurisdictionKind(kind)
