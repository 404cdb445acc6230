"""Communes named in a text; the value is the INSEE code. Which commune of that name is meant may stay open."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from maillon_engine.gazetteer import Commune, named, names
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_WORD = re.compile(r"[a-z]+")
_CUE = re.compile(r"(?<![a-z])(?:a|sur|vers|pres|de|d|in|at|near|en|ville|proche|centre|gare)[ ]{1,2}$")
# Below so many inhabitants a name of one word needs a cue before it: most are surnames or words of the language.
_KNOWN = 15_000
_LONGEST = 8
_SHORT: Final = {"st": "saint", "ste": "sainte"}


class _Beginnings(NamedTuple):
    """Names of one word, those of the largest communes among them, and the first one and two words of the others."""

    every: frozenset[str]
    single: frozenset[str]
    known: frozenset[str]
    first: frozenset[str]
    double: frozenset[tuple[str, str]]


class Place:
    """Names of communes, in capitals or after a word that says where."""

    kind: Final = "place"
    words: Final = frozenset[str]()

    def may_hold(self, text: Prepared) -> bool:
        """Any word: which are names is looked up once, in finding them."""
        return bool(text.sequence)

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """The longest name at each place. `parts`: the name, and the codes of the other communes of that name."""
        if region != "FR":
            return
        done = 0
        for start in sorted(set(_starts(text))):
            found = _longest(text, start) if start >= done else None
            if found is not None:
                done = found[0]
                yield _identifier(text, start, done, found[1])


@cache
def _beginnings() -> _Beginnings:
    single: set[str] = set()
    known: set[str] = set()
    double: set[tuple[str, str]] = set()
    for name, people in names().items():
        one, space, rest = name.partition(" ")
        if space:
            double.add((one, rest.partition(" ")[0]))
        elif len(name) > 2:
            single.add(name)
            if people >= _KNOWN:
                known.add(name)
    double |= {(said, second) for said, full in _SHORT.items() for first, second in double if first == full}
    firsts = frozenset([first for first, _ in double])
    return _Beginnings(firsts | single, frozenset(single), frozenset(known), firsts, frozenset(double))


def _starts(text: Prepared) -> Iterator[int]:
    """Where a name may begin: a large commune's, a small one's with a capital after a cue, the first of two words."""
    meant = _beginnings()
    words = text.words & meant.every
    for word in words & meant.single:
        known = word in meant.known
        for place in text.places(word):
            if known or (text.clean[place].isupper() and _cued(text, place)):
                yield place
    firsts = words & meant.first
    pairs = [pair for pair in pairwise(text.sequence) if pair[0] in firsts] if firsts else ()
    for first, second in meant.double.intersection(pairs):
        for place in text.places(first):
            if text.letters.startswith(second, place + len(first) + 1):
                yield place


def _longest(text: Prepared, start: int) -> tuple[int, Sequence[Commune]] | None:
    """The end of the longest name that is meant from there on, and the communes of that name."""
    name, best, end = "", None, start
    for size, word in enumerate(_WORD.finditer(text.letters, start), 1):
        if size > 1 and (size > _LONGEST or text.folded[end : word.start()] not in {" ", "-", "'"}):
            break
        end = word.end()
        said = _SHORT.get(word[0], word[0])
        if size == 2 and (name, said) not in _beginnings().double:
            break
        name = f"{name} {said}" if name else said
        if name in names() and _meant(text, start, size, names()[name]):
            best = end, named(name)
    return best


def _meant(text: Prepared, start: int, size: int, population: int) -> bool:
    capital = text.clean[start].isupper()
    known = population >= _KNOWN
    if size > 1:
        return capital or known
    if not ((known and capital) or _cued(text, start)):
        return False
    # A capital at the beginning of a sentence says nothing.
    return known or (capital and text.clean[:start].rstrip(" -")[-1:] not in {"", ".", "!", "?", "\n"})


def _cued(text: Prepared, start: int) -> bool:
    return _CUE.search(text.letters, max(0, start - 8), start) is not None


def _identifier(text: Prepared, start: int, end: int, several: Sequence[Commune]) -> Identifier:
    near = list(several)
    if len(several) > 1:
        codes = frozenset(group for group in text.groups if len(group) == 5)
        near = [one for one in several if not codes.isdisjoint(one.postal_codes)] or near
    others = " ".join(one.code for one in near[1:])
    parts = {"name": near[0].name, **({"others": others} if others else {})}
    return Identifier.after(Place.kind, near[0].code, text.span(start, end), (), parts)
