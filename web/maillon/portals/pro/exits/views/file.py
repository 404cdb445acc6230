"""One request: its page, its file opened for a reason, and its pieces."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.directory.enums import OrganisationKind
from maillon.exits import rules, services
from maillon.exits.content import OpenedFile
from maillon.exits.documents import sections
from maillon.exits.enums import PaperKind, Reading, RequestKind, RequestState
from maillon.exits.models import Request
from maillon.exits.refusals import NotAllowed
from maillon.exits.rights import Ability, on_request
from maillon.portals.components.posting import posted
from maillon.portals.pro.exits.acting import Asked, acted
from maillon.portals.pro.exits.finding import back_to_request, found_request
from maillon.portals.pro.exits.forms.papers import FORMS
from maillon.portals.pro.exits.forms.path import OpenForm
from maillon.portals.pro.exits.openings import give_reason, reason_for
from maillon.portals.pro.exits.shown import paper_lines, tone
from maillon.portals.pro.exits.words import DONE
from maillon.vault.refusals import CannotOpen

_OWN = _("Écrivez avec elle, et relisez-lui. Ne nommez personne d’autre.")
_TAKEN_OVER = _("Repris du dossier précédent. Relisez-le avec elle, et corrigez ce qui a changé.")
# What she commits to, declares and is advised is said anew each time.
_LASTING = frozenset({PaperKind.IDENTITY, PaperKind.SITUATION})


@reads
@require_GET
def request_page(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """Where it stands, which pieces are written, and what may be done now."""
    return shown_request(request, found_request(request, request_id))


def shown_request(request: MemberRequest, found: Request, opening: OpenForm | None = None) -> HttpResponse:
    """The page of a request; `opening` where a reason was not given."""
    can = on_request(request.membership, found, timezone.localdate(clock.now()))
    decided = found.decided_on if found.state == RequestState.REFUSED else None
    context = {
        "found": found,
        "path": found.path,
        "kind": RequestKind(found.kind).label,
        "label": RequestState(found.state).label,
        "tone": tone(found.state),
        "can": {ability.value: True for ability in can},
        "papers": (lines := paper_lines(found)),
        "whole": all(line.written_on for line in lines),
        "missing": next((line for line in lines if not line.written_on), None),
        "aid": getattr(found, "aid", None),
        "remedy": rules.remedy(decided, timezone.localdate(clock.now())) if decided else None,
        "opening": opening or OpenForm(prefecture=_is_prefecture(request)),
        "given": reason_for(request, found.pk),
        "prefecture": _is_prefecture(request),
        "done": DONE.get(request.GET.get("fait", ""), ""),
    }
    return render(request, "pro/exits/request.html", context, status=422 if opening and opening.errors else 200)


def _is_prefecture(request: MemberRequest) -> bool:
    return request.membership.organisation.kind == OrganisationKind.PREFECTURE


@reads
@require_POST
def open_request(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """Takes the reason."""
    found = found_request(request, request_id, Ability.READ)
    form = OpenForm(request.POST, prefecture=_is_prefecture(request))
    if not form.is_valid():
        return shown_request(request, found, form)
    give_reason(request, found.pk, Reading(form.cleaned_data["reason"]))
    return redirect("pro:exit_content", request_id=found.pk)


@reads
@require_GET
def content(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """The whole file, for the reason that was given."""
    found = found_request(request, request_id, Ability.READ)
    reason = reason_for(request, found.pk)
    if reason is None:
        return redirect("pro:exit_request", request_id=found.pk)
    try:
        file = opened_file(request, found, reason)
    except CannotOpen:
        return render(request, "pro/exits/keyless.html")
    context = {"found": found, "path": found.path, "file": file, "sections": sections(file)}
    return render(request, "pro/exits/content.html", context)


def opened_file(request: MemberRequest, found: Request, reason: Reading) -> OpenedFile:
    """The file, opened and journalled. Raises Http404 or CannotOpen."""
    try:
        return services.open_file(
            request_id=found.pk, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
        )
    except NotAllowed:
        raise Http404 from None


@reads
@require_http_methods(["GET", "POST"])
def paper(request: MemberRequest, request_id: UUID, kind: str) -> HttpResponse:
    """One piece: written, or written anew with what stood in it before."""
    found = found_request(request, request_id, Ability.WRITE)
    if kind not in {one.value for one in rules.papers_of(RequestKind(found.kind))}:
        raise Http404
    made, data = FORMS[PaperKind(kind)], posted(request)
    source = _source(found, PaperKind(kind))
    try:
        before = _written(request, source, PaperKind(kind)) if data is None and source else {}
    except CannotOpen:
        return render(request, "pro/exits/keyless.html")
    form = made(data, initial=before)

    def act() -> None:
        services.write_paper(request_id=found.pk, paper=form.piece(), by=request.membership, at=clock.now())

    asked = Asked(
        title=PaperKind(kind).label,
        about=found.path.number,
        effect=_OWN if source in {None, found} else _TAKEN_OVER,
        label=_("Sceller cette pièce"),
        back=reverse("pro:exit_request", args=[found.pk]),
    )
    return acted(request, form, asked, act, lambda: back_to_request(found.pk, "piece"))


def _source(found: Request, kind: PaperKind) -> Request | None:
    """The request whose piece stands in the form: this one or, for what rarely changes, the one before it."""
    if found.papers.filter(kind=kind).exists():
        return found
    if kind not in _LASTING:
        return None
    return found.path.requests.filter(position__lt=found.position, papers__kind=kind).order_by("-position").first()


def _written(request: MemberRequest, source: Request, kind: PaperKind) -> dict[str, object]:
    file = opened_file(request, source, Reading.PREPARING)
    return FORMS[kind].shown(file.papers.get(kind))
