"""A timeline a page at a time, and a document of it, for those who follow and for those it is shared with."""

from datetime import datetime

from django.http import HttpResponse
from django.utils.dateparse import parse_datetime

from maillon.cases.content import OpenedEntry

PER_PAGE = 20


def page_of(entries: tuple[OpenedEntry, ...]) -> tuple[tuple[OpenedEntry, ...], datetime | None]:
    """What is shown, and before which moment the next page begins. What happened at one moment stays together."""
    if len(entries) <= PER_PAGE:
        return entries, None
    edge = entries[-1].happened_at
    whole = tuple(entry for entry in entries[:-1] if entry.happened_at > edge)
    return (whole, whole[-1].happened_at) if whole else (entries[:-1], edge)


def moment_of(written: str) -> datetime | None:
    """The moment that an address or a form holds; None for anything else."""
    try:
        moment = parse_datetime(written)
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None


def pdf(content: bytes) -> HttpResponse:
    """A document as a file, under a name that says nothing."""
    headers = {"Content-Disposition": 'attachment; filename="document.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
