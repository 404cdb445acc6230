"""One form about an assessment: shown, checked, acted upon, and shown again with what went wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise

from maillon.accounts.http import MemberRequest
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.pro.protection.shown import law
from maillon.protection.models import Assessment
from maillon.protection.refusals import NotAllowed
from maillon.vault.refusals import CannotOpen


@dataclass(frozen=True)
class Question:
    """What stands around a form: its title, a sentence, facts of law by code, its button."""

    title: str | Promise
    button: str | Promise
    intro: str | Promise = ""
    facts: tuple[str, ...] = ()
    icon: str = "check"


def ask(
    request: MemberRequest,
    question: Question,
    form: forms.Form,
    act: Callable[[], HttpResponse],
    *,
    assessment: Assessment | None = None,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """Does `act` once the form is valid; its refusal is shown in the form. Answers 422 for what is to be corrected."""
    if form.is_valid():
        try:
            return act()
        except NotAllowed:
            raise Http404 from None
        except CannotOpen:
            return render(request, "pro/protection/keyless.html")
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
    on = timezone.localdate(clock.now())
    context = {
        "question": question,
        "form": form,
        "laws": [law(code, on) for code in question.facts],
        "assessment": assessment,
        "back": reverse("pro:assessment", args=[assessment.pk]) if assessment else reverse("pro:protection"),
        **(more or {}),
    }
    return render(request, "pro/protection/form.html", context, status=422 if form.errors else 200)
