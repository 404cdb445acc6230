"""From shared traits to networks: the small cells inside the connected components."""

from collections.abc import Iterator

import numpy as np
import polars as pl
import pyarrow as pa

from maillon_engine import schemas
from maillon_engine.linking.cells import HANDFUL
from maillon_engine.linking.components import components, numbered
from maillon_engine.linking.graphs import Numbers
from maillon_engine.linking.kinds import KINDS
from maillon_engine.linking.projection import Incidence, cells_of_documents
from maillon_engine.linking.traits import frame

_LINKING = [code for code, kind in KINDS.items() if kind.links]


def run(edges: pa.Table) -> pa.Table:
    """The table `networks`: one row for each document that shares a trait, apart from hubs, with another of its cell.

    Components and networks are numbered from 0 in the order of their smallest document. A network is no lead yet, and
    most are one author who posted twice: nothing of this table may be kept but what `stages.retention` leaves of it.
    """
    links = frame(edges).filter(~pl.col("hub") & pl.col("kind").is_in(_LINKING) & (pl.col("weight") > 0))
    if links.is_empty():
        return schemas.checked("networks", pa.table({name: [] for name in schemas.NETWORKS.names}))
    coded = links.select(
        pl.col("id").rank("dense").cast(pl.Int64).sub(1).alias("doc"),
        pl.struct("kind", "value").rank("dense").cast(pl.Int64).sub(1).alias("trait"),
        "weight",
    )
    names = links.select("id").unique().sort("id")["id"]
    component = _components(coded, len(names))
    found = pl.DataFrame({"component_id": component, "cell": _cells(coded, component), "id": names})
    return schemas.checked("networks", _finished(found).to_arrow())


def _components(coded: pl.DataFrame, documents: int) -> Numbers:
    docs, traits = coded["doc"].to_numpy(), coded["trait"].to_numpy()
    labels = components(docs, traits + documents, documents + int(traits.max()) + 1)
    return numbered(labels[:documents])


def _cells(coded: pl.DataFrame, component: Numbers) -> Numbers:
    """The cell of each document within its component; 0 throughout where a component is a handful."""
    cell = np.zeros(component.size, dtype=np.int64)
    for held in _large(coded.with_columns(pl.Series("component", component[coded["doc"].to_numpy()]))):
        docs, local = np.unique(held["doc"].to_numpy(), return_inverse=True)
        _, traits = np.unique(held["trait"].to_numpy(), return_inverse=True)
        cell[docs] = cells_of_documents(Incidence(local, traits, held["weight"].to_numpy()))
    return cell


def _large(coded: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The components that have more than a handful of nodes on both sides."""
    sized = coded.group_by("component").agg(pl.col("doc").n_unique(), pl.col("trait").n_unique())
    large = sized.filter((pl.col("doc") > HANDFUL) & (pl.col("trait") > HANDFUL)).select("component")
    kept = coded.join(large, on="component").sort("component", "doc", "trait")
    yield from kept.partition_by("component", maintain_order=True)


def _finished(found: pl.DataFrame) -> pl.DataFrame:
    """Networks numbered by their smallest document; a document alone in its cell is in no network."""
    together = (
        found.filter(pl.len().over("component_id", "cell") > 1)
        .sort("id")
        .with_columns(pl.col("id").first().over("component_id", "cell").rank("dense").cast(pl.Int64).alias("network"))
    )
    return together.select(
        (pl.col("network") - 1).alias("network_id"),
        pl.col("component_id"),
        "id",
    ).sort("network_id", "id")
