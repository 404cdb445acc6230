"""The real `pro` process, as the launcher starts it, on a free port and this process's database."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from django.db import connection

from maillon.config.launcher.commands import server


@contextmanager
def serving() -> Iterator[int]:
    """Runs the server for as long as the block lasts, and gives its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with tempfile.TemporaryDirectory() as static:
        environment = {
            **os.environ,
            "DATABASE_URL": _database_url(),
            "MAILLON_DEMO": "1",
            "MAILLON_STATIC_ROOT": static,
        }
        command = server("pro", port, environment)
        process = subprocess.Popen(command.arguments, env=dict(command.environment), cwd=_web())  # noqa: S603 - our own
        try:
            _wait(port)
            yield port
        finally:
            process.terminate()
            process.wait(20)


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


def _wait(port: int) -> None:
    for _attempt in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    msg = "the server does not answer"
    raise RuntimeError(msg)
