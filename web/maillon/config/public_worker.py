"""The server of the public process: gunicorn's threads, and turns for sources that err and hammer.

What waits for its turn holds no thread: it lies aside, read and unanswered, so a thousand such connections cost next to
nothing, and honest people find every thread free. See docs/adr/0020-gate.md.
"""

import errno
import resource
import selectors
import socket
import sys
import threading
import time
from functools import partial
from heapq import heapify, heappop, heappush
from itertools import count
from typing import Any

from gunicorn.http import wsgi
from gunicorn.workers.gthread import TConn, ThreadWorker

from maillon.portals.public.gate.judging import delay
from maillon.portals.public.gate.sources import address_of

MOST_WAITING = 2000
"""Connections that may lie aside. Beyond, those of sources that err and hammer are closed, and nobody else's."""

SWITCHES_AFTER = 0.0005
"""Seconds for which a thread may compute while another wants to. With Python's own 5 ms, a reader waits that long
after each answer of the database while a page is made for somebody else: one source's tries slow everybody."""

_FILES = 8192
_WAITS = object()


class _Again:
    """Gives a request that was read before once more, then hands the connection back to its own parser."""

    def __init__(self, conn: TConn, request: Any) -> None:
        self.conn, self.request, self.parser = conn, request, conn.parser

    def __next__(self) -> Any:
        self.conn.parser = self.parser
        return self.request


class Aside:
    """Connections by the moment at which they have their turn. `resume` is called for each from a thread of its own."""

    def __init__(self, resume: Any) -> None:
        self._resume = resume
        self._changed = threading.Condition()
        self._waiting: list[tuple[float, int, TConn]] = []
        self._order = count()
        threading.Thread(target=self._watch, name="turns", daemon=True).start()

    def put(self, conn: TConn, due: float) -> bool:
        """Lays a connection aside until a moment of time.monotonic(). False when there is no room for it."""
        with self._changed:
            if len(self._waiting) >= MOST_WAITING:
                return False
            heappush(self._waiting, (due, next(self._order), conn))
            self._changed.notify()
            return True

    def all_now(self) -> None:
        """Gives everybody a turn at once: the server is stopping."""
        with self._changed:
            self._waiting = [(0.0, order, conn) for _due, order, conn in self._waiting]
            heapify(self._waiting)
            self._changed.notify()

    def _watch(self) -> None:
        while True:
            with self._changed:
                while not self._waiting or self._waiting[0][0] > time.monotonic():
                    left = self._waiting[0][0] - time.monotonic() if self._waiting else None
                    self._changed.wait(left)
                conn = heappop(self._waiting)[2]
            self._resume(conn)


class PublicWorker(ThreadWorker):  # type: ignore[misc] # gunicorn says nothing of its types
    """Threads for whoever has asked something; silent connections and those that wait for their turn hold none."""

    def init_process(self) -> None:
        _allow_files()
        sys.setswitchinterval(SWITCHES_AFTER)
        # Which server this is helps an attacker alone.
        wsgi.SERVER = "web"
        self.aside = Aside(lambda conn: self.method_queue.defer(self.enqueue_req, conn))
        super().init_process()

    def handle_exit(self, sig: int, frame: Any) -> None:
        """Stops, and lets those go who wait: from a thread, since this one may hold what is asked for."""
        super().handle_exit(sig, frame)
        threading.Thread(target=self.aside.all_now).start()

    def accept(self, listener: socket.socket) -> None:
        """Takes a connection and waits for its first bytes without a thread."""
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno not in {errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK}:
                raise
            return
        self.nr_conns += 1
        conn = TConn(self.cfg, client, address, listener.getsockname())
        conn.timeout = time.monotonic() + self.cfg.keepalive
        self.pending_conns.append(conn)
        self.poller.register(client, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def handle_request(self, req: Any, conn: TConn) -> Any:
        """Serves a request that has its turn. Runs in a thread."""
        # gunicorn forgets after the first request of a connection whom its PROXY line named.
        conn.proxied = req.proxy_protocol_info = req.proxy_protocol_info or getattr(conn, "proxied", None)
        if not getattr(conn, "has_turn", False) and self.alive:
            seconds = delay(_address(req, conn))
            if seconds:
                conn.has_turn, conn.due = True, time.monotonic() + seconds
                conn.parser = _Again(conn, req)
                return _WAITS
        conn.has_turn = False
        return super().handle_request(req, conn)

    def _keepalive_after(self, conn: TConn, keepalive: Any) -> Any:
        return keepalive if keepalive is _WAITS else super()._keepalive_after(conn, keepalive)

    def finish_request(self, conn: TConn, fs: Any) -> None:
        """Lays a connection aside that waits for its turn; anything else is gunicorn's."""
        waits = not fs.cancelled() and fs.exception() is None and fs.result() is _WAITS
        if not waits:
            super().finish_request(conn, fs)
        elif not self.aside.put(conn, conn.due):
            self.nr_conns -= 1
            conn.close()


def _address(req: Any, conn: TConn) -> str:
    from django.conf import settings  # noqa: PLC0415 - read once the application has set Django up

    proxied = req.proxy_protocol_info or {}
    peer = proxied.get("client_addr") or (conn.client[0] if isinstance(conn.client, tuple) and conn.client else "")
    wanted = settings.SOURCE_HEADER.upper()
    # Joined as WSGI joins them, so that server and views know the same source.
    header = ",".join(value for name, value in req.headers if name == wanted) if wanted else ""
    return address_of(peer, proxied=bool(proxied), header=header)


def _allow_files() -> None:
    """As many open files as connections may wait, where the machine allows it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
