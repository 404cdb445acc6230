"""A trainer's rooms: listed, opened, closed; and the counts of the département."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, signed_in
from maillon.base import clock
from maillon.guidance import rulebook
from maillon.portals.pro.practice.forms import OpenForm
from maillon.portals.pro.practice.shown import figures_shown
from maillon.practice import selectors
from maillon.practice.refusals import NotAllowed
from maillon.practice.rights import may_open, may_see_figures
from maillon.practice.services import close_room, open_room


@require_GET
@signed_in
def rooms(request: MemberRequest) -> HttpResponse:
    """The rooms that she may see."""
    at = clock.now()
    listed = [(room, selectors.is_over(room, at)) for room in selectors.rooms_of(request.membership)]
    return render(request, "pro/practice/rooms.html", {"rooms": listed})


@require_http_methods(["GET", "POST"])
@signed_in
def open_one(request: MemberRequest) -> HttpResponse:
    """Chooses situations and opens a room."""
    if not may_open(request.membership):
        raise Http404
    form = OpenForm(rulebook.load(), request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "pro/practice/open.html", {"form": form}, status=422 if form.errors else 200)
    room = open_room(scenarios=form.cleaned_data["scenarios"], by=request.membership, at=clock.now())
    return redirect("pro:practice_wall", room_id=room.pk)


@require_POST
@signed_in
def close(request: MemberRequest, room_id: UUID) -> HttpResponse:
    """Ends a room: no answer is taken any more, and all of them are counted."""
    try:
        close_room(room_id=room_id, by=request.membership, at=clock.now())
    except NotAllowed as refused:
        raise Http404 from refused
    return redirect("pro:practice_wall", room_id=room_id)


@require_GET
@signed_in
def figures(request: MemberRequest) -> HttpResponse:
    """What rooms of her département changed, in counts. Never beside the figures of reports."""
    if not may_see_figures(request.membership):
        raise Http404
    book, at = rulebook.load(), clock.now()
    counted = selectors.figures(request.membership.organisation.departement_id, book, at, timezone.localdate(at))
    return render(request, "pro/practice/figures.html", {"figures": figures_shown(counted, book)})
