"""Reads cases. Nothing here opens anything."""

from maillon.cases.selectors.likeness import Lookalike, likely_same
from maillon.cases.selectors.lists import (
    actions_due,
    appointments_to_come,
    case_for,
    cases_of,
    corrections_waiting,
    orphans,
    rows_of,
    share_for,
    shares_for,
    transfer_for,
    transfers_for,
)

__all__ = [
    "Lookalike",
    "actions_due",
    "appointments_to_come",
    "case_for",
    "cases_of",
    "corrections_waiting",
    "likely_same",
    "orphans",
    "rows_of",
    "share_for",
    "shares_for",
    "transfer_for",
    "transfers_for",
]
