"""Seconds, of several things in turn: what else the machine does falls on all of them."""

import time
from collections.abc import Callable, Mapping
from typing import Any


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What the work gives, and its seconds."""
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started


def rounds(texts: int) -> int:
    """How often a corpus of so many texts is gone through: the small ones twice, so that the first may warm up."""
    return 2 if texts <= 10_000 else 1


def in_turn(works: Mapping[str, Callable[[], Any]], rounds: int) -> dict[str, tuple[Any, float]]:
    """The last result and the best seconds of each, one after another, `rounds` times."""
    best: dict[str, tuple[Any, float]] = {}
    for _ in range(rounds):
        for name, work in works.items():
            result, seconds = timed(work)
            best[name] = (result, min(seconds, best[name][1]) if name in best else seconds)
    return best
