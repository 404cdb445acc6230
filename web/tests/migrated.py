"""A database in which every migration has run: made once on a server, and copied by whoever needs one like it."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg
from django.apps import apps
from psycopg import sql
from psycopg.conninfo import make_conninfo

_CODE = Path(__file__).resolve().parents[1] / "maillon"


def migrated(server: str) -> str:
    """The name of that database on the server of this URL; whoever comes first waits for the migrations.

    It is another one after every change of the product's code or of a migration of its packages.
    """
    family = os.environ.get("MAILLON_TEST_DB", "test_maillon") + "_migrated_"
    name = family + _digest()
    with psycopg.connect(server, autocommit=True) as connection:
        # Held until the connection ends: of two processes that start together the second finds what the first made.
        connection.execute("SELECT pg_advisory_lock(hashtext(%s))", [family])
        known = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
        if name not in known:
            for old in known:
                if old.startswith(family):
                    connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(old)))
            _make(connection, server, name)
    return name


def _make(connection: psycopg.Connection, server: str, name: str) -> None:
    # Under another name until it is whole.
    making = name + "_"
    connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(making)))
    # A process of its own: this one may hold a browser's event loop, in which Django asks no database.
    subprocess.run(
        (sys.executable, "-m", "django", "migrate", "--verbosity", "0"),
        env=os.environ
        | {
            "DATABASE_URL": make_conninfo(server, dbname=making),
            "DJANGO_SETTINGS_MODULE": "maillon.config.settings.test",
            "PYTHONPATH": str(_CODE.parent),
        },
        check=True,
    )
    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(making), sql.Identifier(name)))


def _digest() -> str:
    """Of whatever can change what the migrations leave: all of the product, and the migrations of its packages."""
    read = hashlib.blake2b(digest_size=8)
    others = [Path(app.path) / "migrations" for app in apps.get_app_configs() if _CODE not in Path(app.path).parents]
    for folder in (_CODE, *others):
        for path in sorted(folder.rglob("*.py")):
            read.update(f"{path}\0".encode() + path.read_bytes())
    return read.hexdigest()
