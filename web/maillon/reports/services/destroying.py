"""Destroying what is sealed of a report. The caller records it: the keys of what was destroyed are the proof."""

from datetime import datetime

from django.db.models import Q

from maillon.reports.models import Message, Note, Report, Transmission
from maillon.vault import services as vault
from maillon.vault.models import SealedItem


def destroy_content(report: Report, at: datetime) -> list[str]:
    """Destroys all that is sealed of a locked report, its words included; returns the ids of the items, in order.

    What stays: coded facts, dates and states, from which figures are counted.
    """
    items = report.sealed_parts()
    report.account = report.identity = report.traces = report.contact = None
    report.erased_at = at
    report.save(update_fields=["account", "identity", "traces", "contact", "erased_at"])
    return _forgotten(items + _words(Q(transmission__report=report)))


def destroy_words(transmission: Transmission) -> list[str]:
    """Destroys the messages and notes of one transmission; returns the ids of their items, in order."""
    return _forgotten(_words(Q(transmission=transmission)))


def _words(which: Q) -> list[SealedItem]:
    # Messages and notes are nothing but their content: their rows go too.
    items: list[SealedItem] = []
    for kind in (Message, Note):
        found = kind.objects.filter(which).select_related("item")
        items += [words.item for words in found]
        found.delete()
    return items


def _forgotten(items: list[SealedItem]) -> list[str]:
    for item in items:
        vault.forget(item=item)
    return sorted(str(item.id) for item in items)
