"""Who has it, where it stands, what was done, what was written."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.portals.public import sittings
from maillon.portals.public.entrances import needs_back
from maillon.portals.public.returning.asked import asked
from maillon.portals.public.returning.forms import TextForm
from maillon.portals.public.returning.shown import shown
from maillon.portals.public.sittings import Back
from maillon.referrals import services as referrals
from maillon.reports.refusals import NotAllowed
from maillon.speaking import services
from maillon.speaking.refusals import NoSuchCode
from maillon.speaking.services import Followed


@needs_back
@require_http_methods(["GET", "HEAD", "POST"])
def following(request: HttpRequest, back: Back) -> HttpResponse:
    """Everything about her report and what is asked for her on one page, with what she may do.

    A POST is another language: it keeps her texts.
    """
    return show(request, back, at=clock.now())


def show(
    request: HttpRequest, back: Back, *, at: datetime, wrong: TextForm | None = None, note: str = ""
) -> HttpResponse:
    """The page, with what was typed in it; `wrong` is a text that was refused, `note` says why."""
    try:
        followed = _followed(back, at)
    except NoSuchCode:
        sittings.end(request)
        return redirect("public:returning")
    ways = followed.ways if followed else ()
    context = {
        "report": followed,
        "ways": [shown(way, _form(request, wrong, way.transmission.id)) for way in ways],
        "asked": [asked(own) for own in referrals.follow_by_code(keyring=back.keyring)],
        "adding": _form(request, wrong, None),
        "language_form": "words",
        "language_go": "language",
        "note": note,
        "now": at,
    }
    return render(request, "public/returning/following.html", context, status=422 if wrong or note else 200)


def _followed(back: Back, at: datetime) -> Followed | None:
    """Her report; None under a code that a professional made for her, who has told nothing here herself."""
    try:
        return services.follow(keyring=back.keyring, speaker_id=back.speaker_id, at=at)
    except NotAllowed:
        return None


def _form(request: HttpRequest, wrong: TextForm | None, to: UUID | None) -> TextForm:
    form = TextForm(to=to, kept=request.POST)
    return wrong if wrong is not None and wrong.prefix == form.prefix else form
