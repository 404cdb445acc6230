"""Reads referrals. Nothing here opens anything."""

from maillon.referrals.selectors.lists import (
    open_steps_of,
    referral_for,
    referrals_of,
    step_for,
    steps_of,
)

__all__ = ["open_steps_of", "referral_for", "referrals_of", "step_for", "steps_of"]
