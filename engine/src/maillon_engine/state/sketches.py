"""From the texts of a batch to what is remembered of them: codes of their traits and names, and some of their wording.

No text, no value, no id, no date. The rows are in an order that chance gives, all of one size.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import SystemRandom

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from maillon_engine.leads.names import presented
from maillon_engine.linking.contexts import MOST_CONTACTS
from maillon_engine.linking.kinds import CONTACTS, IDENTIFYING, KINDS, PAYMENTS
from maillon_engine.state.codes import NUMBERS, WORDING, code_of
from maillon_engine.state.index import SLOTS, Codes, Listing
from maillon_engine.state.secret import Secret
from maillon_engine.state.wording import KEPT, wordings

# Traits of a text that are remembered; the rest of its slots is for the names it presents.
MOST_TRAITS = 6
# Texts of a cluster whose wording is remembered: by them a later text finds the template, and by it all the others.
_FACES = 3
# A word pair in more texts than these is a phrase of its genre.
COMMON = 32
_FIRST = {kind: place for place, kind in enumerate((*CONTACTS, *PAYMENTS, "template", *KINDS))}
_SEARCHED = frozenset({*IDENTIFYING, "image", "template"})


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that are to be remembered: `templates` has the template code of those that have one, by id."""

    documents: pa.Table
    identifiers: pa.Table
    templates: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Sketches:
    """`rows` and `listing` as the index takes them; `ids` says whose each row is, and is not kept."""

    rows: Codes
    listing: Listing
    ids: Sequence[str]


def traits_of(documents: pa.Table, identifiers: pa.Table) -> dict[str, set[tuple[str, str]]]:
    """The traits of each text by which it could be tied to another; none for a text that is a list of contacts."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    columns = (identifiers[name].to_pylist() for name in ("id", "kind", "value"))
    for name, kind, value in zip(*columns, strict=True):
        if kind in IDENTIFYING:
            found[name].add((kind, value))
    for name in [one for one, held in found.items() if sum(kind in CONTACTS for kind, _ in held) > MOST_CONTACTS]:
        found[name] = set()
    for name, word in zip(documents["id"].to_pylist(), documents["image_hash"].to_pylist(), strict=True):
        if word:
            found[name].add(("image", word.lower()))
    return found


def names_of(text: str) -> frozenset[str]:
    """The given names that a text presents."""
    return frozenset(name for name, _, _ in presented(text))


def sketches(secret: Secret, texts: Texts) -> Sketches:
    """The sketches of these texts. A text of which nothing could be found again has none."""
    order = list(range(texts.documents.num_rows))
    SystemRandom().shuffle(order)
    shuffled = texts.documents.take(pa.array(order, pa.int64()))
    ids = shuffled["id"].to_pylist()
    rows = _rows(secret, shuffled, texts)
    features = _chosen(shuffled["text"], [texts.templates.get(name) for name in ids])
    used = (rows != 0).any(axis=1) | (features != 0).any(axis=1)
    common = _common(features)
    kept = _kept(features, common)
    listing = _listing(rows[used], kept[used], common)
    return Sketches(rows[used], listing, [name for name, use in zip(ids, used.tolist(), strict=True) if use])


def _rows(secret: Secret, documents: pa.Table, texts: Texts) -> Codes:
    held = traits_of(documents, texts.identifiers)
    known: dict[tuple[str, str], int] = {}

    def code(kind: str, value: str) -> int:
        found = known.get((kind, value))
        if found is None:
            found = known[kind, value] = code_of(secret, kind, value)
        return found

    rows = np.zeros((documents.num_rows, SLOTS), np.uint64)
    for place, batch in enumerate(zip(documents["id"].to_pylist(), documents["text"].to_pylist(), strict=True)):
        name, text = batch
        traits = [(_FIRST[kind], code(kind, value)) for kind, value in held.get(name, ())]
        if name in texts.templates:
            traits.append((_FIRST["template"], texts.templates[name]))
        given = sorted(code("given", one) for one in names_of(text))
        row = [*(one for _, one in sorted(traits)[:MOST_TRAITS]), *given][:SLOTS]
        rows[place, : len(row)] = row
    return rows


def _chosen(texts: pa.ChunkedArray, templates: Iterable[int | None]) -> Codes:
    """The features of the texts that stand for themselves or for their template; zeros for the others."""
    faces: defaultdict[int, int] = defaultdict(int)
    chosen = []
    for place, template in enumerate(templates):
        if template is None or faces[template] < _FACES:
            chosen.append(place)
        if template is not None:
            faces[template] += 1
    found = wordings(texts.take(pa.array(chosen, pa.int64())))
    out = np.zeros((len(texts), found.shape[1]), np.uint64)
    out[chosen] = found
    return out


def _common(features: Codes) -> Codes:
    values, counts = np.unique(features[features != 0], return_counts=True)
    return values[counts > COMMON]


def _kept(features: Codes, common: Codes) -> Codes:
    """The first KEPT features of each row that are not common, zeros for the others."""
    rare = (features != 0) & ~np.isin(features, common)
    return np.where(rare & (np.cumsum(rare, axis=1) <= KEPT), features, np.uint64(0))


def _listing(rows: Codes, features: Codes, common: Codes) -> Listing:
    owners, slots = np.nonzero(features)
    parts = [_searched(rows), (_as_wording(features[owners, slots]), owners)]
    codes, owners = (np.concatenate([part[i] for part in parts]) for i in (0, 1))
    return Listing(codes, owners.astype(np.uint32), _as_wording(common))


def _searched(rows: Codes) -> tuple[Codes, npt.NDArray[np.int64]]:
    kinds = np.array([NUMBERS[kind] for kind in sorted(_SEARCHED)], np.uint64)
    owners, slots = np.nonzero(np.isin(rows & np.uint64(15), kinds))
    return rows[owners, slots], owners


def _as_wording(features: Codes) -> Codes:
    coded: Codes = (features & ~np.uint64(15)) | np.uint64(WORDING)
    return coded


def words_of(texts: pa.ChunkedArray) -> Iterator[list[int]]:
    """The wording codes of each text, in the order in which they are chosen."""
    for row in wordings(texts):
        yield [int(one) for one in _as_wording(row[row != 0])]
