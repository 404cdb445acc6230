"""The product as `make run` starts it, on free ports and with data of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg.conninfo import make_conninfo

from bench.load.ports import free_ports
from maillon.config.launcher import commands
from maillon.config.launcher.layout import Layout
from maillon.config.launcher.local_secrets import ensure
from maillon.config.launcher.processes import die_with_parent
from tests.migrated import migrated

LAUNCH = (sys.executable, "-m", "maillon.config.launcher")
# Seconds; long enough for a machine that does much else. A launch that fails says so at once.
PATIENCE = 300


@dataclass
class Product:
    """A running product: where it answers, and the process that holds it together."""

    public_url: str
    pro_url: str
    database_url: str
    launcher: subprocess.Popen
    log: Path

    def interrupt(self) -> int:
        """What Ctrl-C in a terminal does: every process of the group hears it. Returns the launcher's exit status."""
        os.killpg(self.launcher.pid, signal.SIGINT)
        return self.launcher.wait(PATIENCE)

    def runs(self, module: str, *arguments: str) -> None:
        """Runs a module as the product runs its own commands: on its data, with its secrets. Fails where that fails."""
        kept = Layout(self.log.parent)
        given = {"DATABASE_URL": self.database_url, **commands.demonstration({}), **ensure(kept.secrets, {})}
        surroundings = {**environment(kept.root, (0, 0), self.database_url), **given}
        command = (sys.executable, "-m", module, *arguments)
        subprocess.run(command, env=commands.settings_of("pro", surroundings), check=True, timeout=PATIENCE)

    def processes(self) -> list[int]:
        """The processes of the launcher's group that are still there."""
        return group(self.launcher.pid)


def environment(local: Path, ports: tuple[int, int], database_url: str = "", exit_url: str = "") -> dict[str, str]:
    """What a newcomer's shell would hold, and nothing of the tests'."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAILLON_", "DJANGO_", "PYTEST_"))
    }
    chosen = {"MAILLON_LOCAL": str(local), "PORT": str(ports[0]), "PRO_PORT": str(ports[1])}
    # Where whoever leaves is taken: on this machine, so that no test leaves it.
    chosen["MAILLON_EXIT_URL"] = exit_url
    return {**kept, **chosen, "DATABASE_URL": database_url}


def launch(local: Path, ports: tuple[int, int] | None = None, database_url: str = "", exit_url: str = "") -> Product:
    """Starts the product and returns when it answers. Fails with what it said when it does not."""
    surroundings = environment(local, ports or free_ports(2), database_url, exit_url)
    local.mkdir(parents=True, exist_ok=True)
    log, description = local / "launch.log", local / "running.json"
    with log.open("w") as out:
        launcher = subprocess.Popen(
            LAUNCH,
            env=surroundings,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent,  # noqa: PLW1509 - no other thread runs at this point
        )
    deadline = time.monotonic() + PATIENCE
    while launcher.poll() is None and time.monotonic() < deadline:
        if description.exists() and (text := description.read_text()):
            return Product(**json.loads(text), launcher=launcher, log=log)
        # Waiting for another process, which has no other way to say that it is ready.
        time.sleep(0.1)
    stop(launcher)
    msg = f"the product did not start:\n{log.read_text()}"
    raise AssertionError(msg)


def stop(launcher: subprocess.Popen) -> None:
    """Ends the whole group, whatever state it is in."""
    if launcher.poll() is None:
        launcher.terminate()
        try:
            launcher.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(launcher.pid, signal.SIGKILL)
            launcher.wait()


def group(leader: int) -> list[int]:
    """The living processes of a process group."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            state, _parent, number = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(number) == leader and state != "Z":
            found.append(int(entry.name))
    return found


@contextmanager
def own_database(server: str) -> Iterator[str]:
    """A new database on the tests' server, already migrated, dropped afterwards."""
    name = f"product_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {migrated(server)}")
        try:
            yield make_conninfo(server, dbname=name)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
