"""Lines to check the journal with."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import SimpleNamespace
from unittest.mock import patch
from uuid import uuid4

from maillon.journal.enums import Action
from maillon.journal.models import Chain, Line
from maillon.journal.services import Entry, record_many

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def actor():
    """Somebody acting for some organisation."""
    return SimpleNamespace(member_id=uuid4(), organisation_id=uuid4())


def entry(**changed) -> Entry:
    """An entry in which every field says something."""
    values = {
        "by": actor(),
        "at": AT,
        "action": Action.TRANSMITTED,
        "subject_kind": "report",
        "subject_id": uuid4(),
        "recipient_organisation_id": uuid4(),
        "reason": "cpp_40",
        "details": {"count": 1},
    }
    return Entry(**(values | changed))


def write(chain: int, count: int) -> list[Line]:
    """Appends lines to one chosen chain, which outside tests nobody can choose."""
    with only_chain(chain):
        return record_many([entry() for _ in range(count)])


@contextmanager
def only_chain(chain: int) -> Iterator[None]:
    """Makes every writer take this chain."""
    with patch("maillon.journal.services._free_chain", lambda: Chain.objects.select_for_update().get(pk=chain)):
        yield
