"""Who comes to a real server: each from an address of her own, over plain connections."""

import http.client
import socket
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlencode

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def visit(
    port: int, address: str, code: str, patience: float = 60, headers: Mapping[str, str] = MappingProxyType({})
) -> int:
    """One code typed on a connection of its own; the status that came back."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience, source_address=(address, 0))
    try:
        connection.request("POST", "/essai/code/", urlencode({"code": code}), {**FORM, **headers})
        return connection.getresponse().status
    finally:
        connection.close()


def over_a_circuit(port: int, number: int, *codes: str) -> list[int]:
    """Codes over one connection as Tor makes it: a PROXY line that names the circuit, then request after request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.connect()
    connection.sock.sendall(f"PROXY TCP6 fc00:dead:beef:4dad::{number:x} ::1 {10000 + number} 80\r\n".encode())
    found = []
    for code in codes:
        connection.request("POST", "/essai/code/", urlencode({"code": code}), FORM)
        answer = connection.getresponse()
        answer.read()
        found.append(answer.status)
    connection.close()
    return found


def raw(port: int, said: bytes) -> bytes:
    """What comes back for bytes that need not be HTTP."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(said)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))
