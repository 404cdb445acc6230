"""When Python looks for circles of dead objects: after a piece of work that makes many objects and leaves none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
