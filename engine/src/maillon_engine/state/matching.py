"""Which earlier texts a batch meets: those that share a trait or a wording with it, and those that share with these."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from maillon_engine.linking.hubs import DIVERSE, LEAST_COMPANIONS
from maillon_engine.linking.kinds import CONTACTS, IDENTIFYING
from maillon_engine.state.codes import kind_of
from maillon_engine.state.index import Held, Index
from maillon_engine.state.wording import KEPT

# Where an earlier text stands: which of the indexes, and its row there.
Place = tuple[int, int]
# A network that reaches further than this into the past is cut; no analyst reads as many.
MOST_TEXTS = 20_000
# How much of what two texts could share they must share to be one wording, and how many features at least.
_ALIKE, _LEAST = 0.75, 5
_TYING = frozenset({*IDENTIFYING, "image", "template"})


@dataclass
class Met:
    """The earlier texts that were met, with their codes; `alike` says which text of the batch reads like which one.

    `whole` are those of which everything that they share was followed, too."""

    texts: dict[Place, tuple[int, ...]] = field(default_factory=dict)
    alike: list[tuple[str, Place]] = field(default_factory=list)
    whole: set[Place] = field(default_factory=set)


def meet(indexes: Sequence[Index], codes: Iterable[int], words: Mapping[str, Sequence[int]]) -> Met:
    """The earlier texts behind these codes, and behind the wording codes of each text of the batch, by its id.

    What everybody shares is not followed: a code whose holders are crowded by others' contacts leads no further."""
    met = Met()
    front = set(codes)
    for place in _alike(indexes, words, met):
        front |= _followed(met, place)
    asked: set[int] = set()
    while front and len(met.texts) < MOST_TEXTS:
        asked |= front
        front = {code for holders in _holders(indexes, sorted(front), met) for code in holders} - asked
    return met


def _holders(indexes: Sequence[Index], codes: Sequence[int], met: Met) -> Iterable[set[int]]:
    """For each code the codes to follow from those who hold it."""
    places: defaultdict[int, list[Place]] = defaultdict(list)
    for number, index in enumerate(indexes):
        for code, held in index.find(codes):
            if held.row is not None:
                place = number, held.row
                if place not in met.texts:
                    met.texts[place] = index.codes(held)
                places[code].append(place)
    for code in codes:
        if not _crowded(code, [met.texts[place] for place in places[code]]):
            yield {one for place in places[code] for one in _followed(met, place)}


def _followed(met: Met, place: Place) -> set[int]:
    met.whole.add(place)
    return {code for code in met.texts[place] if kind_of(code) in _TYING}


def _crowded(code: int, holders: Sequence[tuple[int, ...]]) -> bool:
    """Whether most of those who hold this code and give another contact give one of their own (as `linking.hubs`)."""
    others = [{one for one in codes if kind_of(one) in CONTACTS} - {code} for codes in holders]
    several = {one for contacts in others for one in contacts}
    giving = sum(bool(contacts) for contacts in others)
    return len(several) >= LEAST_COMPANIONS and len(several) >= DIVERSE * giving


def _alike(indexes: Sequence[Index], words: Mapping[str, Sequence[int]], met: Met) -> Iterable[Place]:
    wanted = sorted({code for several in words.values() for code in several})
    for number, index in enumerate(indexes):
        common = {code for code, held in index.find(wanted, most=1) if held.row is None}
        own = {name: [code for code in several if code not in common][:KEPT] for name, several in words.items()}
        rows: defaultdict[int, list[int]] = defaultdict(list)
        opened: dict[int, Held] = {}
        for code, held in index.find(sorted({code for several in own.values() for code in several})):
            if held.row is not None:
                rows[code].append(held.row)
                opened[held.row] = held
        for name, several in own.items():
            for row in _reading(several, rows):
                met.texts.setdefault((number, row), index.codes(opened[row]))
                met.alike.append((name, (number, row)))
                yield number, row


def _reading(own: Sequence[int], rows: Mapping[int, Sequence[int]]) -> list[int]:
    """The rows that share enough of these wording codes."""
    least = max(_LEAST, ceil(_ALIKE * len(own)))
    shared = Counter(row for code in own for row in rows.get(code, ()))
    return sorted(row for row, count in shared.items() if count >= least)
