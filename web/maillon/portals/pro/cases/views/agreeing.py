"""What she agreed to and who reads what: the page, her yes in two steps, and taking back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.base.languages import SHARED_LANGUAGES
from maillon.cases import services
from maillon.cases.enums import EntryKind, Purpose
from maillon.cases.models import Consent, Share
from maillon.cases.refusals import NotAllowed
from maillon.cases.rights import Ability
from maillon.cases.wording import wording
from maillon.directory.models import Organisation
from maillon.portals.components.posting import posted
from maillon.portals.pro.cases.acting import Acting
from maillon.portals.pro.cases.finding import back, follows, found_case
from maillon.portals.pro.cases.forms.agreeing import AgreedForm, AskedForm
from maillon.portals.pro.cases.page import around


@reads
@follows
@require_GET
def agreements(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """Every agreement, share and transfer, the living ones first. All of it stands in clear."""
    case = found_case(request, case_id)
    consents = case.consents.select_related("recipient", "recorded_by__member")
    shares = case.shares.select_related("organisation", "member__member", "member__organisation")
    context = {
        **around(request, case, "case_agreements"),
        "consents": [(one, kind_words(one.kinds)) for one in consents.order_by("-given_at")],
        "shares": [(one, kind_words(one.kinds)) for one in shares.order_by("-shared_at")],
        "transfers": case.transfers.select_related("recipient").order_by("-sent_at"),
    }
    return render(request, "pro/cases/agreements.html", context)


def kind_words(kinds: list[str]) -> str:
    """The kinds in words, one after another."""
    return ", ".join(str(EntryKind(kind).label) for kind in kinds)


@reads
@follows
@require_http_methods(["GET", "POST"])
def consent(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """First what is asked of her; then the text to read to her, and her answer."""
    acting = Acting(request, found_case(request, case_id, Ability.CONSENT), clock.now())
    asked = AskedForm(posted(request), acting=acting)
    if not asked.is_valid():
        context = {"case": acting.case, "form": asked}
        return render(request, "pro/cases/consent_asked.html", context, status=422 if asked.errors else 200)
    agreed = AgreedForm(request.POST if request.POST.get("act") == "agreed" else None, acting=acting)
    if agreed.is_valid():
        try:
            services.give_consent(**acting.here, new=agreed.new(asked))
            return back("case_agreements", "case_consent", acting.case.pk)
        except NotAllowed:
            raise Http404 from None
        except Refusal as refusal:
            agreed.add_error(None, str(refusal))
    return _read_to_her(acting, asked, agreed)


def _read_to_her(acting: Acting, asked: AskedForm, agreed: AgreedForm) -> HttpResponse:
    given, language = asked.cleaned_data, asked.cleaned_data["language"]
    recipient = Organisation.objects.filter(pk=asked.recipient_id).first() if asked.recipient_id else None
    text = wording(Purpose(given["purpose"]), language=language, recipient=recipient, kinds=asked.wanted)
    context = {
        "case": acting.case,
        "form": agreed,
        "carried": [
            *((name, given[name]) for name in ("purpose", "recipient", "language")),
            *(("kinds", kind) for kind in given["kinds"]),
        ],
        "text": text,
        "spoken": language,
        "written": language if language in SHARED_LANGUAGES else "fr",
    }
    return render(acting.request, "pro/cases/consent_agreed.html", context, status=422 if agreed.errors else 200)


@reads
@follows
@require_http_methods(["GET", "POST"])
def withdraw_consent(request: MemberRequest, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """She takes it back; asked once more first."""
    case = found_case(request, case_id, Ability.WITHDRAW_CONSENT)
    found = Consent.objects.filter(pk=consent_id, case=case, withdrawn_at=None).select_related("recipient").first()
    if found is None:
        raise Http404
    if request.method == "POST":
        services.withdraw_consent(consent_id=found.pk, by=request.membership, at=clock.now())
        return back("case_agreements", "case_consent_withdraw", case.pk)
    return render(request, "pro/cases/consent_withdraw.html", {"case": case, "consent": found})


@reads
@follows
@require_http_methods(["GET", "POST"])
def end_share(request: MemberRequest, case_id: UUID, share_id: UUID) -> HttpResponse:
    """Takes a share back; asked once more first."""
    case = found_case(request, case_id, Ability.UNSHARE)
    related = ("organisation", "member__member")
    found = Share.objects.filter(pk=share_id, case=case, ended_at=None).select_related(*related).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        services.unshare(share_id=found.pk, by=request.membership, at=clock.now())
        return back("case_agreements", "case_share_end", case.pk)
    return render(request, "pro/cases/share_end.html", {"case": case, "share": found})
