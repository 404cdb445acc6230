"""What a stage asks of an engine: tables by handle, SQL over them, and kernels over their rows."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self, TypeAlias

import pyarrow as pa

from maillon_engine.backends.dialects import written

# A table in memory, or the Parquet file that it lies in.
Source: TypeAlias = pa.Table | Path
# A function of a module, so that another process can find it by its name: some rows in, some rows out.
Kernel: TypeAlias = Callable[[pa.RecordBatch], pa.RecordBatch]
# Rows that a kernel gets at most.
ROWS = 4096


@dataclass(frozen=True, slots=True)
class Handle:
    """A table of one backend, under the name that the engine knows it by. Nothing need have been computed yet."""

    name: str


class Backend(ABC):
    """An engine, as long as the `with` block lasts; its handles end with it, or when it forgets them.

    The rows of a handle are in no order, but for those of a query that says one, and only until something is made of
    them. Moments are in UTC.
    """

    name: ClassVar[str]
    dialect: ClassVar[str]

    def __init__(self) -> None:
        self._count = 0

    @abstractmethod
    def __enter__(self) -> Self:
        """Starts what has to be started. Raises BackendRefused where that fails."""

    @abstractmethod
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Forgets, and ends what was started."""

    @abstractmethod
    def forget(self) -> None:
        """Lets go of every handle so far, and of what was computed for it."""

    @abstractmethod
    def table(self, source: Source) -> Handle:
        """The rows of an Arrow table or of a Parquet file, which is read when it is needed."""

    def sql(self, query: str, **handles: Handle) -> Handle:
        """The answer to a query in DuckDB's dialect; each table that it names is a handle given under that name."""
        names = {name: handle.name for name, handle in handles.items()}
        return self._answer(written(query, names, self.dialect))

    @abstractmethod
    def _answer(self, query: str) -> Handle:
        """The answer to a query in the engine's own dialect and names."""

    @abstractmethod
    def kept(self, handle: Handle) -> Handle:
        """The same rows, computed once: for what several queries use."""

    @abstractmethod
    def mapped(self, handle: Handle, kernel: Kernel, schema: pa.Schema) -> Handle:
        """What a kernel makes of the rows, some at a time; the schema is that of its answer."""

    @abstractmethod
    def arrow(self, handle: Handle) -> pa.Table:
        """The rows, in memory."""

    def _fresh(self) -> Handle:
        self._count += 1
        return Handle(f"maillon_{id(self):x}_{self._count}")
