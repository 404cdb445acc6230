"""Turns for a source that errs and asks faster than people do. Pure.

A virtual clock per source (the generic cell rate algorithm): a burst passes at once, then RATE a second. A turn is
never further away than LATEST, so whoever shares an address with an attacker still gets hers.
"""

RATE = 3.0
BURST = 12
LATEST = 25.0

_SLACK = BURST / RATE


def turn(busy_until: float, at: float) -> tuple[float, float]:
    """The seconds a request has to wait, and the source's virtual clock after it. Moments are in seconds."""
    start = max(busy_until, at)
    delay = min(LATEST, max(0.0, start - at - _SLACK))
    return delay, min(start + 1 / RATE, at + LATEST + _SLACK)
