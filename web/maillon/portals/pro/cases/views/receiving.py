"""The other side: reading what is shared, and taking over a case that another organisation offers."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, may_report, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.cases import services
from maillon.cases.enums import Reading, TransferRefusal
from maillon.cases.refusals import Erased, NotAllowed
from maillon.cases.rights import Ability
from maillon.portals.components.posting import posted
from maillon.portals.pro.cases.finding import follows, found_share, found_transfer
from maillon.portals.pro.cases.forms.ending import RefuseForm
from maillon.portals.pro.cases.openings import give_reason
from maillon.portals.pro.cases.paging import PER_PAGE, moment_of, page_of, pdf
from maillon.portals.pro.cases.shown import in_words
from maillon.portals.pro.cases.views.agreeing import kind_words
from maillon.vault.refusals import CannotOpen


@may_report
@require_POST
def share(request: MemberRequest, share_id: UUID) -> HttpResponse:
    """What is shared. A POST, since it opens what is sealed; journalled on both sides as read because it is shared."""
    found = found_share(request, share_id)
    try:
        opened = services.read_shared(
            share_id=found.pk,
            by=request.membership,
            keyring=request.keyring,
            at=clock.now(),
            before=moment_of(request.POST.get("avant", "")),
            # One more than is shown tells whether there is another page.
            limit=PER_PAGE + 1,
        )
    except CannotOpen:
        return render(request, "pro/cases/keyless.html")
    except NotAllowed:
        raise Http404 from None
    entries, following = page_of(opened.entries)
    context = {
        "share": found,
        "kinds": kind_words(found.kinds),
        "lines": in_words(entries),
        "following": following,
    }
    return render(request, "pro/cases/share.html", context)


@may_report
@require_POST
def shared_document(request: MemberRequest, share_id: UUID, entry_id: UUID) -> HttpResponse:
    """The PDF of a document that is shared, while it is. A POST, and journalled, as above."""
    found = found_share(request, share_id)
    try:
        content = services.read_shared_document(
            share_id=found.pk, entry_id=entry_id, by=request.membership, keyring=request.keyring, at=clock.now()
        )
    except CannotOpen:
        return render(request, "pro/cases/keyless.html")
    except (NotAllowed, Erased):
        raise Http404 from None
    return pdf(content)


@reads
@follows
@require_GET
def offer(request: MemberRequest, transfer_id: UUID) -> HttpResponse:
    """A case that is offered: who offers it, and what would come along. Nothing is opened."""
    found = found_transfer(request, transfer_id)
    context = {"transfer": found, "kinds": kind_words(found.kinds)}
    return render(request, "pro/cases/offer.html", context)


@reads
@follows
@require_POST
def read_offer(request: MemberRequest, transfer_id: UUID) -> HttpResponse:
    """The same, opened: one has to know whom one says yes to."""
    found = found_transfer(request, transfer_id, Ability.READ_SHARED)
    try:
        opened = services.read_offer(
            transfer_id=found.pk, by=request.membership, keyring=request.keyring, at=clock.now()
        )
    except CannotOpen:
        return render(request, "pro/cases/keyless.html")
    context = {
        "transfer": found,
        "kinds": kind_words(found.kinds),
        "opened": opened,
        "lines": in_words(opened.entries),
    }
    return render(request, "pro/cases/offer.html", context)


@reads
@follows
@require_POST
def receive(request: MemberRequest, transfer_id: UUID) -> HttpResponse:
    """Takes over: a case of one's own from now on."""
    found = found_transfer(request, transfer_id, Ability.RECEIVE)
    try:
        case = services.receive_transfer(
            transfer_id=found.pk, by=request.membership, keyring=request.keyring, at=clock.now()
        )
    except NotAllowed:
        raise Http404 from None
    except CannotOpen:
        return render(request, "pro/cases/keyless.html")
    give_reason(request, case.pk, Reading.FOLLOWING)
    return redirect(f"{reverse('pro:case', args=[case.pk])}?fait=transfer_receive")


@reads
@follows
@require_http_methods(["GET", "POST"])
def refuse(request: MemberRequest, transfer_id: UUID) -> HttpResponse:
    """Does not take over, with a reason from the list."""
    found, form = found_transfer(request, transfer_id, Ability.REFUSE), RefuseForm(posted(request))
    if form.is_valid():
        reason = TransferRefusal(form.cleaned_data["reason"])
        try:
            services.refuse_transfer(transfer_id=found.pk, reason=reason, by=request.membership, at=clock.now())
            return redirect(f"{reverse('pro:cases_shared')}?fait=transfer_refuse")
        except NotAllowed:
            raise Http404 from None
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"transfer": found, "form": form}
    return render(request, "pro/cases/offer_refuse.html", context, status=422 if form.errors else 200)
