"""Who may come in: forms of our own pages, and browsers that have something open. Others lose nothing they typed."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from maillon.portals.public import sittings
from maillon.portals.public.sittings import Answering, Back, Writing

P = ParamSpec("P")
# The fields with text of their own, by their names in the forms.
_TYPED = ("narrative", "who", "words")
# Messages: one for each recipient and one for all, on one page (returning.forms.TextForm).
_MESSAGE = "text"
_BEHIND_A_CODE = frozenset({"following", "following_act", "following_end"})
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def from_own_page(view: View[P]) -> View[P]:
    """For the views that start a sitting, where no token can have been given yet: the form must stand on our own page.

    Browsers say so themselves (Sec-Fetch-Site; the older ones Origin). One that says neither is refused.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST" and not _is_own(request):
            return render(request, "components/errors/csrf.html", status=403)
        return view(request, *args, **kwargs)

    return cast("View[P]", csrf_exempt(wrapper))


def _is_own(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    host = request.get_host()
    # The onion service speaks HTTP, over a way that Tor seals.
    scheme = "http" if settings.ONION_ADDRESS and host == settings.ONION_ADDRESS else request.scheme
    return request.headers.get("Origin") == f"{scheme}://{host}"


def over(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Where a form comes back whose sitting is over: what was typed on it is shown again, and kept nowhere.

    Words of an account may begin a new one; traces are shown alone, since the law keeps them from most readers. A form
    of somebody who came back leads to where the code is asked for, one of a service to its e-mail. A form that stood on
    somebody else's page gets nothing back. `reason` is for developers and is not shown.
    """
    if not _is_own(request):
        return render(request, "components/errors/csrf.html", status=403)
    typed = {name: request.POST.get(name, "").strip() for name in _TYPED}
    messages = [str(text).strip() for name, text in request.POST.items() if name.rpartition("-")[2] == _MESSAGE]
    typed[_MESSAGE] = "\n\n".join(filter(None, messages))
    return render(request, f"public/{_room(request)}/over.html", typed, status=403)


def _room(request: HttpRequest) -> str:
    match = request.resolver_match
    if match is not None and "answering" in match.app_names:
        return "answering"
    return "returning" if match is not None and match.url_name in _BEHIND_A_CODE else "telling"


def needs_writing(view: Callable[Concatenate[HttpRequest, Writing, P], HttpResponse]) -> View[P]:
    """For screens of an account: whoever has none open is led to where one begins.

    One who has just sent or kept it, by a second tap or after a lost answer, is led to the code that is hers.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = sittings.writing(request)
        if found is not None:
            return view(request, found, *args, **kwargs)
        if sittings.handed_over(request) is not None:
            return redirect("public:telling_code")
        return over(request) if request.method == "POST" else redirect("public:telling")

    return cast("View[P]", wrapper)


def needs_back(view: Callable[Concatenate[HttpRequest, Back, P], HttpResponse]) -> View[P]:
    """For screens behind a code: whoever has not entered one is asked for it. What she does puts the end off."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = sittings.back(request)
        if found is not None:
            # Nothing in the sitting changes, and only what is saved lives on.
            request.session.modified = request.session.modified or request.method == "POST"
            return view(request, found, *args, **kwargs)
        return over(request) if request.method == "POST" else redirect("public:returning")

    return cast("View[P]", wrapper)


def needs_link(view: Callable[Concatenate[HttpRequest, Answering, P], HttpResponse]) -> View[P]:
    """For screens behind a link: its token stands in the e-mail alone, so whoever has nothing open is sent there."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = sittings.answering(request)
        if found is not None:
            request.session.modified = request.session.modified or request.method == "POST"
            return view(request, found, *args, **kwargs)
        return over(request) if request.method == "POST" else render(request, "public/answering/over.html", status=403)

    return cast("View[P]", wrapper)
