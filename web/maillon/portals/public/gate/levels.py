"""What the gate is asked about."""

from enum import StrEnum


class Act(StrEnum):
    """What costs something when one source does too much of it."""

    CODE = "code"
    REPORT = "report"
