"""The neutral page that somebody is taken to who leaves: a server of its own, which remembers what it was told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Outside:
    """Where it answers, and the headers of each request."""

    url: str
    heard: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def weather() -> Iterator[Outside]:
    """A page about the weather on a free port."""
    outside = Outside("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            outside.heard.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"<!DOCTYPE html><title>Weather</title><h1>Weather</h1>")

        def log_message(self, *_arguments: object) -> None:
            """Says nothing: what was asked is in `heard`."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        outside.url = f"http://127.0.0.1:{server.server_address[1]}/"
        Thread(target=server.serve_forever, daemon=True).start()
        yield outside
        server.shutdown()
