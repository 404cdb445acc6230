"""A run with a state: what is known of earlier batches goes into the stages, what is to be known of this comes out."""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from maillon_engine.basis import Basis
from maillon_engine.errors import StateRefused
from maillon_engine.pipeline import manifest
from maillon_engine.pipeline.digests import content_digest
from maillon_engine.pipeline.plan import Stage
from maillon_engine.state import index, kept
from maillon_engine.state.folder import Batch, State, grown, opened
from maillon_engine.state.grouping import Grouped, grouped, template_codes
from maillon_engine.state.recall import Recalled, recall, rows_named
from maillon_engine.state.secret import Secret
from maillon_engine.state.sketches import Texts, sketches

Tables = Mapping[str, pa.Table]


@dataclass(frozen=True)
class Remembering:
    """Where a run finds earlier batches and leaves its own. Without `sketches` texts of leads alone are remembered."""

    folder: Path
    secret: Secret
    sketches: bool = True


@contextmanager
def remembering(
    asked: Remembering, basis: Basis, files: Sequence[Mapping[str, Any]], today: date
) -> Iterator["Memory"]:
    """The memory of a run over these files, while it alone holds the state. Raises StateRefused."""
    # The same texts under another name or basis are the same batch: nobody is counted twice.
    key = content_digest(sorted(str(one["sha256"]) for one in files))
    with opened(asked.folder, asked.secret) as state:
        known = state.known(key)
        if known is not None and not known.live(today):
            message = (
                f"{asked.folder} holds this batch under a basis that is over: run `maillon-engine purge` on it first."
            )
            raise StateRefused(message)
        yield Memory(asked, state, key, basis, state.before(key, today))


