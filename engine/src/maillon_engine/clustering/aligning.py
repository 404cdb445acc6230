"""The texts of a cluster laid under one of them: which words stay, and what stands where they change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq, Levenshtein

from maillon_engine.clustering.alphabet import alphabet

Ints = npt.NDArray[np.int32]

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
    spans = tuple(map(re.Match.span, _PIECE.finditer(text)))
    return Line(text, tuple([_folded(text[start:end]) for start, end in spans]), spans)


@lru_cache(1 << 18)
def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    fold = alphabet().fold
    # Only compared: any character will do for a packed pair, as long as it is one.
    return "".join(chr(int(fold[code]) % 0x110000) if (code := ord(sign)) < len(fold) else sign for sign in word)


def base_of(lines: Sequence[Line]) -> Line:
    """The line that has most in common with the others, looked for among a few; the earlier one of equals."""
    step = max(1, len(lines) // 8)
    others = lines[:: max(1, len(lines) // 16)][:16]
    return max(
        lines[::step][:8], key=lambda one: sum(LCSseq.normalized_similarity(one.keys, two.keys) for two in others)
    )


def parts_of(base: Line, lines: Sequence[Line]) -> list[Part]:
    """The stretches of the base line in order, as the lines have them."""
    placed = np.full((len(lines), len(base.keys)), -1, np.int32)
    for row, other in zip(placed, lines, strict=True):
        for block in Levenshtein.editops(base.keys, other.keys).as_matching_blocks():
            row[block.a : block.a + block.size] = np.arange(block.b, block.b + block.size)
    counts = (placed >= 0).sum(axis=0).tolist()
    least = max((len(lines) + 1) // 2, 2)
    stays = [count >= least for count in counts]
    found: list[Part] = []
    for first, last, constant in _stretches(stays, _wide(placed, stays)):
        part = (
            _constant(base, lines, counts, first, last) if constant else _slot(base, lines, placed, stays, first, last)
        )
        if part is not None:
            found.append(part)
    return found


def _wide(placed: Ints, stays: Sequence[bool]) -> set[int]:
    """Gaps before a piece of the base in which many lines have something: a slot that the base leaves empty."""
    gaps = ((placed[:, 1:] > placed[:, :-1] + 1) & (placed[:, :-1] >= 0)).sum(axis=0)
    return {i + 1 for i in np.flatnonzero(3 * gaps >= len(placed)).tolist() if stays[i] and stays[i + 1]}


def _stretches(stays: Sequence[bool], wide: set[int]) -> list[tuple[int, int, bool]]:
    cuts = [0] + [i for i in range(1, len(stays)) if stays[i] != stays[i - 1] or i in wide] + [len(stays)]
    found = []
    for first, last in pairwise(cuts):
        if first in wide:
            found.append((first, first, False))
        if last > first:
            found.append((first, last, stays[first]))
    return found


def _constant(base: Line, lines: Sequence[Line], counts: Sequence[int], first: int, last: int) -> Part:
    held = sum(counts[first:last]) / (len(lines) * (last - first))
    return Part(True, base.between(first, last), base.keys[first:last], (), held)


def _slot(base: Line, lines: Sequence[Line], placed: Ints, stays: Sequence[bool], first: int, last: int) -> Part | None:
    before = next((i for i in range(first - 1, -1, -1) if stays[i]), None)
    after = next((i for i in range(last, len(stays)) if stays[i]), None)
    starts = [0] * len(lines) if before is None else (placed[:, before] + 1).tolist()
    ends = [len(one.keys) for one in lines] if after is None else placed[:, after].tolist()
    # A line that lacks the piece before or after has nothing that could be told to stand between them.
    lacks = [before is not None and start == 0 for start in starts]
    values = tuple(
        "" if lack or end < 0 else one.between(start, end)
        for one, start, end, lack in zip(lines, starts, ends, lacks, strict=True)
    )
    present = sum(value != "" for value in values)
    if not any(sign.isalnum() for value in values for sign in value):
        return None
    return Part(False, "", base.keys[first:last], values, present / len(lines))
