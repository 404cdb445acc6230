"""Tables of people who speak: what they are writing now, and how they come back."""

from maillon.speaking.models.sitting import Sitting
from maillon.speaking.models.speaker import Speaker

__all__ = ["Sitting", "Speaker"]
