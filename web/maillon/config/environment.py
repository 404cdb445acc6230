"""Reads the process environment. Secrets come from here and from nowhere else."""

import os
import re
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

SHORTEST_SECRET = 32
# Statements are planned once a connection: on the way of a report, planning is half of what the server does.
_PREPARED: dict[str, Any] = {"server_side_binding": True, "prepare_threshold": 3}


def required(name: str) -> str:
    """The variable's value; raises ImproperlyConfigured, naming the variable, when it is missing or empty."""
    value = os.environ.get(name, "")
    if not value:
        msg = f"The environment variable {name} is not set. See docs/operations.md."
        raise ImproperlyConfigured(msg)
    return value


def flag(name: str) -> bool:
    """True when the variable is set to 1, true, yes or on."""
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def text(name: str, default: str) -> str:
    """The variable's value, or the default when it is missing or empty."""
    return os.environ.get(name) or default


def listed(name: str, default: str) -> list[str]:
    """The comma-separated values of a variable, blanks dropped; those of the default when it is missing or empty."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def onion(name: str) -> str:
    """The name of an onion service (version 3), in small letters, or "" when the variable is missing or empty.

    Raises ImproperlyConfigured when it is anything else: a wrong one would be shown to everybody.
    """
    found = text(name, "").strip().lower()
    if found and not re.fullmatch(r"[a-z2-7]{56}\.onion", found):
        msg = f"{name} must be the 56 letters and digits of an onion service and .onion, without http://."
        raise ImproperlyConfigured(msg)
    return found


def secrets(name: str) -> list[str]:
    """The comma-separated secrets of a variable: the one in use, then older ones that still open what they sealed.

    Raises ImproperlyConfigured when it is missing, or one is too short to be a secret.
    """
    found = [part.strip() for part in required(name).split(",") if part.strip()]
    if not found or any(len(secret) < SHORTEST_SECRET for secret in found):
        msg = f"A secret in {name} is missing or shorter than {SHORTEST_SECRET} characters. See docs/operations.md."
        raise ImproperlyConfigured(msg)
    return found


def database(url: str, *, prepared: bool = True) -> dict[str, Any]:
    """Django's DATABASES entry for a PostgreSQL URL or libpq connection string.

    Not `prepared` for a pool that gives each transaction another connection and forgets statements (old PgBouncer).
    Raises ImproperlyConfigured when the string is not one that libpq understands.
    """
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as error:
        msg = "DATABASE_URL is not a PostgreSQL connection string (postgresql://user:password@host:port/name)."
        raise ImproperlyConfigured(msg) from error
    known = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    entry: dict[str, Any] = {"ENGINE": "django.db.backends.postgresql", "ATOMIC_REQUESTS": False}
    entry |= {django: str(parts.get(libpq) or "") for libpq, django in known.items()}
    entry["OPTIONS"] = dict(_PREPARED) if prepared else {}
    entry["OPTIONS"] |= {key: value for key, value in parts.items() if key not in known}
    return entry
