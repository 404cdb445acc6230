"""Who comes to a real server: each from an address of her own, over plain connections."""

import asyncio
import http.client
import socket
import time
from collections import Counter
from urllib.parse import urlencode

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def visit(port: int, address: str, code: str, patience: float = 60) -> int:
    """One code typed on a connection of its own; the status that came back."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience, source_address=(address, 0))
    try:
        connection.request("POST", "/essai/code/", urlencode({"code": code}), FORM)
        return connection.getresponse().status
    finally:
        connection.close()


def over_a_circuit(port: int, number: int, *codes: str) -> list[int]:
    """Codes over one connection that Tor would make: a PROXY line that names the circuit, then request after request."""
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


async def hammer(port: int, address: str, connections: int, until: asyncio.Event) -> Counter[int]:
    """Wrong codes as fast as the door answers, over so many connections at once; how often which status came back."""
    answers: Counter[int] = Counter()
    body = urlencode({"code": "faux"})
    said = (
        f"POST /essai/code/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {FORM['Content-Type']}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()

    async def one() -> None:
        while True:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
            try:
                while True:
                    writer.write(said)
                    head = await reader.readuntil(b"\r\n\r\n")
                    answers[int(head.split()[1])] += 1
                    await reader.readexactly(_length(head))
            except (OSError, asyncio.IncompleteReadError):
                answers[0] += 1
            finally:
                writer.close()

    attackers = [asyncio.ensure_future(one()) for _ in range(connections)]
    await until.wait()
    for attacker in attackers:
        attacker.cancel()
    await asyncio.gather(*attackers, return_exceptions=True)
    return answers


def _length(head: bytes) -> int:
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return next((int(value) for name, _colon, value in lines if name == b"content-length"), 0)


def attacked(port: int, address: str, connections: int, meanwhile) -> tuple[Counter[int], float]:
    """Runs `meanwhile` under attack; what the attacker got, and for how many seconds she tried."""

    async def both() -> Counter[int]:
        until = asyncio.Event()
        attack = asyncio.ensure_future(hammer(port, address, connections, until))
        await asyncio.to_thread(meanwhile)
        until.set()
        return await attack

    began = time.monotonic()
    answers = asyncio.run(both())
    return answers, time.monotonic() - began
