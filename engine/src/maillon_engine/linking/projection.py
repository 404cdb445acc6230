"""From documents and their traits to a graph of one sort of node, on the side where it is smaller."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, triu

from maillon_engine.linking.cells import cells
from maillon_engine.linking.graphs import Graph, Numbers, Weights


@dataclass(frozen=True, slots=True)
class Incidence:
    """Which document holds which trait: row i says that documents[i] holds traits[i] with weights[i] bits above 0.

    Documents and traits are counted from 0 without gaps.
    """

    documents: Numbers
    traits: Numbers
    weights: Weights


def cells_of_documents(held: Incidence) -> Numbers:
    """The cell of each document of one connected component, found on the cheaper of the two sides.

    On the side of traits, two traits are tied by the documents that hold both, and a document goes to the cell that
    holds most of its bits (ties: the first). On the side of documents, two are tied by the traits that they share.
    """
    documents, traits = _matrix(held)
    if _pairs(np.bincount(held.traits)) <= _pairs(np.bincount(held.documents)):
        return cells(_projected(documents))
    return _followed(documents, cells(_projected(traits)))


def _matrix(held: Incidence) -> tuple[csr_matrix, csr_matrix]:
    """Documents by traits in bits, traits by documents in ones."""
    shape = (int(held.documents.max()) + 1, int(held.traits.max()) + 1)
    bits = csr_matrix((np.sqrt(held.weights), (held.documents, held.traits)), shape=shape)
    ones = csr_matrix((np.ones(held.traits.size), (held.traits, held.documents)), shape=shape[::-1])
    return bits, ones


def _pairs(sizes: Numbers) -> float:
    return float((sizes.astype(np.float64) * (sizes - 1)).sum())


def _projected(rows: csr_matrix) -> Graph:
    """The cosine of the rows, where it is not 0."""
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    unit = rows.multiply(1 / lengths[:, None]).tocsr()
    alike = triu(unit @ unit.T, k=1).tocoo()
    order = np.lexsort((alike.col, alike.row))
    return Graph(
        rows.shape[0],
        alike.row[order].astype(np.int64),
        alike.col[order].astype(np.int64),
        np.minimum(alike.data[order], 1.0),
    )


def _followed(documents: csr_matrix, labels: Numbers) -> Numbers:
    """Each document's cell: the one whose traits weigh most in it."""
    bits = documents.multiply(documents).tocsr()
    chosen = csr_matrix((np.ones(labels.size), (np.arange(labels.size), labels)))
    weighed = (bits @ chosen).tocsr()
    weighed.sort_indices()
    return np.fromiter((_heaviest(weighed, row) for row in range(weighed.shape[0])), np.int64, weighed.shape[0])


def _heaviest(weighed: csr_matrix, row: int) -> int:
    part = slice(weighed.indptr[row], weighed.indptr[row + 1])
    # Sums of the same bits in another order differ in their last digits: a tie is a tie all the same.
    return int(weighed.indices[part][np.argmax(np.round(weighed.data[part], 9))])
