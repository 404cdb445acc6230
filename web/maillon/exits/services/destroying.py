"""Destroying what is sealed of a path; the line with the keys of what was destroyed is the proof."""

from datetime import datetime

from maillon.exits.models import Aid, Paper, Path, Permit, Request
from maillon.exits.services.locking import record_on_path
from maillon.journal.enums import Action
from maillon.vault import services as vault
from maillon.vault.models import SealedItem


def destroy_content(path: Path, at: datetime, *, reason: str = "") -> int:
    """Destroys all that is sealed of a locked path, on both sides, and says how many pieces it was.

    What stays: states, dates, opinions, decisions, and the words in which the path was explained.
    """
    items = _items(path)
    Paper.objects.filter(request__path=path).delete()
    Permit.objects.filter(path=path).delete()
    Aid.objects.filter(request__path=path).update(item=None)
    Request.objects.filter(path=path).update(wanted=None, reasons=None)
    path.erased_at = at
    path.save(update_fields=["erased_at"])
    for item in items:
        vault.forget(item=item)
    record_on_path(path, None, at, Action.ERASED, reason=reason, items=sorted(str(item.pk) for item in items))
    return len(items)


def _items(path: Path) -> list[SealedItem]:
    held = [paper.item for paper in Paper.objects.filter(request__path=path).select_related("item")]
    held += [permit.item for permit in Permit.objects.filter(path=path).select_related("item")]
    aids = Aid.objects.filter(request__path=path).select_related("item")
    held += [aid.item for aid in aids if aid.item is not None]
    for request in Request.objects.filter(path=path).select_related("wanted", "reasons"):
        held += [item for item in (request.wanted, request.reasons) if item is not None]
    return held
