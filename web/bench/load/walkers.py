"""People who tell an account over HTTP, from the first button to the page with the eight words, several at once.

Runs as a process of its own (`python -m bench.load.walkers`): port, number and writers as JSON on stdin; on stdout a
list of Answers, each for one whole account. Forms are posted as a browser without scripts does, and every page that
follows is opened.
"""

import http.client
import json
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from bench.load.writers import Answer

_WEB = Path(__file__).resolve().parents[2]
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
RECEIPT = "code"
_TEXT = "Texte inventé pour la mesure. " * 12
# Whoever looks for what comes again compares letters alone.
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
# Somebody else's account of a minor in Alençon: address, and what is posted there.
_FORMS: tuple[tuple[str, dict[str, str]], ...] = (
    ("/parler/", {"for": "other"}),
    ("/parler/1/", {"answer": "no"}),
    ("/parler/3/", {"narrative": _TEXT, "go": "on"}),
    ("/parler/4/", {"answer": "15-17"}),
    ("/parler/5/", {"go": "on"}),
    ("/parler/6/", {"typed": "Alençon", "go": "look"}),
    ("/parler/6/", {"typed": "Alençon", "commune": "61001"}),
    ("/parler/8/", {"answer": "week"}),
    ("/parler/9/", {"go": "skip"}),
    ("/parler/10/", {"go": "skip"}),
    ("/parler/11/", {"go": "skip"}),
    ("/parler/12/", {"may_contact": "no", "go": "on"}),
    ("/parler/choix/", {"go": "on"}),
    ("/parler/envoi/", {}),
)


@dataclass
class Walker:
    """One browser: where it goes, as whom, its cookie, and the page it shows."""

    connection: http.client.HTTPConnection
    source: str
    mark: str
    cookie: str = ""
    page: str = field(default="", repr=False)

    def walks(self) -> Answer:
        """Tells everything. Status 302 when the words are shown in the end, else that of the page that went wrong."""
        began = time.perf_counter()
        status = 200
        for path, form in _FORMS:
            status = self._posts(path, form)
            if status != 200:
                break
        done = status == 200 and 'class="code-words"' in self.page
        return Answer(302 if done else status, RECEIPT if done else "", time.perf_counter() - began)

    def _posts(self, path: str, form: dict[str, str]) -> int:
        said = dict(form)
        if "narrative" in said:
            said["narrative"] += self.mark
        token = _TOKEN.search(self.page)
        if token:
            said["csrfmiddlewaretoken"] = token.group(1)
        status, led = self._asks("POST", path, urlencode(said))
        return self._asks("GET", led, None)[0] if status == 302 else status

    def _asks(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        headers = {"X-Real-IP": self.source, "Sec-Fetch-Site": "same-origin", "Cookie": self.cookie}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        self.page = response.read().decode()
        given = response.headers.get("Set-Cookie")
        self.cookie = given.partition(";")[0] if given else self.cookie
        return response.status, response.headers.get("Location", "")


def walk_all(port: int, number: int, writers: int) -> tuple[list[Answer], float]:
    """Tells `number` accounts, `writers` at a time, from a separate process: the answers, and the seconds of it all."""
    plan = json.dumps({"port": port, "number": number, "writers": writers})
    done = subprocess.run(
        [sys.executable, "-m", "bench.load.walkers"], input=plan, capture_output=True, text=True, check=True, cwd=_WEB
    )
    result = json.loads(done.stdout)
    return [Answer(**item) for item in result["answers"]], result["seconds"]


def _one(port: int, number: int) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        source = f"203.0.{113 + number // 250}.{1 + number % 250}"
        return Walker(connection, source, f"{number:x}".translate(_LETTERS)).walks()
    except (OSError, http.client.HTTPException):
        return Answer(0, "", 0.0)
    finally:
        connection.close()


def _main() -> None:
    plan = json.load(sys.stdin)
    began = time.perf_counter()
    with ThreadPoolExecutor(plan["writers"]) as threads:
        answers = list(threads.map(lambda number: _one(plan["port"], number), range(plan["number"])))
    json.dump({"seconds": time.perf_counter() - began, "answers": [asdict(item) for item in answers]}, sys.stdout)


if __name__ == "__main__":
    _main()
