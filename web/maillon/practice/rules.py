"""How rooms of exercises live, and what a wall may show. Pure."""

import datetime as dt

# Letters and figures that sound and look unlike each other in French, on a wall or read aloud.
ALPHABET = "ACEFHJKLRUVXY2345679"
CODE_LENGTH = 7

ROOM_LIFE = dt.timedelta(hours=4)
TURNS_KEPT = dt.timedelta(days=30)
MOST_SCENARIOS = 5
# Of a room and never of an address: a whole class shares one.
MOST_PLAYERS = 150
JOINS_A_MINUTE = 60
MINUTE = dt.timedelta(minutes=1)
# Nothing is shown that fewer phones than these have answered.
FEWEST = 3


def read_code(typed: str) -> str:
    """The code as somebody typed it, without what it can't hold; empty when it can be no room's."""
    compact = "".join(char for char in typed.upper() if char in ALPHABET)
    return compact if len(compact) == CODE_LENGTH else ""


def spoken(code: str) -> str:
    """The code in two groups, for a wall: `ACE FHJK`."""
    return f"{code[:3]} {code[3:]}"


def is_over(*, ends_at: dt.datetime, closed_at: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether a room takes no more answers: closed by hand, or past its four hours."""
    return closed_at is not None or ends_at <= now


def turns_are_over(*, ends_at: dt.datetime, now: dt.datetime) -> bool:
    """Whether the single answers of a room are to be deleted."""
    return ends_at + TURNS_KEPT <= now


def shown(finished: int, *, over: bool) -> int:
    """How many of the first answers a wall may count, of `finished` that there are.

    While the room is open they appear in whole groups of FEWEST, and one group is held back: so no two views of the
    wall, the last included, differ by fewer than FEWEST phones, and nobody can tell whose answer has just come.
    """
    if over:
        return finished if finished >= FEWEST else 0
    return max(0, finished // FEWEST * FEWEST - FEWEST)
