"""DuckDB in the process."""

from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa

from maillon_engine.backends.base import ROWS, Backend, Handle, Kernel, Source
from maillon_engine.workers import ordered

_CONFIG = {
    # Nothing is fetched at run time, not even a part of the engine.
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    # What does not fit goes to the folder of the run: the share of a million texts under 4 GB that is not Python's.
    "memory_limit": "1500MB",
    # A handle's rows are in no order: keeping one takes memory.
    "preserve_insertion_order": "false",
}


def check() -> None:
    """It comes with the package."""


class Engine(Backend):
    """Queries run on all cores, and kernels in a process for each where there are rows enough."""

    name = "duckdb"
    dialect = "duckdb"

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder

    def __enter__(self) -> Self:
        self._aside = TemporaryDirectory(prefix="maillon-", dir=self._folder)
        self._connection = self._connected()
        return self

    def _connected(self) -> duckdb.DuckDBPyConnection:
        made = duckdb.connect(config={**_CONFIG, "temp_directory": self._aside.name})
        made.execute("SET TimeZone = 'UTC'")
        return made

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self._aside.cleanup()

    def forget(self) -> None:
        self._connection.close()
        self._connection = self._connected()

    def table(self, source: Source) -> Handle:
        made = self._fresh()
        if isinstance(source, Path):
            return self._answer(f"SELECT * FROM read_parquet({_literal(source)})")  # noqa: S608 (a quoted path)
        self._connection.register(made.name, source)
        return made

    def _answer(self, query: str) -> Handle:
        made = self._fresh()
        self._connection.execute(f"CREATE TEMP VIEW {made.name} AS {query}")
        return made

    def kept(self, handle: Handle) -> Handle:
        made = self._fresh()
        self._connection.execute(f"CREATE TEMP TABLE {made.name} AS FROM {handle.name}")
        return made

    def mapped(self, handle: Handle, kernel: Kernel, schema: pa.Schema) -> Handle:
        made = self._fresh()
        rows = self._connection.table(handle.name).to_arrow_reader(ROWS)
        self._connection.register(made.name, pa.Table.from_batches(ordered(kernel, rows), schema=schema))
        return made

    def arrow(self, handle: Handle) -> pa.Table:
        return self._connection.table(handle.name).to_arrow_table()


def _literal(path: Path) -> str:
    """A path as a text of SQL: one file, whatever signs of a pattern its name holds."""
    plain = "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path))
    return "'" + plain.replace("'", "''") + "'"
