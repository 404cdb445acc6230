"""The directory's lines in the journal."""

import datetime as dt
from typing import Any
from uuid import UUID

from maillon.base.actors import Actor
from maillon.journal import services as journal
from maillon.journal.enums import Action


def record(
    action: Action,
    subject_id: UUID,
    *,
    by: Actor | None,
    at: dt.datetime,
    kind: str = "service",
    details: dict[str, Any] | None = None,
) -> None:
    """One line about a service, or about another `kind` of thing; details name fields and codes, never values."""
    journal.record(by=by, at=at, action=action, subject_kind=kind, subject_id=subject_id, details=details or {})
