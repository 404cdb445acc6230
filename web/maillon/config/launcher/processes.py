"""The product's processes: started together, watched together, stopped together."""

import ctypes
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from maillon.config.launcher.errors import LaunchError
from maillon.config.launcher.interruption import Interruption

GRACE = 8.0
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Command:
    """A process to run: its name for the person at the terminal, its arguments, what it sees of the environment.

    A quiet one is heard only when something goes wrong (stderr).
    """

    name: str
    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    quiet: bool = False


@dataclass
class Processes:
    """What is running. Stays in the launcher's process group, so that the terminal's Ctrl-C reaches everybody."""

    interruption: Interruption
    running: dict[str, subprocess.Popen[str]] = field(default_factory=dict)

    def start(self, command: Command) -> subprocess.Popen[str]:
        """Starts a process that must live as long as the product."""
        process = _open(command, stdout=subprocess.DEVNULL if command.quiet else None)
        self.running[command.name] = process
        return process

    def check(self) -> None:
        """Raises LaunchError when a process has ended by itself, Interrupted when somebody asked to stop."""
        self.interruption.check()
        for name, process in self.running.items():
            if process.poll() is not None:
                # A terminal's Ctrl-C reaches the children first.
                time.sleep(0.2)
                self.interruption.check()
                msg = f"The {name} process stopped by itself (exit status {process.returncode})."
                raise LaunchError(msg)

    def run(self, command: Command) -> None:
        """Runs a process to its end. Raises LaunchError when it fails, Interrupted when somebody asks to stop."""
        process = _open(command, stdout=None)
        while process.poll() is None:
            if self.interruption.asked:
                _end([process])
            time.sleep(0.02)
        self.interruption.check()
        if process.returncode:
            msg = f"The stage “{command.name}” failed; what it said stands above."
            raise LaunchError(msg)

    def stop(self) -> None:
        """Asks every process to end, waits, and kills what does not."""
        _end(list(self.running.values()))
        self.running.clear()


def capture(command: Command) -> subprocess.Popen[str]:
    """Starts a short process whose output the caller reads."""
    return _open(command, stdout=subprocess.PIPE)


def _open(command: Command, stdout: int | None) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - the arguments are this package's own
        command.arguments,
        env=dict(command.environment),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        text=True,
        preexec_fn=die_with_parent,  # noqa: PLW1509 - the launcher has one thread
    )


def die_with_parent() -> None:
    """Run in a new child: it is asked to end when its parent ends, even one that was killed outright (Linux only)."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _end(processes: list[subprocess.Popen[str]]) -> None:
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + GRACE
    for process in processes:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
