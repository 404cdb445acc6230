"""An honest reader: one request after the other, each on a connection of its own."""

import http.client
import time
from dataclasses import dataclass

from bench.load.writers import Answer, Request

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Reader:
    """Who reads: at which port, from which of this machine's own addresses."""

    port: int
    source: str

    def opens(self, request: Request) -> Answer:
        """The answer to a request: a form when it has a body, else a page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60, source_address=(self.source, 0))
        began = time.perf_counter()
        try:
            connection.request("POST" if request.body else "GET", request.path, request.body or None, _FORM)
            response = connection.getresponse()
            response.read()
            return Answer(response.status, response.headers.get("Location", ""), time.perf_counter() - began)
        finally:
            connection.close()
