"""Who may come in: forms of our own pages, and browsers that have something open. Others lose nothing they typed."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from maillon.portals.public import sittings
from maillon.portals.public.sittings import Back, Writing

P = ParamSpec("P")
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
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def over(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Where a form comes back whose sitting is over: what was typed on it is shown again, and kept nowhere.

    `reason` is for developers and is not shown. A form that stood on somebody else's page gets nothing back.
    """
    if not _is_own(request):
        return render(request, "components/errors/csrf.html", status=403)
    return render(request, "public/telling/over.html", {"typed": _typed(request)}, status=403)


def _typed(request: HttpRequest) -> str:
    texts = (request.POST.get(name, "").strip() for name in ("narrative", "who", "text"))
    return "\n\n".join(text for text in texts if text)


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
    """For screens behind a code: whoever has not entered one is asked for it."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = sittings.back(request)
        if found is not None:
            return view(request, found, *args, **kwargs)
        return over(request) if request.method == "POST" else redirect("public:returning")

    return cast("View[P]", wrapper)
