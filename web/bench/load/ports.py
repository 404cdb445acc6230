"""Ports for servers of tests and benches."""

import secrets
import socket

# Below those that Linux deals out by itself: to whoever asks for any, and to each connection that is opened.
_LOWEST, _HIGHEST = 15_000, 32_000


def free_ports(count: int) -> tuple[int, ...]:
    """Ports of the loopback that nobody uses now, each another one; nobody is given one by chance before it is used."""
    found: set[int] = set()
    while len(found) < count:
        port = _LOWEST + secrets.randbelow(_HIGHEST - _LOWEST)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        found.add(port)
    return tuple(found)
