"""A real process, as the launcher starts it, on a free port and this process's database."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import urlencode

from django.db import connection

from bench.load.ports import free_ports
from maillon.config.launcher.commands import server
from maillon.config.launcher.processes import die_with_parent


@contextmanager
def serving(
    process: str = "pro", log: IO[str] | None = None, arguments: tuple[str, ...] = (), **environment: str
) -> Iterator[int]:
    """Runs the server for as long as the block lasts, and gives its port.

    `arguments` come after the launcher's, and win; `environment` adds variables, or replaces those it would get;
    what it says goes to `log`, if given.
    """
    (port,) = free_ports(1)
    with tempfile.TemporaryDirectory() as static:
        shared = {
            # Pages name static files by their digests: where somebody has gathered them, there they are.
            "MAILLON_STATIC_ROOT": static,
            **os.environ,
            "DATABASE_URL": _database_url(),
            "MAILLON_DEMO": "1",
        }
        command = server(process, port, shared)
        running = subprocess.Popen(  # noqa: S603 - our own
            [*command.arguments, *arguments],
            env={**command.environment, **environment},
            cwd=_web(),
            stdout=log,
            stderr=log,
            preexec_fn=die_with_parent,  # noqa: PLW1509 - no other thread runs at this point
        )
        try:
            _wait(port, running)
            yield port
        finally:
            running.terminate()
            running.wait(20)


def _web() -> Path:
    return Path(__file__).resolve().parents[2]


def _database_url() -> str:
    known = connection.settings_dict
    parts = {
        key: known[name]
        for key, name in {"user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}.items()
        if known[name]
    }
    return f"postgresql:///{known['NAME']}?{urlencode(parts)}"


def _wait(port: int, running: subprocess.Popen[bytes]) -> None:
    for _attempt in range(1200):
        if running.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    msg = "the server does not answer"
    raise RuntimeError(msg)
