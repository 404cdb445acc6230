"""Connections that wait for their turn: in the order of turns, so many and no more, and all at once in the end."""

import queue
import sys
import time

import pytest
from gunicorn.workers.gthread import ThreadWorker

from maillon.config import public_worker
from maillon.config.public_worker import Aside, _address
from maillon.config.settings import base, public


@pytest.fixture
def resumed() -> queue.Queue[str]:
    return queue.Queue()


def test_each_is_resumed_in_the_order_of_the_turns(resumed):
    aside, now = Aside(resumed.put), time.monotonic()
    for name, due in (("last", 0.03), ("first", 0.01), ("second", 0.02)):
        assert aside.put(name, now + due)
    assert [resumed.get(timeout=60) for _ in range(3)] == ["first", "second", "last"]


def test_when_the_server_stops_nobody_is_left_waiting(resumed):
    aside, far = Aside(resumed.put), time.monotonic() + 1000
    for number in range(50):
        aside.put(str(number), far - number)
    aside.all_now()
    assert {resumed.get(timeout=60) for _ in range(50)} == {str(number) for number in range(50)}


def test_beyond_its_room_it_takes_nobody(resumed, monkeypatch):
    monkeypatch.setattr(public_worker, "MOST_WAITING", 2)
    aside, far = Aside(resumed.put), time.monotonic() + 1000
    assert [aside.put(name, far) for name in "abc"] == [True, True, False]


class Said:
    """A request as gunicorn parsed it, and the connection it came on."""

    def __init__(self, headers=(), proxied=None, client=("127.0.0.1", 1)) -> None:
        self.headers, self.proxy_protocol_info, self.client = list(headers), proxied, client

    def source(self) -> str:
        return _address(self, self)


def test_the_server_knows_the_same_source_as_the_views(settings):
    settings.SOURCE_HEADER = "X-Real-IP"
    forged_and_set = [("X-REAL-IP", "203.0.113.1"), ("OTHER", "x"), ("X-REAL-IP", "203.0.113.2")]
    assert Said(forged_and_set).source() == "203.0.113.2"
    assert Said(forged_and_set, {"client_addr": "203.0.113.3"}).source() == "203.0.113.3"
    assert Said().source() == "127.0.0.1"
    assert Said(client="").source() == ""


def test_the_threads_of_the_public_process_share_a_few_database_connections():
    assert public.DATABASES["default"]["OPTIONS"]["pool"]["max_size"] == 8
    assert public.DATABASES["default"]["CONN_MAX_AGE"] == 0
    # The other processes' settings stay as they are.
    assert "pool" not in base.DATABASES["default"]["OPTIONS"]


def test_threads_that_compute_let_others_go_on_at_once(monkeypatch):
    before = sys.getswitchinterval()
    monkeypatch.setattr(ThreadWorker, "init_process", lambda _worker: None)
    monkeypatch.setattr(public_worker, "_allow_files", lambda: None)
    try:
        public_worker.PublicWorker.__new__(public_worker.PublicWorker).init_process()
        assert sys.getswitchinterval() <= 0.001
    finally:
        sys.setswitchinterval(before)
