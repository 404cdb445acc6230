"""What can happen to a referral, by when, on which ground. Pure: time is passed in."""

from maillon.referrals.rules.clocks import Dues, Silence, accepted_dues, dues, link_expires, silence
from maillon.referrals.rules.grounds import referral_ground
from maillon.referrals.rules.lifetimes import CODE_LIFE, CONTENT_LIFE, DRAFT_LIFE, content_is_over
from maillon.referrals.rules.line import Place, turns
from maillon.referrals.rules.states import (
    ACTIVE,
    ENDED,
    FINAL,
    OPEN_STATES,
    READABLE,
    STEP,
    TAKEN,
    UNANSWERED,
    outcomes,
    refusal_reasons,
    whole,
)

__all__ = [
    "ACTIVE",
    "CODE_LIFE",
    "CONTENT_LIFE",
    "DRAFT_LIFE",
    "ENDED",
    "FINAL",
    "OPEN_STATES",
    "READABLE",
    "STEP",
    "TAKEN",
    "UNANSWERED",
    "Dues",
    "Place",
    "Silence",
    "accepted_dues",
    "content_is_over",
    "dues",
    "link_expires",
    "outcomes",
    "referral_ground",
    "refusal_reasons",
    "silence",
    "turns",
    "whole",
]
