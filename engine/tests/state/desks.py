"""Invented batches, one after the other, on one state."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from maillon_engine.pipeline.detect import Run, detect
from maillon_engine.pipeline.incremental import Remembering
from maillon_engine.state.secret import Secret

TODAY = date(2026, 11, 24)
KEY = bytes(range(32))
BASIS = """
service = "Brigade inventée"
agent = "Agent 0000"
obtained_on = 2026-11-20
obtained_from = "un lot inventé"
legal_basis = "invented"
procedure = "PV 0000/2026"
purpose = "essai"
keep_until = {until}
"""


@dataclass
class Desk:
    """A folder with a state, and runs over batches that are written beside it."""

    home: Path
    sketches: bool = True
    runs: int = 0

    @property
    def state(self):
        return self.home / "state"

    def run(self, rows, until="2027-05-20", today=TODAY, key=KEY):
        """The run over a batch of these rows (dictionaries, or texts)."""
        self.runs += 1
        home = self.home / f"run-{self.runs}"
        home.mkdir(parents=True)
        told = [
            one if isinstance(one, dict) else {"id": f"b{self.runs}-{i}", "text": one} for i, one in enumerate(rows)
        ]
        (home / "batch.jsonl").write_text("\n".join(map(json.dumps, told)) + "\n", "utf-8")
        (home / "basis.toml").write_text(BASIS.format(until=until), "utf-8")
        return self.asked(self.runs, today, key)

    def asked(self, number, today=TODAY, key=KEY):
        """The run of this number once more."""
        home = self.home / f"run-{number}"
        memory = Remembering(self.state, Secret(key), self.sketches)
        return Run(home / "batch.jsonl", home / "basis.toml", home / "out", today, state=memory)

    def take(self, rows, **more):
        """The output of a run over these rows."""
        run = self.run(rows, **more)
        detect(run)
        return Output(run.out)

    def known(self):
        return json.loads((self.state / "state.json").read_text("utf-8"))

    def state_bytes(self):
        """Every byte of the state, tables as they read as well."""
        files = sorted(file for file in self.state.rglob("*") if file.is_file())
        tables = [str(pq.read_table(file).to_pylist()).encode() for file in files if file.suffix == ".parquet"]
        return b"\n".join([*(file.read_bytes() for file in files), *tables])


@dataclass
class Output:
    path: Path

    def rows(self, name):
        return pq.read_table(self.path / f"{name}.parquet").to_pylist()

    @property
    def ids(self):
        return {row["id"] for row in self.rows("documents")}

    @property
    def manifest(self):
        return json.loads((self.path / "manifest.json").read_text("utf-8"))

    def content(self):
        """Every byte of it, tables as they read as well."""
        files = sorted(file for file in self.path.rglob("*") if file.is_file())
        tables = [str(pq.read_table(file).to_pylist()).encode() for file in files if file.suffix == ".parquet"]
        return b"\n".join([*(file.read_bytes() for file in files), *tables])
