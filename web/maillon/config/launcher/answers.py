"""Waits until a server answers."""

import http.client
import time

from maillon.config.launcher.errors import LaunchError
from maillon.config.launcher.ports import HOST
from maillon.config.launcher.processes import Processes

PATIENCE = 60.0


def wait(port: int, processes: Processes) -> None:
    """Returns when the port answers a request for its first page without a fault of its own.

    Raises LaunchError when it answers with one, when a process dies, or after a minute; Interrupted when asked to stop.
    """
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        processes.check()
        status = _status(port)
        if status is not None and status < 500:
            return
        if status is not None:
            msg = f"The server on port {port} answers with an error ({status}); what it said stands above."
            raise LaunchError(msg)
        time.sleep(0.1)
    msg = f"The server on port {port} has not answered within {PATIENCE:.0f} seconds."
    raise LaunchError(msg)


def _status(port: int) -> int | None:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()
