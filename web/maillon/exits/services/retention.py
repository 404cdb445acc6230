"""Everything has an end: content goes two years after the last contact, the journal keeps the proof."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.exits import rules
from maillon.exits.enums import PathState
from maillon.exits.models import Path
from maillon.exits.services.asking import take_back
from maillon.exits.services.destroying import destroy_content
from maillon.exits.services.locking import locked_path, tell_association

_BATCH = 200


@dataclass(frozen=True)
class Erasure:
    """How many paths were destroyed, and of how many it was said that they soon will be."""

    erased: int
    warned: int


def erase_expired(*, at: datetime) -> Erasure:
    """Destroys the content of ended paths two years after the last contact, and warns two months before.

    A hold on the case keeps it. Each in a transaction of its own. States and dates stay, for the figures.
    """
    ended = Path.objects.filter(state=PathState.ENDED, erased_at=None).order_by("ended_on")
    done = [_look(key, at) for key in ended.values_list("pk", flat=True).iterator(_BATCH)]
    return Erasure(erased=done.count("erased"), warned=done.count("warned"))


@transaction.atomic
def _look(key: UUID, at: datetime) -> str:
    path = locked_path(key, skip_locked=True)
    if path is None or path.erased_at is not None or path.state != PathState.ENDED:
        return ""
    today, due = timezone.localdate(at), rules.erase_on(_contacts(path), held_until=path.case.hold_until)
    if today >= due:
        destroy_content(path, at)
        return "erased"
    if path.warned_at is None and today >= rules.warn_on(due):
        path.warned_at = at
        path.save(update_fields=["warned_at"])
        tell_association(path, None)
        return "warned"
    return ""


def _contacts(path: Path) -> list[date]:
    """The day on which it ended, and the last on which she herself was met in her case."""
    return [day for day in (path.ended_on, path.case.last_contact_on) if day is not None]


def erase_for_case(*, case_id: UUID, at: datetime) -> int:
    """The content of a case is destroyed: so is that of its paths, in the caller's transaction. Says of how many."""
    keys = Path.objects.filter(case_id=case_id, erased_at=None).order_by("started_at").values_list("pk", flat=True)
    return sum(_erase(key, at) for key in keys)


def _erase(key: UUID, at: datetime) -> bool:
    path = locked_path(key)
    if path is None or path.erased_at is not None:
        return False
    destroy_content(path, at, reason="case")
    return True


@transaction.atomic
def withdraw_consent(*, case_id: UUID, at: datetime) -> int:
    """She took back her agreement: what waits at the préfecture is withdrawn, and its keys go. Says of how many.

    What was decided stays decided, and a path that runs goes on until somebody ends it with her.
    """
    keys = Path.objects.filter(case_id=case_id, state__in=rules.OPEN_PATHS).values_list("pk", flat=True)
    return sum(_withdraw(key, at) for key in keys)


def _withdraw(key: UUID, at: datetime) -> bool:
    path = locked_path(key)
    request = None if path is None else path.requests.filter(state__in=rules.OPEN_REQUESTS).first()
    if path is None or request is None:
        return False
    request.path = path
    take_back(request, None, at)
    tell_association(path, None)
    return True
