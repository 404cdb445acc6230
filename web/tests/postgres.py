"""Gives the tests a PostgreSQL before Django reads its settings: DATABASE_URL if set, else an embedded server."""

import os
from pathlib import Path

if not os.environ.get("DATABASE_URL"):
    from maillon.config.embedded import start_embedded

    os.environ["DATABASE_URL"] = start_embedded(Path(__file__).resolve().parents[2] / ".local" / "postgres-test")
