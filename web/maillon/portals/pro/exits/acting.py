"""A page that asks one thing and does it: shown, sent, done, or shown again with what is wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from maillon.accounts.http import MemberRequest
from maillon.base.errors import Refusal
from maillon.exits.refusals import NotAllowed

Words = str | Promise


@dataclass(frozen=True)
class Asked:
    """What stands around the form: what is asked, what it does, what the button says, and where one goes back to."""

    title: Words
    label: Words
    back: str
    about: Words = ""
    effect: Words = ""
    told: Sequence[Words] = ()
    kind: str = "primary"


def acted(
    request: MemberRequest, form: forms.Form, asked: Asked, act: Callable[[], None], done: Callable[[], HttpResponse]
) -> HttpResponse:
    """Does it where the form is valid, and answers with `done`; else the page. Raises Http404 where it is not allowed.

    A refusal is shown above the form.
    """
    if form.is_valid():
        try:
            act()
            return done()
        except NotAllowed:
            raise Http404 from None
        except Refusal as refusal:
            # What was put together for this very act (the papers that are missing) stands in the text of the refusal.
            form.add_error(None, str(refusal))
    return render(request, "pro/exits/form.html", {"form": form, "asked": asked}, status=422 if form.errors else 200)


class NoForm(forms.Form):
    """Nothing to fill in: it asks once more, no more than that."""
