"""Reads referrals. Nothing here opens anything."""

from maillon.referrals.selectors.answers import answers_by_service
from maillon.referrals.selectors.figures import Figures, figures
from maillon.referrals.selectors.lists import (
    open_steps_of,
    referral_for,
    referrals_of,
    step_for,
    steps_of,
)

__all__ = [
    "Figures",
    "answers_by_service",
    "figures",
    "open_steps_of",
    "referral_for",
    "referrals_of",
    "step_for",
    "steps_of",
]
