"""A database for measuring on: made afresh, demonstration included, dropped afterwards."""

import os
import secrets
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import django
import psycopg

from scripts.tree import PROJECT

NAME = "maillon_bench"


@contextmanager
def prepared() -> Iterator[None]:
    """Sets Django up on an empty database of DATABASE_URL's server, else of the embedded one, and fills it."""
    with _database() as url, tempfile.TemporaryDirectory() as static:
        os.environ |= {
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "maillon.config.settings.pro",
            "MAILLON_DEMO": "1",
            "MAILLON_EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
            "MAILLON_STATIC_ROOT": static,
            "MAILLON_SECRET_KEY": secrets.token_urlsafe(48),
            "MAILLON_JOURNAL_KEY": secrets.token_urlsafe(48),
            "MAILLON_INTAKE_KEY": secrets.token_urlsafe(48),
        }
        django.setup()
        from maillon.config.launcher.prepare import prepare  # noqa: PLC0415 - asks for the settings made above

        prepare()
        yield
        _leave()


@contextmanager
def _database() -> Iterator[str]:
    server = os.environ.get("DATABASE_URL") or _embedded()
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {NAME} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{NAME}"))
        finally:
            connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


def _embedded() -> str:
    from maillon.config.embedded import start_embedded  # noqa: PLC0415 - needed only without DATABASE_URL

    sys.stdout.write("Starting a database of its own for measuring\n")
    return start_embedded(PROJECT / ".local" / "postgres-bench")


def _leave() -> None:
    from django.db import connections  # noqa: PLC0415 - asks for the settings made above

    connections.close_all()
