"""Everything that people who speak without an account do. Callers use these names."""

from maillon.speaking.services.acting import add, answer, ask_erasure, withdraw_consent
from maillon.speaking.services.following import Followed, Way, follow
from maillon.speaking.services.forgetting import forget_expired
from maillon.speaking.services.giving import give_code, take_code_back
from maillon.speaking.services.pausing import pause
from maillon.speaking.services.returning import Entered, enter
from maillon.speaking.services.sending import proposed, send
from maillon.speaking.services.sittings import forget_sittings

__all__ = [
    "Entered",
    "Followed",
    "Way",
    "add",
    "answer",
    "ask_erasure",
    "enter",
    "follow",
    "forget_expired",
    "forget_sittings",
    "give_code",
    "pause",
    "proposed",
    "send",
    "take_code_back",
    "withdraw_consent",
]
