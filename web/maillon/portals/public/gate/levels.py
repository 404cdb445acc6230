"""What the gate is asked about, and what it says of a source."""

from enum import StrEnum


class Act(StrEnum):
    """What costs something when one source does too much of it."""

    CODE = "code"
    REPORT = "report"


class SourceLevel(StrEnum):
    """How a report from a source is received: BUSY puts it aside to be sorted, and never refuses it."""

    NORMAL = "normal"
    BUSY = "busy"
