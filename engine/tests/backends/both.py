"""A run on one engine, with the digest of each table of each stage before anything is left out of it."""

from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq

from maillon_engine.pipeline.detect import Run, detect
from maillon_engine.pipeline.digests import file_digest
from maillon_engine.pipeline.plan import STAGES
from maillon_engine.pipeline.tables import write_table
from maillon_engine.synthetic.files import write

TODAY = date(2026, 11, 25)


@dataclass(frozen=True)
class Seen:
    """The digests of the stages' tables and of the output, the number of rows of each, and the manifest."""

    stages: dict
    rows: dict
    output: dict
    manifest: dict


def seen(folder, corpus, backend):
    """What a run over a corpus gives on this engine."""
    digests, rows = {}, {}

    def recorded(stage):
        def keep(found):
            tables = (found,) if isinstance(found, pa.Table) else found
            for name, table in zip(stage.gives, tables, strict=True):
                path = folder / f"seen-{name}.parquet"
                write_table(path, name, table)
                digests[name], rows[name] = file_digest(path), table.num_rows
            return found

        on = stage.on and (lambda engine, *files: keep(stage.on(engine, *files)))
        return replace(stage, run=lambda *tables: keep(stage.run(*tables)), on=on)

    folder.mkdir()
    stages = [recorded(stage) for stage in STAGES]
    made = detect(Run(corpus.batch, corpus.basis, folder / "out", TODAY, stages=stages, backend=backend))
    output = {name: digest for name, digest in made["digests"].items() if name.endswith(".parquet")}
    return Seen(digests, rows, output, made)


def invented(folder):
    """A small corpus with organisations in it."""
    return write(folder, documents=700, seed=7, share=0.5)


def skewed(folder):
    """A corpus of which one wording is three texts in ten, under numbers enough that no rule sets it aside."""
    corpus = write(folder, documents=420, seed=9, share=0.5)
    rows = pq.read_table(corpus.batch)
    towns = ("Caen", "Flers", "Alençon")
    added = [
        {
            "id": f"skew-{one:04}",
            "text": "Leçons de guitare à votre domicile, tous niveaux, matériel prêté. Appelez le"
            f" 06 39 98 {one % 40:02} 11, réponse dans la journée, tarif {20 + one % 9} euros.",
            "posted_at": rows["posted_at"][one].as_py(),
            "place": towns[one % 3],
        }
        for one in range(rows.num_rows * 3 // 7)
    ]
    whole = pa.concat_tables([rows, pa.Table.from_pylist(added, schema=rows.schema)])
    # A text of the wording at every third place or so, and not all of them in one part of the file.
    order = sorted(range(whole.num_rows), key=lambda row: (row * 7919) % whole.num_rows)
    pq.write_table(whole.take(order), corpus.batch)
    return corpus
