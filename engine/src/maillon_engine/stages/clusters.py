"""Near-duplicates among the documents, and their templates."""

import numpy as np
import pyarrow as pa

from maillon_engine.clustering.deciding import cluster
from maillon_engine.clustering.templates import summarise as _summarise
from maillon_engine.schemas import CLUSTERS


def run(documents: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The tables clusters (a row per document, in their order, cluster_id null for none) and templates."""
    labels = cluster(documents["text"])
    ids = pa.chunked_array([pa.array(labels, mask=labels < 0)])
    return pa.Table.from_arrays([documents["id"], ids], schema=CLUSTERS), _summarise(documents["text"], labels)


def summarise(documents: pa.Table, clusters: pa.Table) -> pa.Table:
    """The templates anew, of these documents alone; documents that `clusters` does not name belong to none."""
    named = dict(zip(clusters["id"].to_pylist(), clusters["cluster_id"].to_pylist(), strict=True))
    found = (named.get(one) for one in documents["id"].to_pylist())
    return _summarise(documents["text"], np.array([-1 if one is None else one for one in found], np.int64))
