"""Sends prepared requests from several writers at once, each on its own connection, and times the answers.

Runs as a process of its own (`python -m bench.load.writers`): a Plan as JSON on stdin, a list of Answers on stdout.
"""

import json
import socket
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from zlib import crc32

_WEB = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Request:
    """One POST: its path, its Cookie header and its form body; `source` is the address that a proxy would name."""

    path: str
    cookie: str
    body: str
    source: str = ""


@dataclass(frozen=True)
class Answer:
    """What came back: the status (0 when the connection broke), where to, and after how many seconds."""

    status: int
    location: str
    seconds: float


def send_all(ports: int | list[int], requests: list[Request], writers: int) -> tuple[list[Answer], float]:
    """Sends every request, `writers` at a time, from a separate process; the answers and the seconds it all took.

    Of several ports each source always meets the same, as behind a proxy that chooses by its address.
    """
    ports = [ports] if isinstance(ports, int) else ports
    plan = json.dumps({"ports": ports, "writers": writers, "requests": [asdict(item) for item in requests]})
    done = subprocess.run(
        [sys.executable, "-m", "bench.load.writers"], input=plan, capture_output=True, text=True, check=True, cwd=_WEB
    )
    result = json.loads(done.stdout)
    return [Answer(**item) for item in result["answers"]], result["seconds"]


def _write(ports: list[int], requests: list[Request], answers: list[Answer], start: threading.Barrier) -> None:
    connections = [_Connection(port) for port in ports]
    ready = [(connections[crc32(item.source.encode()) % len(ports)], _bytes(item)) for item in requests]
    start.wait()
    # Answers of all writers land in one list, as they come.
    answers.extend(connection.ask(request) for connection, request in ready)
    for connection in connections:
        connection.close()


class _Connection:
    """One kept connection. What http.client does for each answer costs as much as a tenth of making it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: socket.socket | None = None

    def ask(self, request: bytes) -> Answer:
        began = time.perf_counter()
        try:
            if self._socket is None:
                self._socket = socket.create_connection(("127.0.0.1", self._port), timeout=60)
                self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.sendall(request)
            status, location, kept = _answer(self._socket)
        except (OSError, ValueError):
            self.close()
            return Answer(0, "", time.perf_counter() - began)
        if not kept:
            self.close()
        return Answer(status, location, time.perf_counter() - began)

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def _bytes(request: Request) -> bytes:
    body = request.body.encode()
    lines = [
        f"POST {request.path} HTTP/1.1",
        "Host: 127.0.0.1",
        f"Cookie: {request.cookie}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
        *([f"X-Real-IP: {request.source}"] if request.source else []),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _answer(connection: socket.socket) -> tuple[int, str, bool]:
    """Status, address that it leads to, and whether the connection is kept. ValueError where it breaks off."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += _more(connection)
    head, _blank, body = got.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _colon, value in (line.partition(":") for line in lines)}
    missing = int(headers["content-length"]) - len(body)
    while missing > 0:
        missing -= len(_more(connection))
    return int(first.split()[1]), headers.get("location", ""), headers.get("connection", "").lower() != "close"


def _more(connection: socket.socket) -> bytes:
    got = connection.recv(65536)
    if not got:
        msg = "the connection broke off"
        raise ValueError(msg)
    return got


def _main() -> None:
    plan = json.load(sys.stdin)
    requests = [Request(**item) for item in plan["requests"]]
    shares = [requests[first :: plan["writers"]] for first in range(plan["writers"])]
    answers: list[Answer] = []
    start = threading.Barrier(len(shares) + 1)
    threads = [threading.Thread(target=_write, args=(plan["ports"], share, answers, start)) for share in shares]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    json.dump({"seconds": time.perf_counter() - began, "answers": [asdict(item) for item in answers]}, sys.stdout)


if __name__ == "__main__":
    _main()
