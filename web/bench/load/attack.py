"""One source that posts forms as fast as they are answered, over many connections at once.

Runs as a process of its own (`python -m bench.load.attack`): an Attack as JSON on stdin; how often which status came
back (0 when a connection broke) on stdout. It attacks from its start until its stdin is closed.
"""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path

_WEB = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Attack:
    """What is posted: where, from which of this machine's own addresses (127.…), how many times at once.

    `forms` are the bodies, in turns; each connection sends the next.
    """

    port: int
    source: str
    connections: int
    path: str
    forms: Sequence[str]

    def request(self, form: str) -> bytes:
        """The bytes of one request, as a browser that stands on our own page sends it."""
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Sec-Fetch-Site: same-origin\r\nContent-Length: {len(form.encode())}\r\n\r\n"
        )
        return (head + form).encode()


@contextmanager
def attacked(attack: Attack) -> Iterator[Counter[int]]:
    """Attacks for as long as the block lasts; its answers are in the counter afterwards."""
    answers: Counter[int] = Counter()
    attacker = subprocess.Popen(
        [sys.executable, "-m", "bench.load.attack"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_WEB
    )
    assert attacker.stdin is not None
    assert attacker.stdout is not None
    attacker.stdin.write(json.dumps(asdict(attack)) + "\n")
    attacker.stdin.flush()
    # The first answers are there: the attack is under way.
    attacker.stdout.readline()
    try:
        yield answers
    finally:
        said, _nothing = attacker.communicate("")
        answers.update({int(status): times for status, times in json.loads(said).items()})


async def _post(attack: Attack, said: Iterator[bytes], answers: Counter[int], under_way: asyncio.Event) -> None:
    while True:
        reader, writer = await asyncio.open_connection("127.0.0.1", attack.port, local_addr=(attack.source, 0))
        try:
            while True:
                writer.write(next(said))
                head = await reader.readuntil(b"\r\n\r\n")
                answers[int(head.split()[1])] += 1
                await reader.readexactly(_length(head))
                if answers.total() >= min(8, attack.connections):
                    under_way.set()
        except (OSError, asyncio.IncompleteReadError):
            answers[0] += 1
        finally:
            writer.close()


def _length(head: bytes) -> int:
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return next((int(value) for name, _colon, value in lines if name == b"content-length"), 0)


async def _run() -> Counter[int]:
    attack = Attack(**json.loads(sys.stdin.readline()))
    answers: Counter[int] = Counter()
    under_way = asyncio.Event()
    said = cycle([attack.request(form) for form in attack.forms])
    posting = [asyncio.ensure_future(_post(attack, said, answers, under_way)) for _ in range(attack.connections)]
    await under_way.wait()
    sys.stdout.write("\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    for one in posting:
        one.cancel()
    await asyncio.gather(*posting, return_exceptions=True)
    return answers


if __name__ == "__main__":
    json.dump(asyncio.run(_run()), sys.stdout)
