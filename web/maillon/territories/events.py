"""What other apps may learn from the territories."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from maillon.base.actors import Actor
from maillon.base.events import Event


@dataclass(frozen=True)
class CompetenceChanged(Event):
    """A person said which jurisdiction covers a commune. `before` is empty when there was none."""

    competence_id: UUID
    commune: str
    kind: str
    before: str
    after: str
    confidence: str
    by: Actor
    at: datetime
