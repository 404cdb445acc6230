"""The way of a batch: nothing half written, nothing of others kept, the same twice."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from maillon_engine import schemas
from maillon_engine.errors import BasisRefused, BatchRefused, OutputRefused
from maillon_engine.pipeline.detect import detect
from maillon_engine.pipeline.plan import Stage
from maillon_engine.pipeline.workplace import workplace

CANARIES = (b"CanariSerin", b"0639980001", b"ind-1")


def bytes_below(path):
    return b"".join(file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file())


def left_beside(run):
    return {path.name for path in run.out.parent.iterdir()} - {"in", "basis.toml", "out"}


def rows(run, name):
    return pq.read_table(run.out / f"{name}.parquet").to_pylist()


def test_every_table_comes_out_under_its_schema_with_a_manifest(run):
    made = detect(run)
    for name, schema in schemas.TABLES.items():
        found = pq.read_schema(run.out / f"{name}.parquet")
        assert found.equals(schema)
        assert found.metadata[b"maillon.version"] == str(schemas.VERSION).encode()
    assert made["counts"]["read"] == {"documents": 6, "rejects": 1}
    assert made["basis"]["keep_until"] == "2027-05-20"
    assert made["basis"]["invented"] is True
    assert json.loads((run.out / "manifest.json").read_text("utf-8")) == made
    assert left_beside(run) == set()


@pytest.mark.guardrail("G2")
def test_whoever_is_in_no_lead_leaves_nothing_behind(run):
    detect(run)
    assert [row["id"] for row in rows(run, "documents")] == ["net-0", "net-1", "net-2"]
    assert [part["text"] for row in rows(run, "templates") for part in row["parts"]] == ["Cours de piano 0639980042"]
    everything = bytes_below(run.out)
    for name in schemas.TABLES:
        text = str(rows(run, name)).encode()
        assert not [canary for canary in (*CANARIES, b"net-3", b"0639980043") if canary in text], name
    assert not [canary for canary in CANARIES if canary in everything]


def test_two_runs_give_the_same_digests(run):
    other = replace(run, out=run.out.with_name("other"))
    assert detect(run)["digests"] == detect(other)["digests"]


def test_a_finished_output_is_recognised_and_another_batch_s_is_refused(run):
    first = detect(run)
    before = (run.out / "manifest.json").stat().st_mtime_ns
    assert detect(run) == first
    assert (run.out / "manifest.json").stat().st_mtime_ns == before
    (run.batch / "b.jsonl").write_text('{"id":"x","text":"autre"}\n', "utf-8")
    with pytest.raises(OutputRefused, match="holds something else"):
        detect(run)


@pytest.mark.guardrail("G4")
def test_without_a_basis_nothing_is_read_or_written(run):
    run.batch.joinpath("a.jsonl").unlink()
    with pytest.raises(BasisRefused, match=r"keep_until is over"):
        detect(replace(run, today=date(2028, 1, 1)))
    with pytest.raises(BatchRefused):
        detect(run)
    assert not run.out.exists()
    assert left_beside(run) == set()


def test_two_runs_do_not_work_in_one_place(run):
    with workplace(run.out, "another", keep_until=date(2027, 1, 1)), pytest.raises(OutputRefused, match="Another run"):
        detect(run)


def test_what_another_batch_left_is_not_gone_on_with(run):
    with workplace(run.out, "another", keep_until=date(2027, 1, 1)):
        pass
    with pytest.raises(OutputRefused, match="interrupted run over another batch"):
        detect(run)


@pytest.mark.parametrize("stage", ["identifiers", "clusters", "networks", "leads"])
def test_a_run_that_fails_goes_on_where_it_stopped(run, stage):
    done = []

    def counted(item):
        def work(*tables):
            done.append(item.name)
            return item.run(*tables)

        return Stage(item.name, item.needs, item.gives, work)

    def broken(*_tables):
        raise MemoryError

    whole = [counted(item) for item in run.stages]
    failing = [replace(item, run=broken) if item.name == stage else item for item in whole]
    with pytest.raises(MemoryError):
        detect(replace(run, stages=failing))
    assert not run.out.exists()
    detect(replace(run, stages=whole))
    assert done == [item.name for item in run.stages]


def test_a_file_that_was_changed_between_two_tries_is_made_anew(run):
    def broken(*_tables):
        raise MemoryError

    failing = [replace(item, run=broken) if item.name == "leads" else item for item in run.stages]
    with pytest.raises(MemoryError):
        detect(replace(run, stages=failing))
    (run.out.parent / ".out.maillon" / "networks.parquet").write_bytes(b"half")
    assert detect(run)["counts"]["kept"]["networks"] == 3


KILLED = """
    import os, signal, sys
    from dataclasses import replace
    from pathlib import Path
    sys.path.insert(0, {here!r})
    from conftest import TODAY
    from small_stages import SMALL, summarise
    from maillon_engine.pipeline.detect import Run, detect
    home = Path({home!r})
    def killed(*tables):
        os.kill(os.getpid(), signal.SIGKILL)
    stages = [replace(item, run=killed) if item.name == {stage!r} else item for item in SMALL]
    detect(Run(home / "in", home / "basis.toml", home / "out", TODAY, stages=stages, summarise=summarise))
"""


@pytest.mark.parametrize("stage", ["identifiers", "leads"])
def test_a_killed_run_leaves_no_output_and_its_second_try_the_same_as_an_undisturbed_one(run, stage):
    code = textwrap.dedent(KILLED).format(here=str(Path(__file__).parent), home=str(run.out.parent), stage=stage)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=os.environ.copy())
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert not run.out.exists()
    undisturbed = detect(replace(run, out=run.out.with_name("other")))
    assert detect(run)["digests"] == undisturbed["digests"]
    assert left_beside(run) == {"other"}


KILLED_WRITING = """
    import os, signal, sys
    from pathlib import Path
    sys.path.insert(0, {here!r})
    import pyarrow.parquet as pq
    from conftest import TODAY
    from small_stages import SMALL, summarise
    from maillon_engine.pipeline.detect import Run, detect
    home, written, write = Path({home!r}), [], pq.ParquetWriter.write_table
    def killed(writer, table, *more):
        write(writer, table, *more)
        written.append(table)
        if len(written) == {number}:
            os.kill(os.getpid(), signal.{signal})
    pq.ParquetWriter.write_table = killed
    detect(Run(home / "in", home / "basis.toml", home / "out", TODAY, stages=SMALL, summarise=summarise))
"""


# The documents, the identifiers, the edges, the leads, and half of what leaves the run.
@pytest.mark.parametrize(
    ("number", "how"), [(1, "SIGKILL"), (3, "SIGINT"), (6, "SIGKILL"), (8, "SIGINT"), (12, "SIGKILL")]
)
def test_a_run_that_ends_while_it_writes_leaves_nothing_half_written_and_resumes(run, number, how):
    names = {"here": str(Path(__file__).parent), "home": str(run.out.parent), "number": number, "signal": how}
    code = textwrap.dedent(KILLED_WRITING).format(**names)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=os.environ.copy())
    assert done.returncode == -getattr(signal, how), done.stderr.decode()
    assert not run.out.exists()
    for file in (run.out.parent / ".out.maillon").glob("*.parquet"):
        pq.read_table(file)
    undisturbed = detect(replace(run, out=run.out.with_name("other")))
    assert detect(run)["digests"] == undisturbed["digests"]
    assert left_beside(run) == {"other"}
