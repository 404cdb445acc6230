"""What the referrals do when a lower app says that something happened."""

from maillon.referrals.services import erase_for_code
from maillon.speaking.events import ErasureAsked


def erase(event: ErasureAsked) -> None:
    """Whoever asks for erasure with her code means what was told of her to services, too."""
    erase_for_code(key_pair_id=event.key_pair_id, at=event.at)
