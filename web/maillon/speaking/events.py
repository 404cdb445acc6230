"""What happens to those who speak, for the apps above."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from maillon.base.events import Event


@dataclass(frozen=True)
class ErasureAsked(Event):
    """Somebody asked with her code that what is kept of her be destroyed; `key_pair_id` is her code's."""

    key_pair_id: UUID
    at: datetime
