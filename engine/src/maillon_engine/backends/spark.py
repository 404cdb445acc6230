"""Apache Spark: on this machine, or wherever pyspark's own settings say."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa

from maillon_engine.backends import sessions
from maillon_engine.backends.base import Backend, Handle, Kernel, Source

check = sessions.check


class Engine(Backend):
    """Queries and kernels run on the partitions of Spark, whose workers must find this package and its libraries.

    A session that somebody has started already is used and left as it is; another one ends with the block.
    """

    name = "spark"
    dialect = "spark"

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._views: list[str] = []

    def __enter__(self) -> Self:
        self._session = sessions.Session(self._folder)
        self._spark = self._session.spark
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.forget()
        self._session.end()

    def forget(self) -> None:
        for view in self._views:
            self._spark.catalog.dropTempView(view)
        self._views.clear()

    def table(self, source: Source) -> Handle:
        if isinstance(source, Path):
            return self._named(self._spark.read.parquet(_pattern(source)))
        return self._named(self._spark.createDataFrame(source.replace_schema_metadata(None)))

    def _answer(self, query: str) -> Handle:
        return self._named(self._spark.sql(query))

    def kept(self, handle: Handle) -> Handle:
        # A plan that still held how these rows came about would be planned anew with each query over them.
        return self._named(self._spark.table(handle.name).localCheckpoint())

    def mapped(self, handle: Handle, kernel: Kernel, schema: pa.Schema) -> Handle:
        shape = self._spark.createDataFrame(schema.remove_metadata().empty_table()).schema
        return self._named(self._spark.table(handle.name).mapInArrow(_Over(kernel), shape))

    def arrow(self, handle: Handle) -> pa.Table:
        found: pa.Table = self._spark.table(handle.name).toArrow()
        return found

    def _named(self, frame: Any) -> Handle:
        made = self._fresh()
        frame.createOrReplaceTempView(made.name)
        self._views.append(made.name)
        return made


class _Over:
    """A kernel over the batches of a partition, as another process gets it: by the names of two modules."""

    def __init__(self, kernel: Kernel) -> None:
        self._module, self._name = kernel.__module__, kernel.__qualname__

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        kernel = getattr(import_module(self._module), self._name)
        for batch in batches:
            yield kernel(batch)


def _pattern(path: Path) -> str:
    """A path as Hadoop reads one: one file, whatever signs of a pattern its name holds."""
    return "file://" + "".join(f"\\{sign}" if sign in "*?[]{}\\" else sign for sign in str(path.resolve()))
