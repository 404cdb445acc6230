"""The texts of a cluster laid under one of them: which words stay, and what stands where they change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import LCSseq, Levenshtein

from maillon_engine.clustering.alphabet import alphabet

# A run of digits with what is written between them is one piece: a number is a value, not ten of them.
_PIECE = re.compile(r"\+?\(?\d[\d .\-/()]*\d|\d|[^\W\d_]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Line:
    """A text in pieces: piece `i` is text[spans[i][0]:spans[i][1]], `keys[i]` its folded form."""

    text: str
    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def between(self, first: int, last: int) -> str:
        """What stands from piece `first` up to, not including, piece `last`; "" when there is none."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]] if last > first else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the base line, [first, last), that stays (`constant`) or changes; `values` are what each text has
    there ("" for nothing), `present` the share of the texts that have it."""

    constant: bool
    text: str
    keys: tuple[str, ...]
    values: tuple[str, ...]
    present: float


def line(text: str) -> Line:
    """The pieces of a text: words, runs of digits, single signs."""
    found = [(match.start(), match.end()) for match in _PIECE.finditer(text)]
    return Line(text, tuple(_folded(text[start:end]) for start, end in found), tuple(found))


@lru_cache(65536)
def _folded(word: str) -> str:
    fold = alphabet().fold
    return "".join(chr(int(fold[code]) & 0x1FFFFF) if (code := ord(sign)) < len(fold) else sign for sign in word)


def base_of(lines: Sequence[Line]) -> Line:
    """The line that has most in common with the others, looked for among a few; the earlier one of equals."""
    step = max(1, len(lines) // 8)
    others = lines[:: max(1, len(lines) // 16)][:16]
    return max(
        lines[::step][:8], key=lambda one: sum(LCSseq.normalized_similarity(one.keys, two.keys) for two in others)
    )


def parts_of(base: Line, lines: Sequence[Line]) -> list[Part]:
    """The stretches of the base line in order, as the lines have them."""
    placed = [_places(base, other) for other in lines]
    least = (len(lines) + 1) // 2
    stays = [sum(places[i] >= 0 for places in placed) >= max(least, 2) for i in range(len(base.keys))]
    found: list[Part] = []
    for first, last, constant in _stretches(stays, _wide(placed, lines, stays)):
        part = (_constant if constant else _slot)(base, lines, placed, stays, first, last)
        if part is not None:
            found.append(part)
    return found


def _places(base: Line, other: Line) -> list[int]:
    """For each piece of the base the piece of the other line that it is, -1 for none."""
    places = [-1] * len(base.keys)
    for step in Levenshtein.opcodes(base.keys, other.keys):
        if step.tag == "equal":
            for i in range(step.src_end - step.src_start):
                places[step.src_start + i] = step.dest_start + i
    return places


def _wide(placed: Sequence[Sequence[int]], lines: Sequence[Line], stays: Sequence[bool]) -> set[int]:
    """Gaps before a piece of the base in which many lines have something: a slot that the base leaves empty."""
    counts = [0] * (len(stays) + 1)
    for places in placed:
        for i in range(1, len(places)):
            if places[i] > places[i - 1] + 1 and places[i - 1] >= 0:
                counts[i] += 1
    return {
        i
        for i, count in enumerate(counts)
        if 0 < i < len(stays) and stays[i] and stays[i - 1] and 3 * count >= len(lines)
    }


def _stretches(stays: Sequence[bool], wide: set[int]) -> list[tuple[int, int, bool]]:
    cuts = [0] + [i for i in range(1, len(stays)) if stays[i] != stays[i - 1] or i in wide] + [len(stays)]
    found = []
    for first, last in pairwise(cuts):
        if first in wide:
            found.append((first, first, False))
        if last > first:
            found.append((first, last, stays[first]))
    return found


def _constant(
    base: Line, lines: Sequence[Line], placed: Sequence[Sequence[int]], stays: Sequence[bool], first: int, last: int
) -> Part:
    del stays
    held = sum(places[i] >= 0 for places in placed for i in range(first, last))
    return Part(True, base.between(first, last), base.keys[first:last], (), held / (len(lines) * (last - first)))


def _slot(
    base: Line, lines: Sequence[Line], placed: Sequence[Sequence[int]], stays: Sequence[bool], first: int, last: int
) -> Part | None:
    before = next((i for i in range(first - 1, -1, -1) if stays[i]), None)
    after = next((i for i in range(last, len(stays)) if stays[i]), None)
    values = tuple(_value(one, places, before, after) for one, places in zip(lines, placed, strict=True))
    present = sum(value != "" for value in values)
    if not any(sign.isalnum() for value in values for sign in value):
        return None
    return Part(False, "", base.keys[first:last], values, present / len(lines))


def _value(one: Line, places: Sequence[int], before: int | None, after: int | None) -> str:
    """What the line has between the constant pieces `before` and `after`; "" when it lacks one of these."""
    start = 0 if before is None else places[before] + 1
    end = len(one.keys) if after is None else places[after]
    if (before is not None and places[before] < 0) or end < 0:
        return ""
    return one.between(start, end)
