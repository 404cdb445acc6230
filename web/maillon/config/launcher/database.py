"""The database that the product runs on."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import psycopg

from maillon.config.embedded import start_embedded, stop_embedded
from maillon.config.launcher.errors import LaunchError
from maillon.config.launcher.layout import Layout


@contextmanager
def opened(environment: Mapping[str, str], layout: Layout) -> Iterator[str]:
    """The URL of a server that answers: DATABASE_URL's, else the embedded one, which runs for as long as the block.

    The caller holds the layout's lock. Raises LaunchError when no server can be had.
    """
    url = environment.get("DATABASE_URL")
    if url:
        _try(url)
        yield url
        return
    url = _start(layout)
    try:
        _try(url)
        yield url
    finally:
        stop_embedded(layout.postgres)


def is_demo(url: str) -> bool:
    """True when the database is marked as holding invented data only."""
    with psycopg.connect(url) as connection:
        return bool(connection.execute("SELECT 1 FROM base_instance WHERE is_demo").fetchone())


def _try(url: str) -> None:
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.Error as error:
        msg = f"The database does not answer: {str(error).strip()}"
        raise LaunchError(msg) from error


def _start(layout: Layout) -> str:
    # Sockets live beside the data: another installation on this machine has its own.
    os.environ["XDG_RUNTIME_DIR"] = str(layout.root)
    try:
        return start_embedded(layout.postgres, alone=True)
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        msg = f"The embedded database in {layout.postgres} does not start: {error}. Its log lies there too."
        raise LaunchError(msg) from error
