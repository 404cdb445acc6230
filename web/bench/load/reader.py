"""An honest reader: comes back with her code, and reads what became of her report."""

import http.client
import time
from dataclasses import dataclass
from urllib.parse import urlencode

_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True)
class Reader:
    """Who reads: at which port, from which of this machine's own addresses."""

    port: int
    source: str

    def reads(self, words: str, shown: str) -> tuple[bool, float]:
        """Enters with a code over a new connection. Whether the page of the report came that shows a text; seconds."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60, source_address=(self.source, 0))
        began = time.perf_counter()
        try:
            page = self._page(connection, words)
            return shown in page, time.perf_counter() - began
        finally:
            connection.close()

    def _page(self, connection: http.client.HTTPConnection, words: str) -> str:
        connection.request("POST", "/retour/", urlencode({"code": words}), _FORM)
        entered = connection.getresponse()
        entered.read()
        if entered.status != 302:
            return ""
        cookie = entered.headers["Set-Cookie"].partition(";")[0]
        connection.request("GET", entered.headers["Location"], headers={"Cookie": cookie})
        return connection.getresponse().read().decode()
