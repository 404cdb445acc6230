"""Doing what a form asks for: a refusal of the rules comes back as words on the form."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render

from maillon.accounts.http import MemberRequest
from maillon.base.errors import Refusal
from maillon.commission.refusals import NotAllowed


@contextmanager
def refused() -> Iterator[None]:
    """What is not allowed does not exist."""
    try:
        yield
    except NotAllowed:
        raise Http404 from None


def acted(
    request: MemberRequest,
    form: forms.Form,
    act: Callable[[], object],
    onward: Callable[[], HttpResponse],
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """The form, or where it leads once it is valid and done."""
    if form.is_valid():
        try:
            with refused():
                act()
            return onward()
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
    return render(request, template, {"form": form, **context}, status=422 if form.errors else 200)


def confirmed(
    request: MemberRequest, act: Callable[[], object], onward: Callable[[], HttpResponse], context: dict[str, Any]
) -> HttpResponse:
    """A question with one button; a refusal of the rules stands above it."""
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            with refused():
                act()
            return onward()
        except Refusal as found:
            refusal = found
    context = {"refusal": refusal.message if refusal else "", **context}
    return render(request, "pro/commission/confirm.html", context, status=409 if refusal else 200)
