"""What exit paths do when the cases say that something happened, and what they ask of a case that is to end."""

from uuid import UUID

from django.utils.functional import Promise

from maillon.cases.enums import Purpose
from maillon.cases.events import CaseConsentWithdrawn, CaseErased
from maillon.exits.models import Path
from maillon.exits.refusals import PathOpen
from maillon.exits.rules import OPEN_PATHS
from maillon.exits.services import erase_for_case, withdraw_consent


def erase(event: CaseErased) -> None:
    """What hangs on a case goes with it."""
    erase_for_case(case_id=event.case_id, at=event.at)


def take_back(event: CaseConsentWithdrawn) -> None:
    """She took back that her file goes to the préfecture."""
    if event.purpose == Purpose.EXIT_PATH:
        withdraw_consent(case_id=event.case_id, at=event.at)


def keep_open(case_id: UUID) -> Promise | str | None:
    """A case with an open path stays open; the reason in words, or None."""
    is_open = Path.objects.filter(case_id=case_id, state__in=OPEN_PATHS).exists()
    return PathOpen.message if is_open else None
