"""Yes, or no with a reason. Either ends the link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.public import sittings
from maillon.portals.public.answering.forms import AcceptanceForm, RefusalForm
from maillon.portals.public.answering.shown import Asked, shown
from maillon.portals.public.answering.views.ending import ended
from maillon.portals.public.answering.views.reading import show
from maillon.portals.public.entrances import needs_link
from maillon.portals.public.sittings import Answering
from maillon.referrals import services
from maillon.referrals.refusals import NoSuchLink


@needs_link
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, answering: Answering) -> HttpResponse:
    """Says yes, and shows once more how to reach her: from here on the link opens nothing."""
    if request.method == "GET":
        return redirect("public:answering:reading")
    form = AcceptanceForm(request.POST)
    if not form.is_valid():
        return show(request, answering, yes=form)
    try:
        accepted = _accepted(answering, form)
    except NoSuchLink:
        return ended(request)
    except Refusal as refusal:
        return show(request, answering, yes=form, note=str(refusal.message))
    sittings.end(request)
    return render(request, "public/answering/accepted.html", {"asked": accepted})


def _accepted(answering: Answering, form: AcceptanceForm) -> Asked:
    at = clock.now()
    _step, parts = services.open_by_link(link_id=answering.link_id, keyring=answering.keyring, at=at)
    starts_at = form.cleaned_data["starts_at"]
    step = services.accept_by_link(
        link_id=answering.link_id, keyring=answering.keyring, at=at, starts_at=starts_at, minutes=form.length
    )
    return shown(step, parts)


@needs_link
@require_http_methods(["GET", "POST"])
def refuse(request: HttpRequest, answering: Answering) -> HttpResponse:
    """Says no for one of the reasons; the next service that was agreed to is asked."""
    if request.method == "GET":
        return redirect("public:answering:reading")
    # Her age class is not known before opening: the service refuses a reason that is none for a minor.
    form = RefusalForm(request.POST, minor=False)
    if not form.is_valid():
        return show(request, answering, no=True)
    try:
        services.refuse_by_link(
            link_id=answering.link_id,
            reason=form.chosen,
            words=form.cleaned_data["words"],
            keyring=answering.keyring,
            at=clock.now(),
        )
    except NoSuchLink:
        return ended(request)
    except Refusal as refusal:
        return show(request, answering, no=True, note=str(refusal.message))
    sittings.end(request)
    return render(request, "public/answering/refused.html")
