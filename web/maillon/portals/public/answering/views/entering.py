"""The link of the e-mail: it says nothing, and asks for the digits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.portals.public import sittings
from maillon.portals.public.answering.forms import DigitsForm
from maillon.portals.public.answering.views.ending import ended
from maillon.portals.public.entrances import from_own_page
from maillon.portals.public.gate import Act, Passed, asked, failed, judge
from maillon.portals.public.sittings import Answering
from maillon.referrals import services
from maillon.referrals.refusals import NoSuchLink


@from_own_page
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Asks for the digits, or says that the link does not open: the same whether it ended or never was.

    Opening changes nothing, however often and by whomever: mail servers open links too.
    """
    if request.method != "POST":
        return _ask(request, token, DigitsForm(auto_id="id_%s"))
    verdict = judge(request, Act.CODE)
    if not isinstance(verdict, Passed):
        return asked(request, verdict)
    form = DigitsForm(request.POST, auto_id="id_%s")
    if not form.is_valid():
        failed(request, Act.CODE, slip=True)
        return _ask(request, token, form)
    return _enter(request, token, form)


def _enter(request: HttpRequest, token: str, form: DigitsForm) -> HttpResponse:
    if sittings.awaits_code(request):
        return redirect("public:telling_code")
    try:
        entered = services.enter_link(token=token, digits=form.cleaned_data["digits"], at=clock.now())
    except NoSuchLink as refusal:
        failed(request, Act.CODE)
        form.add_error("digits", _wrong(refusal.left))
        return _ask(request, token, form)
    sittings.begin_answering(request, Answering(entered.link_id, entered.keyring))
    return redirect("public:answering:reading")


def _wrong(left: int) -> str:
    return ngettext(
        "Ce ne sont pas les bons chiffres. Il reste %(left)d essai, puis le lien ne s’ouvrira plus.",
        "Ce ne sont pas les bons chiffres. Il reste %(left)d essais, puis le lien ne s’ouvrira plus.",
        left,
    ) % {"left": left}


def _ask(request: HttpRequest, token: str, form: DigitsForm) -> HttpResponse:
    if not services.link_exists(token=token, at=clock.now()):
        return ended(request)
    return render(request, "public/answering/enter.html", {"form": form}, status=422 if form.errors else 200)
