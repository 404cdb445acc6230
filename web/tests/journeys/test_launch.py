"""`make run`, as a newcomer meets it: starts from nothing, stops as a whole, keeps what it holds."""

import os
import signal
import stat
import subprocess
import tempfile
import urllib.request
from pathlib import Path

import psycopg
import pytest

from bench.load.ports import free_ports
from tests.journeys.product import LAUNCH, PATIENCE, environment, group, launch, stop

NAME = "A name that somebody gave"


@pytest.fixture
def local():
    # Not tmp_path: started as root, the database runs as another user, whom pytest's folders shut out.
    with tempfile.TemporaryDirectory(prefix="maillon-") as folder:
        yield Path(folder)


def headers_of(url):
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        assert answer.status == 200
        return answer.headers


def answers_and_sets_no_cookie(product):
    assert "Set-Cookie" not in headers_of(f"{product.public_url}/")
    headers_of(f"{product.pro_url}/")
    said = product.log.read_text()
    assert product.public_url in said
    assert product.pro_url in said
    assert "@" in said, "no invented sign-ins were listed"


def refuses_busy_ports(local, ports):
    command = subprocess.run(LAUNCH, env=environment(local, ports), capture_output=True, text=True, check=False)
    assert command.returncode == 1
    assert command.stdout == ""
    assert command.stderr.splitlines() == [command.stderr.strip()]
    assert f"Port {ports[0]} is already in use" in command.stderr


def refuses_the_same_data_twice(local):
    again = environment(local, free_ports(2))
    command = subprocess.run(LAUNCH, env=again, capture_output=True, text=True, check=False)
    assert command.returncode == 1
    assert "already running" in command.stderr


def nothing_is_left(product, local):
    assert product.processes() == []
    assert not (local / "postgres" / "postmaster.pid").exists()
    assert not (local / "running.json").exists()


def worker_of(product):
    for process in product.processes():
        if b"procrastinate" in Path(f"/proc/{process}/cmdline").read_bytes():
            return process
    raise AssertionError(product.log.read_text())


def first_run(local, ports):
    product = launch(local, ports)
    try:
        answers_and_sets_no_cookie(product)
        assert stat.S_IMODE((local / "running.json").stat().st_mode) == 0o600
        refuses_busy_ports(local, ports)
        refuses_the_same_data_twice(local)
        with psycopg.connect(product.database_url) as connection:
            connection.execute("UPDATE base_instance SET name = %s", [NAME])
        assert len(product.processes()) > 3
        assert product.interrupt() == 0
        nothing_is_left(product, local)
    finally:
        stop(product.launcher)


def second_run(local, ports):
    product = launch(local, ports)
    try:
        with psycopg.connect(product.database_url) as connection:
            assert connection.execute("SELECT name FROM base_instance").fetchone() == (NAME,)
        os.kill(worker_of(product), signal.SIGKILL)
        assert product.launcher.wait(PATIENCE) == 1
        assert "The job worker process stopped by itself" in product.log.read_text()
        nothing_is_left(product, local)
    finally:
        stop(product.launcher)


def test_starts_from_nothing_stops_as_a_whole_and_keeps_its_data(local):
    ports = free_ports(2)
    first_run(local, ports)
    second_run(local, ports)


def test_asking_to_stop_while_it_starts_leaves_nothing(local):
    with subprocess.Popen(
        LAUNCH,
        env=environment(local, free_ports(2)),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as launcher:
        # The first line comes once the signals are listened to.
        assert "data in" in launcher.stdout.readline()
        launcher.terminate()
        assert "the data is kept" in launcher.stdout.read()
    assert launcher.returncode == 0
    assert group(launcher.pid) == []
    assert not (local / "postgres" / "postmaster.pid").exists()
