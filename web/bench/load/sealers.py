"""Accounts sent by the service that the public door calls, from several processes at once.

Each runs as a process of its own (`python -m bench.load.sealers`) with the public process's settings: how many on the
first line of stdin; it says on stdout when it is ready, sends them all after a second line, and prints its Answers.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import IO, cast

from bench.load.writers import Answer
from maillon.config.launcher.commands import settings_of

_WEB = Path(__file__).resolve().parents[2]
RECEIPT = "code"


def seal_all(number: int, processes: int) -> tuple[list[Answer], float]:
    """Sends `number` accounts, shared among processes; the answers and the seconds it all took."""
    running = [_started(number // processes) for _ in range(processes)]
    for sealer in running:
        _out(sealer).readline()
    began = time.perf_counter()
    for sealer in running:
        _in(sealer).write("\n")
        _in(sealer).flush()
    said = [_out(sealer).readline() for sealer in running]
    seconds = time.perf_counter() - began
    for sealer in running:
        sealer.communicate("", timeout=30)
    return [Answer(**item) for line in said for item in json.loads(line)], seconds


def _started(number: int) -> subprocess.Popen[str]:
    sealer = subprocess.Popen(
        [sys.executable, "-m", "bench.load.sealers"],
        env=settings_of("public", os.environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=_WEB,
    )
    _in(sealer).write(f"{number}\n")
    _in(sealer).flush()
    return sealer


def _in(sealer: subprocess.Popen[str]) -> IO[str]:
    return cast("IO[str]", sealer.stdin)


def _out(sealer: subprocess.Popen[str]) -> IO[str]:
    return cast("IO[str]", sealer.stdout)


def _main() -> None:
    import django  # noqa: PLC0415 - the parent, which imports this module too, has set Django up

    django.setup()
    from bench.load.accounts import accounts  # noqa: PLC0415 - models can be imported only after django.setup()

    ready = accounts(int(sys.stdin.readline()))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    answers: list[Answer] = []
    for account in ready:
        began = time.perf_counter()
        account.send()
        answers.append(Answer(302, RECEIPT, time.perf_counter() - began))
    sys.stdout.write(json.dumps([asdict(item) for item in answers]) + "\n")


if __name__ == "__main__":
    _main()
