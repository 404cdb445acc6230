"""Work on every core."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from contextlib import contextmanager, nullcontext
from functools import partial

import pytest

from maillon_engine import workers
from maillon_engine.errors import WorkerLost


def halved(number):
    """A piece of work that breaks on odd numbers."""
    if number % 2:
        raise ArithmeticError("odd")
    return number // 2, os.getpid()


def ended(number):
    """A process that the system ends at the third piece."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_answers_come_in_order_from_other_processes():
    answers = list(workers.ordered(halved, range(0, 40, 2), patience=0, count=2))
    assert [number for number, _ in answers] == list(range(20))
    assert os.getpid() not in {process for _, process in answers}


def test_while_processes_start_the_work_goes_on_here(monkeypatch):
    class Starting:
        """Processes that are there when they have been asked after three times."""

        asked = 0

        def ready(self):
            self.asked += 1
            return self.asked > 3

        def submit(self, work, piece):
            number, _ = work(piece)
            answer = Future()
            answer.set_result((number, "elsewhere"))
            return answer

    monkeypatch.setattr(workers, "_started", lambda _count: nullcontext(Starting()))
    answers = list(workers.ordered(halved, range(0, 16, 2), patience=1e-9, count=2))
    assert [number for number, _ in answers] == list(range(8))
    assert [where for _, where in answers] == [os.getpid()] * 4 + ["elsewhere"] * 4


@pytest.mark.parametrize(("patience", "count"), [(3600, 2), (0, 1)])
def test_little_work_and_one_core_need_no_other_process(patience, count):
    answers = list(workers.ordered(halved, range(0, 40, 2), patience=patience, count=count))
    assert {process for _, process in answers} == {os.getpid()}


def test_what_breaks_the_work_is_raised_where_it_was_asked_for():
    answers = workers.ordered(halved, [0, 2, 5, 6], patience=0, count=2)
    assert [next(answers)[0], next(answers)[0]] == [0, 1]
    with pytest.raises(ArithmeticError, match="odd"):
        next(answers)


def test_a_process_that_is_ended_is_said():
    with pytest.raises(WorkerLost, match="memory"):
        list(workers.ordered(ended, range(8), patience=0, count=2))


@pytest.mark.parametrize("patience", [0, 3600])
def test_at_a_pause_every_answer_has_been_given(patience):
    given = []

    def pieces():
        for round_ in range(2):
            yield from (2 * number for number in range(5 * round_, 5 * round_ + 5))
            yield None
            assert given == list(range(5 * round_ + 5))

    for number, _ in workers.ordered(halved, pieces(), patience=patience, count=2):
        given.append(number)
    assert len(given) == 10


def test_work_may_be_a_part_of_a_function():
    assert list(workers.ordered(partial(pow, 2), range(5), patience=0, count=2)) == [1, 2, 4, 8, 16]


# A process with one thread is copied; one with more starts others from nothing.
_THREADS = {
    "copied": "",
    "started": "import threading, time; threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()",
}
_ALONE = """
import os, signal
from maillon_engine import workers
def work(number):
    if number == BREAKS:
        raise ArithmeticError("odd")
    if number == ENDS:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number, os.getpid()
try:
    answers = list(workers.ordered(work, range(40), patience=0, count=2))
except Exception as error:
    print(type(error).__name__)
else:
    assert os.getpid() not in {process for _, process in answers}
    print([number for number, _ in answers] == list(range(0, 80, 2)), len({process for _, process in answers}) <= 2)
"""
_ENDLESS = """
from maillon_engine import workers
for answer in workers.ordered(eval, iter(lambda: "__import__('os').getpid()", None), patience=0, count=2):
    print(answer, flush=True)
"""


@pytest.mark.parametrize("threads", _THREADS)
@pytest.mark.parametrize(
    ("breaks", "ends", "said"), [(-1, -1, "True True"), (5, -1, "ArithmeticError"), (-1, 5, "WorkerLost")]
)
def test_processes_copied_or_started_answer_alike(threads, breaks, ends, said):
    script = f"BREAKS, ENDS = {breaks}, {ends}\n{_THREADS[threads]}\n{_ALONE}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.strip(), done.stderr, done.returncode) == (said, "", 0)


@contextmanager
def running(script):
    """A process over this script, which is ended whatever happens."""
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as started:
        try:
            yield started
        finally:
            started.kill()


@pytest.mark.parametrize("threads", _THREADS)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_no_process_is_left_behind(how, threads):
    # The caller's main module is no script that could be run again, and has no guard.
    with running(_THREADS[threads] + _ENDLESS) as started:
        processes = {int(started.stdout.readline()) for _ in range(40)}
        started.send_signal(how)
        started.stdout.close()
        started.wait(timeout=30)
    deadline = time.monotonic() + 30
    while any(_runs(process) for process in processes):
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.parametrize("threads", _THREADS)
def test_an_interruption_waits_for_no_piece(threads):
    endless = _ENDLESS.replace("__import__('os').getpid()", "print(1, flush=True) or __import__('time').sleep(3600)")
    with running(_THREADS[threads] + endless) as started:
        started.stdout.readline()
        started.send_signal(signal.SIGINT)
        assert started.wait(timeout=30) == -signal.SIGINT


def _runs(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
