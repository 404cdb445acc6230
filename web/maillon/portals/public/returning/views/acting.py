"""What she does from that page: answer, add, agree, take consent back, ask for erasure, leave."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.public import sittings
from maillon.portals.public.entrances import needs_back
from maillon.portals.public.returning.answers import ANSWERS
from maillon.portals.public.returning.forms import TextForm
from maillon.portals.public.returning.views.following import show
from maillon.portals.public.sittings import Back
from maillon.speaking import services
from maillon.speaking.plain import refused

_WITH_TEXT = frozenset({"answer", "add"})


@needs_back
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, back: Back) -> HttpResponse:
    """Does what the button says (POST `what`), and shows the page again; another language (`go`) does nothing else.

    A refusal leaves this address in the browser: opened, it leads to that page.
    """
    if request.method == "GET":
        return redirect("public:following")
    at, (what, to) = clock.now(), _asked(request)
    if request.POST.get("go") == "language":
        return show(request, back, at=at)
    form = TextForm(request.POST, to=to)
    if what in _WITH_TEXT and not form.is_valid():
        return show(request, back, at=at, wrong=form)
    try:
        _do(what, back, form.typed, to, at)
    except KeyError:
        return redirect("public:following")
    except Refusal as refusal:
        wrong = form if what in _WITH_TEXT else None
        return show(request, back, at=at, wrong=wrong, note=refused(refusal))
    return redirect("public:following")


def _do(what: str, back: Back, text: str, to: UUID | None, at: datetime) -> None:
    if what not in ANSWERS:
        _ACTS[what](back, text, to, at)
    elif to is not None:
        ANSWERS[what](back, to, at)


def _answer(back: Back, text: str, to: UUID | None, at: datetime) -> None:
    if to is None:
        raise KeyError
    services.answer(keyring=back.keyring, speaker_id=back.speaker_id, transmission_id=to, text=text, at=at)


def _add(back: Back, text: str, _to: UUID | None, at: datetime) -> None:
    services.add(keyring=back.keyring, speaker_id=back.speaker_id, text=text, at=at)


def _withdraw(back: Back, _text: str, to: UUID | None, at: datetime) -> None:
    if to is None:
        raise KeyError
    services.withdraw_consent(keyring=back.keyring, speaker_id=back.speaker_id, transmission_id=to, at=at)


def _erase(back: Back, _text: str, _to: UUID | None, at: datetime) -> None:
    services.ask_erasure(keyring=back.keyring, speaker_id=back.speaker_id, at=at)


_ACTS: Mapping[str, Callable[[Back, str, UUID | None, datetime], None]] = {
    "answer": _answer,
    "add": _add,
    "withdraw": _withdraw,
    "erase": _erase,
}


def _asked(request: HttpRequest) -> tuple[str, UUID | None]:
    """What the button says, as in "add" or "answer:" and the recipient."""
    what, _colon, to = request.POST.get("what", "").partition(":")
    try:
        return what, UUID(to)
    except ValueError:
        return what, None


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Destroys the sitting. Opened, the address leads to what is still open, or to where the code is asked for."""
    if request.method == "GET":
        return redirect("public:following")
    sittings.end(request)
    return render(request, "public/telling/finished.html")
