"""Communes named in a text; the value is the INSEE code. Which commune of that name is meant may stay open."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from maillon_engine.gazetteer import Commune, by_name
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_WORD = re.compile(r"[a-z]+")
_CUES: Final = frozenset("a sur vers pres de d in at near en ville proche centre gare".split())
# Below so many inhabitants a name of one word needs a cue before it: most are surnames or words of the language.
_KNOWN = 15_000
_LONGEST = 8
_SHORT: Final = {"st": "saint", "ste": "sainte"}


class _Beginnings(NamedTuple):
    """Names of one word, and the first two words of the longer ones as people write them."""

    single: frozenset[str]
    double: frozenset[tuple[str, str]]


class Place:
    """Names of communes, in capitals or after a word that says where."""

    kind: Final = "place"

    def may_hold(self, text: Prepared) -> bool:
        """A word that is a name, or two in a row that begin one."""
        names = _beginnings()
        sequence = text.sequence
        return not text.words.isdisjoint(names.single) or not names.double.isdisjoint(zip(sequence, sequence[1:]))  # noqa: B905 - the last word has none after it

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """The longest name at each place. `parts`: the name, and the codes of the other communes of that name."""
        if region != "FR":
            return
        names, sequence = _beginnings(), text.sequence
        starts = [
            at
            for at, pair in enumerate(zip(sequence, [*sequence[1:], ""], strict=True))
            if pair[0] in names.single or pair in names.double
        ]
        words: Sequence[re.Match[str]] = ()
        done = 0
        codes = frozenset(group for group in text.groups if len(group) == 5)
        for at in starts:
            if at < done:
                continue
            words = words or list(_WORD.finditer(text.letters))
            found = _longest(text, words, at)
            if found is not None:
                done = at + found[0]
                yield _identifier(text, words[at:done], found[1], codes)


@cache
def _beginnings() -> _Beginnings:
    names = [name.split(" ") for name in by_name()]
    single = frozenset(name[0] for name in names if len(name) == 1 and len(name[0]) >= 3)
    double = {(name[0], name[1]) for name in names if len(name) > 1}
    short = {(said, second) for said, full in _SHORT.items() for first, second in double if first == full}
    return _Beginnings(single, frozenset(double | short))


def _longest(text: Prepared, words: Sequence[re.Match[str]], at: int) -> tuple[int, Sequence[Commune]] | None:
    name, best = "", None
    for size in range(1, min(_LONGEST, len(words) - at) + 1):
        word = words[at + size - 1]
        if size > 1 and text.folded[words[at + size - 2].end() : word.start()] not in {" ", "-", "'"}:
            break
        said = _SHORT.get(word[0], word[0])
        name = f"{name} {said}" if name else said
        several = by_name().get(name)
        if several and _meant(text, words, at, size, several):
            best = size, several
    return best


def _meant(text: Prepared, words: Sequence[re.Match[str]], at: int, size: int, several: Sequence[Commune]) -> bool:
    capital = text.clean[words[at].start()].isupper()
    known = several[0].population >= _KNOWN
    if size > 1:
        return capital or known
    cue = at > 0 and words[at - 1][0] in _CUES and words[at].start() - words[at - 1].end() <= 2
    if len(words[at][0]) < 3 or not (cue or (known and capital)):
        return False
    # A capital at the beginning of a sentence says nothing.
    return known or (capital and text.clean[: words[at].start()].rstrip(" -")[-1:] not in {"", ".", "!", "?", "\n"})


def _identifier(
    text: Prepared, words: Sequence[re.Match[str]], several: Sequence[Commune], codes: frozenset[str]
) -> Identifier:
    near = [one for one in several if not codes.isdisjoint(one.postal_codes)] or list(several)
    others = " ".join(one.code for one in near[1:])
    parts = {"name": near[0].name, **({"others": others} if others else {})}
    span = text.span(words[0].start(), words[-1].end())
    return Identifier(Place.kind, near[0].code, *span, parts=parts)
