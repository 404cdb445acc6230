"""How long acts take, and how that spreads."""

import statistics
import time
from collections.abc import Callable, Sequence


def timed(act: Callable[[], object]) -> float:
    """The milliseconds of one call."""
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def spread(took: Sequence[float]) -> dict[str, float]:
    """Columns of a row: milliseconds at the middle, at the 95th of 100 and at most."""
    cuts = statistics.quantiles(took, n=100)
    return {"p50_ms": round(cuts[49], 1), "p95_ms": round(cuts[94], 1), "max_ms": round(max(took), 1)}
