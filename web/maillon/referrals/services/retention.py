"""Everything has an end: content goes two years after the last contact, the journal keeps the proof."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Erasure:
    """How many drafts, contents of referrals, and codes that led to nothing else, were destroyed."""

    drafts: int
    referrals: int
    codes: int


def erase_expired(*, at: datetime) -> Erasure:
    """Destroys forgotten drafts, the sealed content of referrals two years after their last contact, and codes that
    were made for a referral, a month after that.

    Each in a transaction of its own. Coded facts, dates and states stay, for the figures.
    """
    raise NotImplementedError
