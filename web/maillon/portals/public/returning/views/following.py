"""Who has it, where it stands, what was done, what was written."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from maillon.base import clock
from maillon.portals.public import sittings
from maillon.portals.public.entrances import needs_back
from maillon.portals.public.returning.forms import TextForm
from maillon.portals.public.returning.shown import shown
from maillon.portals.public.sittings import Back
from maillon.speaking import services
from maillon.speaking.refusals import NoSuchCode


@needs_back
@require_safe
def following(request: HttpRequest, back: Back) -> HttpResponse:
    """Everything about her report on one page, with what she may do."""
    return show(request, back, at=clock.now())


def show(
    request: HttpRequest,
    back: Back,
    *,
    at: datetime,
    wrong: TextForm | None = None,
    to: UUID | None = None,
    note: str = "",
) -> HttpResponse:
    """The page; `wrong` is a text that was refused, for recipient `to` or, without one, for all; `note` says why."""
    try:
        followed = services.follow(keyring=back.keyring, speaker_id=back.speaker_id, at=at)
    except NoSuchCode:
        sittings.end(request)
        return redirect("public:returning")
    context = {
        "report": followed,
        "ways": [shown(way, wrong if to == way.transmission.id else None) for way in followed.ways],
        "adding": wrong if wrong is not None and to is None else TextForm(auto_id="id_add_%s"),
        "note": note,
        "now": at,
    }
    return render(request, "public/returning/following.html", context, status=422 if wrong or note else 200)
