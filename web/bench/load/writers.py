"""Sends prepared requests from several writers at once, each on its own connection, and times the answers.

Runs as a process of its own (`python -m bench.load.writers`): a Plan as JSON on stdin, a list of Answers on stdout.
"""

import http.client
import json
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
    connections = [http.client.HTTPConnection("127.0.0.1", port, timeout=60) for port in ports]
    start.wait()
    # Answers of all writers land in one list, as they come.
    answers.extend(_one(connections[crc32(item.source.encode()) % len(ports)], item) for item in requests)
    for connection in connections:
        connection.close()


def _one(connection: http.client.HTTPConnection, request: Request) -> Answer:
    headers = {"Cookie": request.cookie, "Content-Type": "application/x-www-form-urlencoded"}
    if request.source:
        headers["X-Real-IP"] = request.source
    began = time.perf_counter()
    try:
        connection.request("POST", request.path, request.body, headers)
        response = connection.getresponse()
        response.read()
        return Answer(response.status, response.headers.get("Location", ""), time.perf_counter() - began)
    except (OSError, http.client.HTTPException):
        connection.close()
        return Answer(0, "", time.perf_counter() - began)


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
