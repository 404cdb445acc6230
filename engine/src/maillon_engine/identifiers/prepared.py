"""A text made ready for every extractor at once: folded to plain characters, with the way back to the original."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from maillon_engine.identifiers.folding import LOOK_ALIKES, folded

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_ASCII: Final = frozenset(map(chr, range(128)))
_KEYCAP_TAIL: Final = "\ufe0f\u20e3\u200d"
# Byte tables run in C at a fraction of a nanosecond a character: a text in the Windows code page, which is most of
# those in Western Europe, never meets a loop. A byte that this code page leaves open marks what has no one for one.
_PAGE: Final = "cp1252"
_MANY: Final = 0x81
_NO_ENTRY: Final = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})


def _page_table() -> bytes:
    """Of each byte of the code page the byte of what it is taken for."""
    table = bytearray(range(256))
    for byte in range(128, 256):
        if byte not in _NO_ENTRY:
            piece = folded(bytes([byte]).decode(_PAGE)).encode(_PAGE, "ignore")
            table[byte] = piece[0] if len(piece) == 1 else _MANY
    return bytes(table)


_FOLD: Final = _page_table()
# Letters stay, or digits do, and all else parts them.
_LETTERS_ONLY: Final = bytes(byte if 97 <= byte <= 122 else 32 for byte in range(256))
_DIGITS_ONLY: Final = bytes(byte if 48 <= byte <= 57 else 32 for byte in range(256))


class Prepared:
    """A text as extractors read it.

    `original` is the text as it came in. `clean` has ASCII digits and letters wherever a reader would see them
    (full width, Arabic-Indic, enclosed, accents, alien look-alikes inside words), ASCII quotes and dashes, plain
    spaces, and nothing invisible; case is kept. `folded` is `clean` in lower case: the same length, the same
    positions. `letters` is `folded` with a space in place of all that is no letter from a to z; `sequence` are the
    words that these letters make, in order, `words` the distinct ones, `sought` those of them that some kind looks for
    (of a vocabulary; all, where none is given), which are few. `groups` are the runs of ASCII digits, in
    order, `digits` says how many digits they have, `first` where the first one stands (the length, without any): what
    begins with a digit is looked for from there on. Positions in `clean`, `folded` and `letters` become positions in
    the original by `span`.
    """

    __slots__ = (
        *("_at", "_shift", "clean", "digits", "first", "folded", "groups", "letters", "original", "sequence", "sought"),
        "words",
    )

    def __init__(self, original: str, vocabulary: frozenset[str] | None = None) -> None:
        self.original = original
        self._at: list[int] = []
        self._shift: list[int] = []
        self.clean = original if original.isascii() else self._fold(original)
        self.folded = self.clean.lower()
        plain = self.folded.encode("ascii", "replace")
        self.letters = plain.translate(_LETTERS_ONLY).decode("ascii")
        self.sequence = self.letters.split()
        self.words = frozenset(self.sequence)
        self.sought = self.words if vocabulary is None else self.words & vocabulary
        figures = plain.translate(_DIGITS_ONLY)
        self.groups = figures.decode("ascii").split()
        self.first = len(figures) - len(figures.lstrip())
        self.digits = sum(map(len, self.groups))

    def _fold(self, text: str) -> str:
        try:
            paged = text.encode(_PAGE).translate(_FOLD)
        except UnicodeEncodeError:
            pass
        else:
            if _MANY not in paged:
                return paged.decode(_PAGE)
        simple = text
        for character in set(text) - _ASCII:
            one = _one_for_one(character)
            simple = simple if one == character else simple.replace(character, one)
        return simple if len(simple) == len(text) else self._fold_with_map(text)

    def _fold_with_map(self, text: str) -> str:
        """Where characters vanish or multiply: the same folding, noting each place after which positions shift."""
        look_alikes = not any(_is_other(run) for run in _NOT_ASCII.findall(text))
        pieces: list[str] = []
        done = length = shift = 0
        for run in _NOT_ASCII.finditer(text):
            start, end = run.span()
            piece, jumps = _mapped(run[0], look_alikes or _touches_ascii_word(text, start, end))
            length += start - done
            for offset, by in jumps:
                shift += by
                self._at.append(length + offset)
                self._shift.append(shift)
            pieces += (text[done:start], piece)
            length += len(piece)
            done = end
        pieces.append(text[done:])
        return "".join(pieces)

    def position(self, clean_position: int) -> int:
        """Where a character of `clean` stands in the original."""
        index = bisect_right(self._at, clean_position)
        return clean_position + self._shift[index - 1] if index else clean_position

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original of clean[start:end] (not empty), with the marks that finish a keycap emoji."""
        if not self._at:
            return start, end
        last = self.position(end - 1) + 1
        while last < len(self.original) and self.original[last] in _KEYCAP_TAIL:
            last += 1
        return self.position(start), last

    def steps(self, start: int, end: int) -> tuple[str, ...]:
        """The foldings inside clean[start:end] that may hide a value: digits, invisible, keycap, look-alike."""
        first, last = self.span(start, end)
        piece = self.original[first:last]
        if piece.isascii():
            return ()
        found = {_step(character) for character in piece if not character.isascii()}
        if "keycap" in found:
            found.discard("invisible")
        return tuple(sorted(found - {""}))

    def places(self, word: str) -> Sequence[int]:
        """Where a word of `words` stands in `letters`, in order."""
        between, said, size = f" {self.letters} ", f" {word} ", len(word) + 1
        found = []
        place = between.find(said)
        while place >= 0:  # where the space before it stands, is one more than in `letters`: the word's own place there
            found.append(place)
            place = between.find(said, place + size)
        return found


@lru_cache(maxsize=1 << 16)
def _folded(character: str) -> str:
    return folded(character)


@lru_cache(maxsize=1 << 16)
def _one_for_one(character: str) -> str:
    """A character folded to one that folding leaves alone; none when that can't be, which asks for the slower way."""
    piece = "" if character in LOOK_ALIKES else _folded(character)
    return piece if len(piece) == 1 and piece not in LOOK_ALIKES and _folded(piece) == piece else ""


@lru_cache(maxsize=1 << 14)
def _mapped(run: str, look_alikes: bool) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A run folded, and after which of its folded characters positions shift, and by how much."""
    pieces: list[str] = []
    jumps: list[tuple[int, int]] = []
    length = 0
    for character in run:
        piece = LOOK_ALIKES.get(character) if look_alikes else None
        piece = _folded(character) if piece is None else piece
        pieces.append(piece)
        length += len(piece)
        if piece:  # the later characters of one that multiplied
            jumps += [(position, -1) for position in range(length - len(piece) + 1, length)]
        else:
            jumps.append((length, 1))
    return "".join(pieces), tuple(jumps)


@lru_cache(maxsize=1 << 14)
def _is_other(run: str) -> bool:
    """Whether letters of the look-alikes' alphabets are there that look like no Latin letter: then it is a language."""
    return any(
        "\u0370" <= character <= "\u058f"
        and character not in LOOK_ALIKES
        and character.isalpha()
        and not _folded(character).isascii()
        for character in run
    )


def _touches_ascii_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum())


@lru_cache(maxsize=1 << 12)
def _step(character: str) -> str:
    if character == "\u20e3":
        return "keycap"
    piece = LOOK_ALIKES.get(character, "")
    if piece:
        return "look-alike"
    piece = _folded(character)
    if not piece:
        return "invisible"
    return "digits" if piece.isdigit() else ""
