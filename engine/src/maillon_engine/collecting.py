"""When Python looks for circles of dead objects: not in the midst of work that makes many objects and leaves none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SELDOM: Final = 200_000  # objects more than went


@contextmanager
def later() -> Iterator[None]:
    """Looks for them at the end alone: in the midst of making many, looking takes a twelfth of the time.

    For work whose dead objects hold no circles, so that they go by themselves as ever.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def seldom() -> None:
    """From here on looks for them seldom, in the whole process.

    For a command that keeps many objects and leaves no circles: what it keeps would be gone through again and again.
    """
    gc.set_threshold(_SELDOM)
