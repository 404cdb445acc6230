"""The page that asks to wait. It carries back what was typed, and works without a script."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from maillon.portals.public.gate.judging import ANSWER, TICKET, Wait, Work

# The one page of the door with a script of its own; the others keep their stricter policy.
_POLICY = {"script-src": ["'self'"]}


def asked(request: HttpRequest, verdict: Wait | Work) -> HttpResponse:
    """429: the wait; what the form brought stands in hidden fields, to be posted to the same address."""
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {TICKET, ANSWER}
        for value in values
        if isinstance(value, str)
    ]
    context = {"wait": verdict, "work": verdict if isinstance(verdict, Work) else None, "kept": kept}
    response = render(request, "public/gate/wait.html", context, status=429)
    response.headers["Retry-After"] = str(verdict.seconds)
    response._csp_update = _POLICY  # type: ignore[attr-defined] # noqa: SLF001 - what django-csp's decorator sets
    return response
