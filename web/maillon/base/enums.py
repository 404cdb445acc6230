"""Closed lists that every floor may use. Pure Python, so that rules may import them."""

from enum import StrEnum


class Confidence(StrEnum):
    """How sure a fact is: read in an official text, read in a secondary source, or not confirmed by either."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNCONFIRMED = "unconfirmed"
