"""What a room shows on its wall, and on paper once it is over: counts of phones, never one phone."""

from typing import Any
from uuid import UUID

import segno
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, signed_in
from maillon.base import clock
from maillon.base.selectors import is_demo
from maillon.guidance import rulebook
from maillon.portals.components.pdf import PdfUnavailable
from maillon.portals.components.pdf import render as draw
from maillon.portals.pro.practice.shown import wall_shown
from maillon.practice import selectors
from maillon.practice.models import Room
from maillon.practice.rights import Ability, on_room


@require_GET
@signed_in
def wall(request: MemberRequest, room_id: UUID) -> HttpResponse:
    """The code, the address, and the counts so far."""
    room = _room(request, room_id, Ability.SEE)
    address = settings.PRO_ORIGIN + reverse("pro:practice_join")
    # White around it and black on it, whatever the theme: cameras want it so.
    picture = segno.make(f"{address}?code={room.code}", error="m").svg_data_uri(
        scale=5, border=4, dark="#000", light="#fff"
    )
    context = {**_counts(room), "room": room, "address": address, "picture": picture}
    return render(request, "pro/practice/wall.html", {**context, "abilities": on_room(request.membership, room)})


@require_GET
@signed_in
def counts(request: MemberRequest, room_id: UUID) -> HttpResponse:
    """The counts alone, for a wall that refreshes itself."""
    room = _room(request, room_id, Ability.SEE)
    return render(request, "pro/practice/counts.html", {**_counts(room), "room": room})


@require_GET
@signed_in
def debrief(request: MemberRequest, room_id: UUID) -> HttpResponse:
    """The sheet to talk over: as PDF, or as a page to print where the machine can't draw PDF. Once the room is over."""
    room = _room(request, room_id, Ability.PRINT)
    context = _counts(room)
    if not context["wall"].over:
        raise Http404
    html = render_to_string("pro/practice/letters/debrief.html", {**context, "room": room, "is_demo": is_demo()})
    try:
        content = draw(html)
    except PdfUnavailable:
        return HttpResponse(html)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="document.pdf"'
    return response


def _room(request: MemberRequest, key: UUID, ability: Ability) -> Room:
    room = selectors.room(key)
    if room is None or ability not in on_room(request.membership, room):
        raise Http404
    return room


def _counts(room: Room) -> dict[str, Any]:
    book, at = rulebook.load(), clock.now()
    on = timezone.localdate(at)
    return {"wall": wall_shown(selectors.wall(room, book, at, on), book, on)}
