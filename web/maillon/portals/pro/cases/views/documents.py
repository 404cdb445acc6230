"""Adding a document: the one address where a file may come in, for those who write in the case and nobody else."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.cases import services
from maillon.cases.enums import DocumentKind
from maillon.cases.refusals import NotAllowed
from maillon.cases.rights import Ability
from maillon.portals.components.posting import posted
from maillon.portals.components.uploads import given_pdf, takes_pdf
from maillon.portals.pro.cases.acting import Acting
from maillon.portals.pro.cases.finding import back, follows, found_case
from maillon.portals.pro.cases.forms.documents import DocumentForm


@reads
@follows
@takes_pdf
@require_http_methods(["GET", "POST"])
def add(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """A PDF: its images, programs and enclosed files are taken out before it is sealed."""
    acting = Acting(request, found_case(request, case_id, Ability.WRITE), clock.now())
    form = DocumentForm(posted(request), acting=acting)
    if form.is_valid():
        try:
            added = services.add_document(
                **acting.here,
                kind=DocumentKind(form.cleaned_data["kind"]),
                title=form.cleaned_data["title"],
                data=given_pdf(request),
            )
        except NotAllowed:
            raise Http404 from None
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            done = "case_document_plain" if added.images_removed else "case_document"
            return back("case_timeline", done, acting.case.pk)
    context = {"case": acting.case, "form": form}
    return render(request, "pro/cases/document.html", context, status=422 if form.errors else 200)
