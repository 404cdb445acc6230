"""Why a service fits, and why it may not: codes with their terms and numbers. Words: `directory.sentences`."""

from dataclasses import dataclass
from enum import StrEnum


class ReasonCode(StrEnum):
    """What speaks for a service, or against it. The comment says what `terms`, `number` and `of` hold."""

    COVERS = "covers"  # terms: needs; number of them covered, of those wanted
    MISSES = "misses"  # terms: needs
    AGE_FITS = "age_fits"
    AGE_OUTSIDE = "age_outside"  # number: the youngest taken, of: the oldest; either may be None
    AGE_TO_CHECK = "age_to_check"  # as above: fits some of that age
    AGE_UNKNOWN = "age_unknown"
    WELCOMES = "welcomes"  # terms: traits
    EXCLUDES = "excludes"  # terms: traits
    WELCOME_UNKNOWN = "welcome_unknown"  # terms: traits
    CONDITIONS = "conditions"
    NEAR = "near"  # number: kilometres as the crow flies
    FAR = "far"  # number: kilometres as the crow flies
    IN_ZONE = "in_zone"  # terms: the kind of its zone
    OPEN = "open"
    CLOSED = "closed"
    HOURS_UNKNOWN = "hours_unknown"
    FRESH = "fresh"  # number: days until it is due
    DUE = "due"  # number: days until it is due
    STALE = "stale"  # number: days since it was due
    UNCERTAIN = "uncertain"
    FREE = "free"  # number: places free, of: how many there are, or None
    FULL = "full"  # of: how many there are, or None
    SPEAKS = "speaks"  # terms: language codes
    SPEAKS_OTHERS = "speaks_others"  # terms: the language codes it has
    LANGUAGE_UNKNOWN = "language_unknown"
    ACCEPTS = "accepts"  # number accepted, of those asked
    SELDOM_ACCEPTS = "seldom_accepts"  # number accepted, of those asked
    QUICK = "quick"  # number: median days to an answer
    SLOW = "slow"  # number: median days to an answer


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `terms` are in alphabetical order, so that equal reasons are equal."""

    code: ReasonCode
    terms: tuple[str, ...] = ()
    number: int | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """One criterion weighed: its place in the order (smaller is better), and what it says for and against."""

    rank: int
    pros: tuple[Reason, ...] = ()
    cons: tuple[Reason, ...] = ()
