"""The two ports that the product listens on."""

import errno
import socket
from collections.abc import Mapping
from dataclasses import dataclass

from maillon.config.launcher.errors import LaunchError

HOST = "127.0.0.1"
_DEFAULTS = {"PORT": 8000, "PRO_PORT": 8001}


@dataclass(frozen=True)
class Ports:
    """One port per process."""

    public: int
    pro: int


def read_ports(environment: Mapping[str, str]) -> Ports:
    """The ports that PORT and PRO_PORT name. Raises LaunchError when one is no port, or both are the same."""
    ports = Ports(public=_port("PORT", environment), pro=_port("PRO_PORT", environment))
    if ports.public == ports.pro:
        msg = f"PORT and PRO_PORT are both {ports.public}. The two processes need a port each."
        raise LaunchError(msg)
    return ports


def refuse_busy(ports: Ports) -> None:
    """Raises LaunchError when another program listens on one of the ports, or this user may not."""
    for variable, port in (("PORT", ports.public), ("PRO_PORT", ports.pro)):
        with socket.socket() as probe:
            # As the servers do: a port whose last connections are still closing is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                raise LaunchError(_why(error, variable, port)) from error


def _port(variable: str, environment: Mapping[str, str]) -> int:
    typed = environment.get(variable) or str(_DEFAULTS[variable])
    if not (typed.isascii() and typed.isdigit() and 0 < int(typed) <= 65535):
        msg = f"{variable} must be a number from 1 to 65535, not {typed!r}."
        raise LaunchError(msg)
    return int(typed)


def _why(error: OSError, variable: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 100 if port <= 65435 else port - 100
        return f"Port {port} is already in use. Stop what listens there, or choose another: {variable}={other} make run"
    return f"Port {port} can't be opened ({error.strerror}). Choose another: {variable}=8100 make run"
