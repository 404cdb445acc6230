"""How many reports a second the product accepts, sealed and on disk, and whether it loses or refuses one."""

from bench.load.drafts import Browser, browsers, sendings
from bench.load.outcomes import outcome, stored
from bench.load.server import serving
from bench.load.writers import send_all

NAME = "reports"
WRITERS = (1, 2, 8, 32, 64)
_EACH = 1200
_WARM_UP = 60


def run() -> list[dict[str, object]]:
    """Sends prepared drafts over HTTP with 1 to 64 writers. Expects a database with the demonstration in it."""
    people = browsers()
    with serving() as port:
        send_all(port, sendings(_WARM_UP, people), 4)
        return [sent(port, writers, people) for writers in WRITERS]


def sent(port: int, writers: int, people: list[Browser], each: int = _EACH) -> dict[str, object]:
    """Sends `each` reports (a quarter, for one writer alone) and says what became of them."""
    requests = sendings(each if writers > 1 else each // 4, people)
    before = stored()
    answers, seconds = send_all(port, requests, writers)
    return {"writers": writers, **outcome(answers, seconds, before, receipt="envoye")}
