"""The whole way of a batch."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from maillon_engine.backends import registry
from maillon_engine.backends.base import Backend
from maillon_engine.backends.registry import USUAL
from maillon_engine.basis import read_basis
from maillon_engine.errors import BackendRefused, OutputRefused, StateRefused
from maillon_engine.intake.batch import files_of
from maillon_engine.intake.columns import Columns
from maillon_engine.pipeline import manifest
from maillon_engine.pipeline.keeping import KEPT, Summarise, of_leads
from maillon_engine.pipeline.plan import STAGES, Stage
from maillon_engine.pipeline.tables import read_table, write_table, writing
from maillon_engine.pipeline.workplace import Workplace, workplace
from maillon_engine.progress import Progress, Quiet
from maillon_engine.stages import documents as intake

if TYPE_CHECKING:
    from maillon_engine.pipeline.incremental import Memory, Remembering


@dataclass(frozen=True)
class Run:
    """What a run is asked for. `stages` and `summarise` are ours unless a test brings others."""

    batch: Path
    basis: Path
    out: Path
    today: date
    columns: Columns = field(default_factory=Columns)
    reveal: bool = False
    progress: Progress = field(default_factory=Quiet)
    stages: Sequence[Stage] = STAGES
    summarise: Summarise | None = None
    # What earlier batches left (pipeline.incremental.Remembering); None for a run that remembers nothing.
    state: "Remembering | None" = None
    # The engine that stages run on where they can: one of backends.registry.NAMES. The tables are the same.
    backend: str = USUAL


def detect(run: Run) -> dict[str, Any]:
    """Writes the output directory of a batch, and returns its manifest.

    A finished output of the same run is returned as it is; an interrupted run goes on where it stopped. Raises
    BasisRefused, BatchRefused, OutputRefused, StateRefused, BackendRefused or MissingExtra; then nothing has been
    written.
    """
    _check_backend(run)
    basis = read_basis(run.basis, today=run.today)
    files = manifest.batch_of(files_of(run.batch))
    options: dict[str, Any] = {"columns": dict(run.columns.said), "reveal": run.reveal}
    with ExitStack() as stack:
        memory = None
        if run.state is not None:
            # Brings the compiler of the kernels: not before it is needed.
            remembering = import_module("maillon_engine.pipeline.incremental").remembering
            memory = stack.enter_context(remembering(run.state, basis, files, run.today))
            options["state"] = memory.options
        key = manifest.run_key(basis, files, options, run.backend)
        if run.out.exists():
            return _finished(run.out, key)
        content = {"key": key, "basis": manifest.basis_of(basis), "batch": files, "options": options}
        content["names"] = manifest.compared_names()
        until = memory.keep_until if memory else basis.keep_until
        place = stack.enter_context(workplace(run.out, key, keep_until=until))
        with _engine(run, place) as engine:
            timings = _stages(replace(run, stages=memory.stages(run.stages) if memory else run.stages), place, engine)
        return _made(run, place, content, memory, timings)


def _check_backend(run: Run) -> None:
    registry.check(run.backend)
    if run.state is not None and run.backend != USUAL:
        message = f"A state is worked on by {USUAL} only: leave out --state, or --backend {run.backend}."
        raise StateRefused(message)


@contextmanager
def _engine(run: Run, place: Workplace) -> Iterator[Backend]:
    """The engine of a run. Where it does not start, a run that has done nothing leaves nothing."""
    with ExitStack() as stack:
        try:
            engine = stack.enter_context(registry.backend(run.backend, place.path))
        except BackendRefused:
            if not place.done:
                place.remove()
            raise
        yield engine


def _made(
    run: Run, place: Workplace, content: Mapping[str, Any], memory: "Memory | None", timings: Mapping[str, float]
) -> dict[str, Any]:
    tables = {name: read_table(place.file(name), name) for name in KEPT}
    made = _output(run, place, content, tables, memory)
    (place.path / "out" / manifest.TIMINGS).write_text(json.dumps(timings, indent=2) + "\n", "utf-8")
    if memory:
        # First the state, then the output: of a batch that has an output the state knows.
        memory.take_in(tables)
    place.publish(place.path / "out", run.out)
    return made


def _finished(out: Path, key: str) -> dict[str, Any]:
    known = manifest.manifest_of(out)
    if known is None or known.get("key") != key:
        message = f"{out} is there already and holds something else. Choose another --out, or remove it."
        raise OutputRefused(message)
    return known


def _stages(run: Run, place: Workplace, engine: Backend) -> dict[str, float]:
    timings = {}
    started = time.perf_counter()
    if not place.has("documents"):
        _take_in(run, place)
    timings["documents"] = time.perf_counter() - started
    for stage in run.stages:
        started = time.perf_counter()
        if not place.has(stage.name):
            _run_stage(run, stage, place, engine)
        timings[stage.name] = time.perf_counter() - started
    return {name: round(seconds, 3) for name, seconds in timings.items()}


def _take_in(run: Run, place: Workplace) -> None:
    with ExitStack() as stack:
        kept, refused = (stack.enter_context(writing(place.file(name), name)) for name in ("documents", "rejects"))
        step = stack.enter_context(run.progress.step("documents"))
        intake.run(run.batch, kept.write_table, refused.write_table, run.columns, on_rows=step.advance)
    place.finish("documents", ("documents", "rejects"))


def _run_stage(run: Run, stage: Stage, place: Workplace, engine: Backend) -> None:
    with run.progress.step(stage.name) as step:
        if stage.on is None:
            found = stage.run(*(read_table(place.file(name), name) for name in stage.needs))
        else:
            found = stage.on(engine, *map(place.file, stage.needs))
            engine.forget()
        tables = (found,) if isinstance(found, pa.Table) else found
        for name, table in zip(stage.gives, tables, strict=True):
            write_table(place.file(name), name, table)
            step.advance(table.num_rows)
    place.finish(stage.name, stage.gives)


def _output(
    run: Run, place: Workplace, content: Mapping[str, Any], tables: Mapping[str, pa.Table], memory: "Memory | None"
) -> dict[str, Any]:
    folder = place.path / "out"
    folder.mkdir(exist_ok=True)
    kept = of_leads(memory.joined(tables) if memory else tables, run.summarise or _summarise)
    said = memory.said(kept) if memory else {}
    for name, table in kept.items():
        write_table(folder / f"{name}.parquet", name, table)
    rejects = read_table(place.file("rejects"), "rejects")
    write_table(folder / "rejects.parquet", "rejects", rejects)
    counts = {
        "read": {"documents": tables["documents"].num_rows, "rejects": rejects.num_rows},
        "kept": {name: table.num_rows for name, table in kept.items()},
    }
    made = {**content, **said, "made_by": manifest.made_by(run.backend), "counts": counts}
    # Before the manifest, which holds its digest as well.
    _dossier(folder, kept, made, reveal=run.reveal)
    return manifest.written(folder, made)


def _dossier(folder: Path, kept: Mapping[str, pa.Table], made: Mapping[str, Any], *, reveal: bool) -> None:
    # Brings the graphs' layout and the communes: not before they are needed.
    import_module("maillon_engine.dossier.rendering").write(folder, kept, made, _places(), reveal=reveal)


@cache
def _places() -> Mapping[str, Any]:
    """Where the communes lie, by INSEE code: the same for every run of a process."""
    known = import_module("maillon_engine.gazetteer").communes()
    place = import_module("maillon_engine.dossier.maps").Place
    return {code: place(one.name, *one.position) for code, one in known.items() if one.position}


def _summarise(documents: pa.Table, clusters: pa.Table) -> pa.Table:
    # Brings the compiler of the kernels: not before it is needed.
    found: pa.Table = import_module("maillon_engine.stages.clusters").summarise(documents, clusters)
    return found
