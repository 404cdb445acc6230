"""Why a row of a batch is not taken in, or not whole. Codes: they go to the table of rejects."""

from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a row."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    NOT_UTF8 = "not-utf-8"
    NUL = "nul-byte"
    NOT_JSON = "not-json"
    NOT_AN_OBJECT = "not-an-object"
    COLUMNS = "wrong-number-of-columns"
    NO_ID = "no-id"
    NO_TEXT = "no-text"
    DUPLICATE_ID = "duplicate-id"
    POSTED_AT = "posted-at-unreadable"
    IMAGE_HASH = "image-hash-unreadable"


# What costs a row its value only.
MILD = frozenset({Fault.POSTED_AT, Fault.IMAGE_HASH})
