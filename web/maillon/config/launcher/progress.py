"""What the person at the terminal sees while the product starts."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


def say(line: str = "") -> None:
    """Writes one line at once, also through a pipe."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def stage(what: str) -> Iterator[None]:
    """Names a stage when it starts and how long it took when it ends."""
    sys.stdout.write(f"[maillon] {what} …")
    sys.stdout.flush()
    started = time.monotonic()
    try:
        yield
    except BaseException:
        say()
        raise
    say(f" {time.monotonic() - started:.1f} s")