class Memory:
    """The state as one run sees it."""

    def __init__(self, asked: Remembering, state: State, key: str, basis: Basis, batches: Sequence[Batch]) -> None:
        self._asked, self._state, self._key, self._basis, self._batches = asked, state, key, basis, batches
        self._tables: dict[str, pa.Table] = {}

    @property
    def options(self) -> dict[str, Any]:
        """What makes a run with this state another run than one with another."""
        return {"before": [one.key for one in self._batches], "sketches": self._asked.sketches}

    @property
    def keep_until(self) -> date:
        """The day by which everything that the run may have in hand can still be kept."""
        return min([self._basis.keep_until, *(date.fromisoformat(one.keep_until) for one in self._batches)])

    @cached_property
    def recalled(self) -> Recalled:
        """What the state knows about the batch."""
        documents, identifiers = self._tables["documents"], self._tables["identifiers"]
        return recall(self._state, self._asked.secret, self._batches, documents, identifiers)

    @cached_property
    def _grouped(self) -> Grouped:
        return grouped(self.recalled, self._tables["clusters"], self._tables["templates"])

    def stages(self, stages: Sequence[Stage]) -> Sequence[Stage]:
        """The stages of a run, those that look beyond the batch with what the state knows."""
        ours = {"clusters": self._clusters, "edges": self._edges, "leads": self._leads}
        return [ours[stage.name](stage) if stage.name in ours else stage for stage in stages]

    def _clusters(self, stage: Stage) -> Stage:
        def run(documents: pa.Table, identifiers: pa.Table) -> Any:
            self._tables |= {"documents": documents, "identifiers": identifiers}
            return stage.run(pa.concat_tables([documents, self.recalled.documents]))

        return replace(stage, needs=("documents", "identifiers"), run=run, on=None)

    def _edges(self, stage: Stage) -> Stage:
        def run(*tables: pa.Table) -> Any:
            self._tables |= dict(zip(stage.needs, tables, strict=True))
            return stage.run(*self._whole(stage), texts=self._tables["documents"].num_rows + self.recalled.texts)

        return replace(stage, run=run, on=None)

    def _leads(self, stage: Stage) -> Stage:
        def run(*tables: pa.Table) -> Any:
            self._tables |= dict(zip(stage.needs, tables, strict=True))
            return stage.run(*self._whole(stage), earlier=self.recalled.names)

        return replace(stage, run=run, on=None)

    def _whole(self, stage: Stage) -> list[pa.Table]:
        """The tables that a stage needs, earlier texts among them."""
        known, tables = self.recalled, dict(self._tables)
        for name in ("documents", "identifiers"):
            full, sketched = getattr(known, name), getattr(known, f"sketched_{name}")()
            tables[name] = pa.concat_tables([_bare(table) for table in (tables[name], full, sketched)])
        tables |= {"clusters": self._grouped.clusters, "templates": self._grouped.templates}
        return [tables[name] for name in stage.needs]

    def joined(self, tables: Tables) -> dict[str, pa.Table]:
        """The tables of a run as they may leave it: with the texts that are kept in full, without those that are not,
        and of the leads those that the batch has a text in."""
        self._tables = dict(tables)
        out = dict(tables)
        for name in ("documents", "identifiers"):
            out[name] = pa.concat_tables([_bare(tables[name]), _bare(getattr(self.recalled, name))])
        out["networks"] = rows_named(tables["networks"], out["documents"]["id"].to_pylist())
        fresh = rows_named(tables["networks"], tables["documents"]["id"].to_pylist())["network_id"].combine_chunks()
        leads = tables["leads"].filter(pc.is_in(tables["leads"]["network_id"], value_set=fresh))
        ranks = pa.array(range(1, leads.num_rows + 1), pa.int32())
        out["leads"] = leads.set_column(leads.schema.get_field_index("rank"), leads.schema.field("rank"), ranks)
        return out

    def said(self, kept_tables: Tables) -> dict[str, Any]:
        """What the manifest says: which earlier batches gave texts, on which basis, and when the output has to go."""
        shown = set(kept_tables["documents"]["id"].to_pylist())
        given: defaultdict[int, int] = defaultdict(int)
        for name, (number, _) in self.recalled.places.items():
            given[number] += name in shown
        givers = [(one, given[number]) for number, one in enumerate(self._batches) if given[number]]
        batches = [{"key": one.key, "basis": dict(one.basis), "documents": count} for one, count in givers]
        until = min([self._basis.keep_until.isoformat(), *(one.keep_until for one, _ in givers)])
        earlier = sum(count or 0 for count in kept_tables["leads"]["earlier"].to_pylist())
        return {
            "keep_until": until,
            "state": {"texts": self.recalled.texts, "documents_from": batches, "earlier_texts": earlier},
        }

    def take_in(self, tables: Tables) -> None:
        """Leaves in the state what it is to know of the batch, unless it knows it already: whole or not at all."""
        if self._state.known(self._key) is not None:
            return
        self._tables = dict(tables)
        leads = pc.is_in(tables["networks"]["network_id"], value_set=tables["leads"]["network_id"].combine_chunks())
        led = set(tables["networks"].filter(leads)["id"].to_pylist())
        batch = self._drafted(tables, led)
        self._state.commit(batch, self._let_go(led))

    def _drafted(self, tables: Tables, led: set[str]) -> Batch:
        documents, secret = tables["documents"], self._asked.secret
        if not self._asked.sketches:
            documents = rows_named(documents, led)
        codes = template_codes(secret, self._key, tables["clusters"], tables["templates"], self._grouped.codes)
        made = sketches(secret, Texts(documents, tables["identifiers"], codes))
        folder, salt = self._state.draft(), os.urandom(index.SALT)
        index.write(folder, secret, salt, made.rows, made.listing)
        rows = {name: row for row, name in enumerate(made.ids) if name in led}
        full = rows_named(documents, rows)
        placed = full.append_column("row", pa.array([rows[one] for one in full["id"].to_pylist()], pa.uint32()))
        kept.write(folder, 0, placed, rows_named(tables["identifiers"], rows))
        until = self._basis.keep_until.isoformat()
        said = manifest.basis_of(self._basis)
        return Batch(self._key, until, salt.hex(), said, tables["documents"].num_rows, len(made.ids), len(rows))

    def _let_go(self, led: set[str]) -> dict[str, Batch]:
        """New generations of earlier batches without those texts whose network is no lead any more (guardrail G2)."""
        gone: defaultdict[int, set[int]] = defaultdict(set)
        for name, (number, row) in self.recalled.places.items():
            if name not in led and (number, row) in self.recalled.met.whole:
                gone[number].add(row)
        changed = {}
        for number, rows in gone.items():
            batch = self._batches[number]
            folder = self._state.folder(batch)
            documents, identifiers = kept.read(folder, batch.generation)
            left = documents.filter(
                pc.invert(pc.is_in(documents["row"], value_set=pa.array(sorted(rows), pa.uint32())))
            )
            changed[batch.key] = grown(batch, left.num_rows)
            kept.write(folder, batch.generation + 1, left, rows_named(identifiers, left["id"].to_pylist()))
        return changed


def _bare(table: pa.Table) -> pa.Table:
    return table.replace_schema_metadata(None)
