"""What a state knows about a new batch: texts of earlier leads in full, and of others that they once were there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from maillon_engine.schemas import DOCUMENTS, IDENTIFIERS
from maillon_engine.state import kept
from maillon_engine.state.codes import code_of, kind_of
from maillon_engine.state.folder import Batch, State
from maillon_engine.state.index import Index
from maillon_engine.state.matching import Met, Place, meet
from maillon_engine.state.secret import Secret
from maillon_engine.state.sketches import names_of, traits_of, words_of

# Texts that are not kept have no id; in a run's tables each has one that begins with this, and sorts last.
EARLIER = "\U0010fffd"


@dataclass(frozen=True)
class Recalled:
    """`documents` and `identifiers` are the texts in full, under ids that no text of the batch has; `places` says where
    each of them stands in the state, `texts` how many texts the state has seen."""

    batches: Sequence[Batch]
    met: Met
    documents: pa.Table
    identifiers: pa.Table
    places: Mapping[str, Place]
    texts: int
    known: Mapping[int, tuple[str, str]]
    given: Mapping[int, str]

    @cached_property
    def sketched(self) -> dict[str, tuple[int, ...]]:
        """The earlier texts that are not kept: their codes, under the id that each has in this run."""
        full = set(self.places.values())
        places = sorted(place for place in self.met.texts if place not in full)
        return {id_of(place): self.met.texts[place] for place in places}

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """The names that they present: as they are where a text in full presents the same one, else as a code."""
        return {
            name: frozenset(self.given.get(code, f"{EARLIER}{code:016x}") for code in codes if kind_of(code) == "given")
            for name, codes in self.sketched.items()
        }

    def sketched_documents(self) -> pa.Table:
        """They as documents: without a text, a date or a place."""
        images = [self._image(codes) for codes in self.sketched.values()]
        rows = [
            {"id": name, "text": "", "image_hash": image} for name, image in zip(self.sketched, images, strict=True)
        ]
        return pa.Table.from_pylist(rows, schema=DOCUMENTS)

    def sketched_identifiers(self) -> pa.Table:
        """Their traits as identifiers: the value where a text in full holds it, else its code. The spans are empty."""
        rows = []
        for name, codes in self.sketched.items():
            for code in codes:
                kind, value = self.known.get(code, (kind_of(code), f"{EARLIER}{code:016x}"))
                if kind not in {"image", "template", "given"}:
                    nowhere = {"start": 0, "end": 0, "obfuscated": False, "how": "state"}
                    rows.append({"id": name, "kind": kind, "value": value, **nowhere})
        return pa.Table.from_pylist(rows, schema=IDENTIFIERS)

    def _image(self, codes: Sequence[int]) -> str | None:
        return next((self.known[one][1] for one in codes if kind_of(one) == "image" and one in self.known), None)


def id_of(place: Place) -> str:
    """The id of an earlier text that is not kept, within one run."""
    return f"{EARLIER}{place[0]}:{place[1]}"


def recall(
    state: State, secret: Secret, batches: Sequence[Batch], documents: pa.Table, identifiers: pa.Table
) -> Recalled:
    """What these batches of the state know about the documents of a new one, with their identifiers."""
    indexes = [Index(state.folder(one), secret, bytes.fromhex(one.salt)) for one in batches]
    known = _known(secret, traits_of(documents, identifiers).values())
    words = dict(zip(documents["id"].to_pylist(), words_of(documents["text"]), strict=True))
    met = meet(indexes, known, words)
    full, found, places = _full(state, batches, met, set(words))
    known |= _known(secret, traits_of(full, found).values())
    texts = [*documents["text"].to_pylist(), *full["text"].to_pylist()] if met.texts else []
    names = {name for text in texts for name in names_of(text)}
    given = {code_of(secret, "given", name): name for name in names}
    return Recalled(batches, met, full, found, places, sum(one.texts for one in batches), known, given)


def _known(secret: Secret, traits: Iterable[set[tuple[str, str]]]) -> dict[int, tuple[str, str]]:
    return {code_of(secret, *trait): trait for trait in {one for held in traits for one in held}}


def _full(
    state: State, batches: Sequence[Batch], met: Met, taken: set[str]
) -> tuple[pa.Table, pa.Table, dict[str, Place]]:
    """The texts in full among those that were met, their identifiers, and where they stand."""
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for number, row in met.texts:
        rows[number].append(row)
    documents, identifiers = [DOCUMENTS.empty_table()], [IDENTIFIERS.empty_table()]
    places: dict[str, Place] = {}
    for number, batch in enumerate(batches):
        if batch.kept and rows[number]:
            full, found = kept.read(state.folder(batch), batch.generation, rows[number])
            names = _renamed(full["id"].to_pylist(), batch.key, taken)
            places |= {names[name]: (number, row) for name, row in zip(names, full["row"].to_pylist(), strict=True)}
            documents.append(_with_ids(full, names).select(DOCUMENTS.names))
            identifiers.append(_with_ids(found, names))
    return pa.concat_tables(documents), pa.concat_tables(identifiers), places


def _renamed(ids: Sequence[str], key: str, taken: set[str]) -> dict[str, str]:
    """The id of each text in this run: its own, or with its batch behind it where another text has that one."""
    names = {}
    for one in ids:
        name = one
        while name in taken:
            name = f"{name}#{key[:8]}"
        taken.add(name)
        names[one] = name
    return names


def _with_ids(table: pa.Table, names: Mapping[str, str]) -> pa.Table:
    ids = pa.array([names[one] for one in table["id"].to_pylist()], pa.string())
    field = pa.field("id", pa.string(), nullable=False)
    return table.set_column(table.schema.get_field_index("id"), field, ids)


def rows_named(table: pa.Table, names: Iterable[str]) -> pa.Table:
    """The rows of a table whose id is among these."""
    return table.filter(pc.is_in(table["id"], value_set=pa.array(sorted(names), pa.string())))
