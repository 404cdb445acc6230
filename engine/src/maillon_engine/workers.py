"""Work on pieces that come one after another, on every core, with the answers in the order of the pieces."""

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from math import inf
from threading import Thread
from typing import TYPE_CHECKING, Final, TypeVar

from maillon_engine.errors import WorkerLost

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")
# Seconds of work done here before other processes are worth their start: those that start from nothing, and copies.
PATIENCE: Final = 1.5
_BRIEF: Final = 0.2
# Pieces on their way at once for each process: one that it works on, one that waits for it.
_AHEAD: Final = 2
_WATCH: Final = 1.0  # seconds


def ordered(
    work: Callable[[Piece], Answer],
    pieces: Iterable[Piece | None],
    *,
    patience: float | None = None,
    count: int | None = None,
) -> Iterator[Answer]:
    """What `work` makes of each piece, in the order of the pieces, which are asked for as they are needed.

    `work` is a function of a module, or a `functools.partial` of one; pieces and answers can be pickled. A piece that
    is None stands for a pause: every answer so far is given before the next piece is asked for. As long as the work has
    taken less than `patience` seconds (a fifth of a second where processes can be copies of this one, else PATIENCE) it
    is done here, and so is all of it where `count` (the cores that this process may use) is one. It goes on here while
    other processes start; a `patience` of 0 waits for them. Raises what `work` raises, and WorkerLost where the system
    ends one of the processes.
    """
    copies = _may_be_copied()
    patience = (_BRIEF if copies else PATIENCE) if patience is None else patience
    spent, limit = 0.0, patience
    waiting: deque[Future[Answer]] = deque()
    with ExitStack() as stack:
        pool: _Pool | None = None
        for piece in pieces:
            if pool is None and spent >= limit and piece is not None:
                count = _cores() if count is None else count
                limit = inf
                pool = stack.enter_context(_copied(count) if copies else _started(count)) if count > 1 else None
                if pool and not patience:
                    pool.wait()
            if piece is None:
                yield from _answers(waiting, 0)
            elif pool is None or not pool.ready():
                started = time.perf_counter()
                answer = work(piece)
                spent += time.perf_counter() - started
                yield answer
            else:
                waiting.append(pool.submit(work, piece))
                yield from _answers(waiting, _AHEAD * (count or 1))
        yield from _answers(waiting, 0)


def _answers(waiting: "deque[Future[Answer]]", most: int) -> Iterator[Answer]:
    """The first answers, until no more than so many are waited for."""
    while len(waiting) > most:
        with _lost_is_said():
            answer = waiting.popleft().result()
        yield answer


@contextmanager
def _lost_is_said() -> Iterator[None]:
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - brings what little work does not need

    try:
        yield
    except BrokenExecutor as lost:
        message = "The system ended a process of this program, mostly for want of memory. Free some, and run again."
        raise WorkerLost(message) from lost


def _cores() -> int:
    import loky  # noqa: PLC0415 - brings what little work does not need

    cores: int = loky.cpu_count()
    return cores


class _Pool:
    """Processes that have been started; `ready` once one of them answers."""

    def __init__(self, executor: "Executor") -> None:
        self._executor = executor
        self._first = executor.submit(os.getpid)

    def ready(self) -> bool:
        """Whether one of them has answered. Until then, whoever asks gets on with the work."""
        return self._first.done()

    def wait(self) -> None:
        """Returns once one of them has answered."""
        with _lost_is_said():
            self._first.result()

    def submit(self, work: Callable[[Piece], Answer], piece: Piece) -> "Future[Answer]":
        """The answer to come."""
        with _lost_is_said():
            return self._executor.submit(work, piece)


@contextmanager
def _started(count: int) -> Iterator[_Pool]:
    import loky  # noqa: PLC0415 - as above

    # Not the standard library's: its processes run the caller's main module again, or copy the locks of threads.
    executor = loky.ProcessPoolExecutor(max_workers=count, initializer=_begin, initargs=(os.getpid(),))
    try:
        yield _Pool(executor)
    except BaseException:
        executor.shutdown(wait=True, kill_workers=True)
        raise
    executor.shutdown(wait=True)


def _may_be_copied() -> bool:
    """Whether this process has one thread alone, of Python's or not: then no lock is held that a copy would wait for.

    Where the system does not tell, no.
    """
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - a count alone
    except OSError:
        return False


@contextmanager
def _copied(count: int) -> Iterator[_Pool]:
    """Copies of this process, which have at once what it has read and made ready."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above
    from multiprocessing import active_children, get_context  # noqa: PLC0415

    others = set(active_children())
    executor = ProcessPoolExecutor(count, get_context("fork"), initializer=_begin, initargs=(os.getpid(),))
    try:
        yield _Pool(executor)
    except BaseException:
        # Nobody wants the answers any more; and a piece in the midst of being handed over would be waited for for ever.
        for process in set(active_children()) - others:
            process.kill()
        executor.shutdown(wait=True, cancel_futures=True)
        raise
    executor.shutdown(wait=True)


def _begin(parent: int) -> None:
    # An interruption is the first process's to answer: it ends these.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_watching, args=(parent,), daemon=True).start()


def _watching(parent: int) -> None:
    """Ends this process, and what it holds of a batch, where the one that started it was killed, be it meanwhile."""
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)
