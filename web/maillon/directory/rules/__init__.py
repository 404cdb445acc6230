"""What holds for organisations and services, as pure functions. One module per subject; callers use these names."""

from maillon.directory.rules.freshness import Standing, standing
from maillon.directory.rules.organisations import (
    JURISDICTION_KINDS,
    PUBLIC_KINDS,
    is_psp_approved,
    may_hold_offence_data,
    psp_approval_ends,
    reporter_statuses,
)

__all__ = [
    "JURISDICTION_KINDS",
    "PUBLIC_KINDS",
    "Standing",
    "is_psp_approved",
    "may_hold_offence_data",
    "psp_approval_ends",
    "reporter_statuses",
    "standing",
]
