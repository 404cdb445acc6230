"""Writing who the child is, a note, or the synthesis."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.portals.components.posting import posted
from maillon.portals.pro.protection.asking import Question, ask
from maillon.portals.pro.protection.finding import back, found
from maillon.portals.pro.protection.forms.assessing import WriteForm
from maillon.portals.pro.protection.openings import reason_for
from maillon.protection import services
from maillon.protection.enums import Reading, WritingKind
from maillon.protection.models import Assessment
from maillon.protection.rights import Ability
from maillon.vault.refusals import CannotOpen

_KINDS = {"enfant": WritingKind.CHILD, "note": WritingKind.NOTE, "synthese": WritingKind.SYNTHESIS}
_TITLES = {
    WritingKind.CHILD: _("Corriger qui est l’enfant"),
    WritingKind.NOTE: _("Écrire une note"),
    WritingKind.SYNTHESIS: _("Écrire la synthèse"),
}


@reads
@require_http_methods(["GET", "POST"])
def write(request: MemberRequest, assessment_id: UUID, what: str) -> HttpResponse:
    """What is replaced is shown first, and so wants a reason for opening."""
    kind = _KINDS.get(what)
    if kind is None:
        raise Http404
    assessment = found(request, assessment_id, Ability.WRITE)
    initial = {}
    if kind is not WritingKind.NOTE and request.method == "GET":
        reason = reason_for(request, assessment.pk)
        if reason is None:
            return redirect("pro:assessment", assessment_id=assessment.pk)
        try:
            initial = {"text": _written(request, assessment, kind, reason)}
        except CannotOpen:
            return render(request, "pro/protection/keyless.html")
    form = WriteForm(posted(request), kind=kind, initial=initial)

    def act() -> HttpResponse:
        text = form.cleaned_data["text"]
        services.write(assessment_id=assessment.pk, kind=kind, text=text, by=request.membership, at=clock.now())
        return back(assessment, "ecrit")

    return ask(request, Question(_TITLES[kind], _("Enregistrer")), form, act, assessment=assessment)


def _written(request: MemberRequest, assessment: Assessment, kind: WritingKind, reason: Reading) -> str:
    opened = services.open_assessment(
        assessment_id=assessment.pk, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
    )
    return opened.child if kind is WritingKind.CHILD else opened.synthesis
