"""Gives the tests a PostgreSQL before Django reads its settings: DATABASE_URL if set, else an embedded server."""

import os
from pathlib import Path

import psycopg

# Every commit of a test would wait for the disk. What the tests keep may be lost with the machine: the folder is then
# deleted, and made anew.
_CARELESS = ("fsync", "full_page_writes", "synchronous_commit")


def careless(server: str) -> None:
    """Lets the server of this URL answer before anything is on the disk, from now on."""
    with psycopg.connect(server, autocommit=True) as connection:
        for setting in _CARELESS:
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


if not os.environ.get("DATABASE_URL"):
    from maillon.config.embedded import start_embedded

    os.environ["DATABASE_URL"] = start_embedded(Path(__file__).resolve().parents[2] / ".local" / "postgres-test")
    careless(os.environ["DATABASE_URL"])
