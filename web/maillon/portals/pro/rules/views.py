"""Every rule, source, ground, number and sign that guidance works with, for whoever signs them off or doubts one."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, signed_in
from maillon.base import clock
from maillon.guidance import rulebook
from maillon.portals.pro.rules import shown


@signed_in
@require_GET
def rules(request: MemberRequest) -> HttpResponse:
    """Every rule with its steps, in the order of the data."""
    book = rulebook.load()
    return render(request, "pro/rules/rules.html", {"rules": shown.rules(book, _today()), "version": book.version})


@signed_in
@require_GET
def sources(request: MemberRequest) -> HttpResponse:
    """Every legal source, with what it is worth today."""
    return render(request, "pro/rules/sources.html", {"sources": shown.sources(rulebook.load(), _today())})


@signed_in
@require_GET
def grounds(request: MemberRequest) -> HttpResponse:
    """The closed list of grounds in their terms, and the clocks that run on recipients."""
    book = rulebook.load()
    context = {
        "grounds": shown.grounds(book, _today()),
        "clocks": shown.clocks(book, _today()),
        "expectations": book.expectations.values(),
    }
    return render(request, "pro/rules/grounds.html", context)


@signed_in
@require_GET
def contacts(request: MemberRequest) -> HttpResponse:
    """Every number and site, with when it was checked."""
    return render(request, "pro/rules/contacts.html", {"contacts": shown.contacts(rulebook.load(), _today())})


@signed_in
@require_GET
def signs(request: MemberRequest) -> HttpResponse:
    """Every sign by trade, with what is known of it, and those that a test discarded."""
    book = rulebook.load()
    context = {"trades": shown.signs_by_trade(book), "discarded": shown.discarded(book)}
    return render(request, "pro/rules/signs.html", context)


def _today() -> date:
    return timezone.localdate(clock.now())
