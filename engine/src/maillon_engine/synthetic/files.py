"""Writes a synthetic corpus: the batch, its truth, and a basis that says that both are invented."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from maillon_engine.schemas import DOCUMENTS
from maillon_engine.synthetic.basis import basis_text
from maillon_engine.synthetic.numbers import HUB, international
from maillon_engine.synthetic.plan import ORGANISATION, planned
from maillon_engine.synthetic.texts import Settings, Text, Writer

_ROWS = 50_000
_HUB = international(HUB)

# What the engine should find. `cluster` and `network` are null for texts that stand alone and for authors without an
# organisation; `role` and `pattern` are words of synthetic.plan; `noise` is the level of the text's cluster, or 0.
TRUTH = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        ("cluster", pa.int64()),
        ("network", pa.int64()),
        ("phone", pa.string()),
        pa.field("role", pa.string(), nullable=False),
        ("pattern", pa.string()),
        pa.field("noise", pa.int8(), nullable=False),
        pa.field("language", pa.string(), nullable=False),
        pa.field(
            "identifiers",
            pa.list_(pa.struct([("kind", pa.string()), ("value", pa.string()), ("hidden", pa.bool_())])),
            nullable=False,
        ),
    ]
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where a corpus stands, and what was planted in it."""

    batch: Path
    truth: Path
    basis: Path
    documents: int
    clusters: int
    organisations: int


def write(
    out: str | Path,
    *,
    documents: int = 10_000,
    seed: int = 0,
    noise: int | None = None,
    share: float = 0.3,
    boilerplate: float = 0.0,
    hidden: float = 0.15,
    advance: Callable[[int], object] = lambda _rows: None,
) -> Corpus:
    """Writes batch.parquet, truth.parquet and basis.toml into the folder `out`, the same bytes for the same arguments.

    `noise` is a level of 0 to 3, or None for a level of its own in each cluster. `share` of the texts stand in planted
    clusters, `boilerplate` of clusters and single texts carry a stock paragraph that others carry too, `hidden` of
    the texts hide their telephone number or address. `advance` is told how many rows each step wrote. Raises
    ValueError for arguments outside their range.
    """
    _check(documents, noise, (share, boilerplate, hidden))
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    plan = planned(documents, seed, share)
    writer = Writer(plan, Settings(noise, boilerplate, hidden))
    batch, truth, basis = (folder / name for name in ("batch.parquet", "truth.parquet", "basis.toml"))
    basis.write_text(basis_text(seed, documents), "utf-8")
    with pq.ParquetWriter(batch, DOCUMENTS) as texts, pq.ParquetWriter(truth, TRUTH) as truths:
        for first, rows in _chunks(writer, documents):
            ids = [f"synth-{seed}-{position:08}" for position in range(first, first + len(rows))]
            texts.write_table(_batch_table(ids, rows))
            truths.write_table(_truth_table(ids, rows, writer))
            advance(len(rows))
    return Corpus(batch, truth, basis, documents, len(plan.owners), len(plan.organisations))


def _check(documents: int, noise: int | None, shares: Sequence[float]) -> None:
    if documents < 1:
        raise ValueError("A corpus has at least one document.")
    if noise not in (None, 0, 1, 2, 3):
        raise ValueError("The noise is a level of 0, 1, 2 or 3, or none given for a mixture.")
    if not all(0 <= share <= 1 for share in shares):
        raise ValueError("Shares lie between 0 and 1.")


def _chunks(writer: Writer, documents: int) -> Iterator[tuple[int, list[Text]]]:
    for first in range(0, documents, _ROWS):
        yield first, [writer.text(position) for position in range(first, min(first + _ROWS, documents))]


def _batch_table(ids: list[str], rows: list[Text]) -> pa.Table:
    columns = {
        "id": ids,
        "text": [row.text for row in rows],
        "posted_at": [row.posted_at for row in rows],
        "place": [row.place for row in rows],
        "source": [row.source for row in rows],
        "image_hash": [row.image_hash for row in rows],
    }
    return pa.table(columns, schema=DOCUMENTS)


def _truth_table(ids: list[str], rows: list[Text], writer: Writer) -> pa.Table:
    organisations = writer.plan.organisations
    networks = [row.author.index if row.author.role == ORGANISATION else None for row in rows]
    columns = {
        "id": ids,
        "cluster": [row.author.cluster for row in rows],
        "network": networks,
        "phone": [_phone(row) for row in rows],
        "role": [row.author.role for row in rows],
        "pattern": [None if network is None else organisations[network].pattern for network in networks],
        "noise": [row.level for row in rows],
        "language": [row.language for row in rows],
        "identifiers": [
            [{"kind": one.kind, "value": one.value, "hidden": one.hidden} for one in row.planted] for row in rows
        ],
    }
    return pa.table(columns, schema=TRUTH)


def _phone(row: Text) -> str | None:
    """The author's number as the text shows it; the platform's, which comes last, is nobody's."""
    return next((one.value for one in row.planted if one.kind == "phone" and one.value != _HUB), None)
