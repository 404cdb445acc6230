"""Adding a document: the one address where a file may come in, for those who write in the case and nobody else."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.cases import services
from maillon.cases.enums import DocumentKind
from maillon.cases.refusals import NotAllowed, TooLarge
from maillon.cases.rights import Ability
from maillon.portals.components.posting import posted
from maillon.portals.pro.cases.acting import Acting
from maillon.portals.pro.cases.finding import back, follows, found_case
from maillon.portals.pro.cases.forms.documents import DocumentForm
from maillon.portals.pro.cases.uploads import InMemory

# The check against forged requests reads the body: it has to wait until the handler for the file is in place, which is
# put there only once it is known that this member may write in this case.


@csrf_exempt
@reads
@follows
@require_http_methods(["GET", "POST"])
def add(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """A PDF: its images, programs and enclosed files are taken out before it is sealed."""
    acting = Acting(request, found_case(request, case_id, Ability.WRITE), clock.now())
    handler = InMemory()
    request.upload_handlers = [handler]
    checked: Callable[..., HttpResponse] = csrf_protect(_add)
    return checked(request, acting, handler)


def _add(request: MemberRequest, acting: Acting, handler: InMemory) -> HttpResponse:
    form = DocumentForm(posted(request), acting=acting)
    if form.is_valid():
        sent = request.FILES.get("file")
        try:
            if handler.too_large:
                raise TooLarge
            if sent is None:
                raise _NoFile
            added = services.add_document(
                **acting.here,
                kind=DocumentKind(form.cleaned_data["kind"]),
                title=form.cleaned_data["title"],
                data=sent.read(),
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


class _NoFile(Refusal):
    """The form came without a file."""

    message = _("Choisissez un fichier PDF.")
