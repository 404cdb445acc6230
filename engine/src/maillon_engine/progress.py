"""What a run says about itself while it lasts."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Never, Protocol, TextIO

from tqdm import tqdm


class Step(Protocol):
    """One piece of work that is going on."""

    def advance(self, amount: int) -> None:
        """So much more is done."""


class Progress(Protocol):
    """Hears of each piece of work: its name, and how much it is, where that is known."""

    @contextmanager
    def step(self, name: str, total: int | None = None) -> Iterator[Step]:
        """Lasts as long as the work does."""


class _Nothing:
    def advance(self, amount: int) -> None:
        """Says nothing."""


class Quiet:
    """Says nothing: for pipes, machines and libraries."""

    @contextmanager
    def step(self, name: str, total: int | None = None) -> Iterator[Step]:
        yield _Nothing()


class _Bar:
    def __init__(self, bar: "tqdm[Never]") -> None:
        self.bar = bar

    def advance(self, amount: int) -> None:
        self.bar.update(amount)


class Bars:
    """One bar a piece of work, on a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    @contextmanager
    def step(self, name: str, total: int | None = None) -> Iterator[Step]:
        bar: tqdm[Never]
        with tqdm(desc=f"{name:<12}", total=total, file=self.stream, unit_scale=True, unit="", leave=True) as bar:
            yield _Bar(bar)


def for_stream(stream: TextIO | None = None) -> Progress:
    """Bars on a terminal, silence in a pipe or a file."""
    chosen = stream or sys.stderr
    return Bars(chosen) if chosen.isatty() else Quiet()
