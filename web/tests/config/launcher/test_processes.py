import os
import signal
import sys

import pytest

from maillon.config.launcher.errors import Interrupted, LaunchError
from maillon.config.launcher.interruption import Interruption
from maillon.config.launcher.processes import Command, Processes, capture


def python(code, name="child"):
    return Command(name, (sys.executable, "-c", code), os.environ)


ENDLESS = python("import signal; signal.pause()", "endless")
STUBBORN = python(
    "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); signal.pause()",
    "stubborn",
)


@pytest.fixture
def processes():
    held = Processes(Interruption())
    yield held
    held.stop()


def test_all_alive_is_no_news(processes):
    processes.start(ENDLESS)
    processes.check()


def test_a_child_that_dies_is_named_with_its_status(processes):
    processes.start(ENDLESS)
    processes.start(python("raise SystemExit(7)", "job worker")).wait()
    with pytest.raises(LaunchError, match=r"job worker.*7"):
        processes.check()


def test_stopping_leaves_no_child(processes):
    children = [processes.start(ENDLESS), processes.start(python("import signal; signal.pause()", "other"))]
    processes.stop()
    assert all(child.returncode == -signal.SIGTERM for child in children)
    processes.check()


def test_a_child_that_will_not_end_is_killed(monkeypatch):
    monkeypatch.setattr("maillon.config.launcher.processes.GRACE", 0.1)
    processes = Processes(Interruption())
    child = capture(STUBBORN)
    processes.running["stubborn"] = child
    assert child.stdout.readline() == "ready\n"
    processes.stop()
    assert child.returncode == -signal.SIGKILL
    child.stdout.close()


def test_a_failed_stage_is_named(processes):
    with pytest.raises(LaunchError, match="preparation"):
        processes.run(python("raise SystemExit(1)", "preparation"))


def test_a_stage_that_ends_well_returns(processes):
    processes.run(python("pass"))


def test_asking_to_stop_ends_a_running_stage():
    interruption = Interruption()
    interruption.asked = True
    with pytest.raises(Interrupted):
        Processes(interruption).run(ENDLESS)


def test_asking_to_stop_wins_over_a_child_that_it_stopped(processes):
    processes.start(python("raise SystemExit(0)")).wait()
    processes.interruption.asked = True
    with pytest.raises(Interrupted):
        processes.check()


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone offers it")
def test_a_launcher_that_is_killed_outright_leaves_no_child():
    code = """
import os, signal, sys
from maillon.config.launcher.interruption import Interruption
from maillon.config.launcher.processes import Command, Processes
arguments = (sys.executable, "-c", "import signal; signal.pause()")
print(Processes(Interruption()).start(Command("child", arguments, os.environ)).pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    launcher = capture(python(code))
    child = int(launcher.stdout.readline())
    launcher.wait()
    # The reader end of the pipe closes only when every process that inherited it has ended.
    assert launcher.stdout.read() == ""
    launcher.stdout.close()
    assert launcher.returncode == -signal.SIGKILL
    assert child > 0
