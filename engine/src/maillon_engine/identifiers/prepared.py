"""A text made ready for every extractor at once: folded to plain characters, with the way back to the original."""

import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import Final

from maillon_engine.identifiers.folding import LOOK_ALIKES, folded

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_KEYCAP_TAIL: Final = "\ufe0f\u20e3\u200d"
# ASCII letters stay, all else parts words. A byte table, since that runs in C at a nanosecond a character.
_LETTERS_ONLY = bytes(byte if 97 <= byte <= 122 else 32 for byte in range(256))


class Prepared:
    """A text as extractors read it.

    `original` is the text as it came in. `clean` has ASCII digits and letters wherever a reader would see them
    (full width, Arabic-Indic, enclosed, accents, alien look-alikes inside words), ASCII quotes and dashes, plain
    spaces, and nothing invisible; case is kept. `folded` is `clean` in lower case: the same length, the same
    positions. `words` are the runs of the letters a-z in `folded`. Positions in `clean` and `folded` become positions
    in the original by `span`.
    """

    __slots__ = ("__dict__", "_at", "_shift", "clean", "folded", "original")

    def __init__(self, original: str) -> None:
        self.original = original
        self._at: list[int] = []
        self._shift: list[int] = []
        self.clean = original if original.isascii() else self._fold(original)
        self.folded = self.clean.lower()

    def _fold(self, text: str) -> str:
        simple = _NOT_ASCII.sub(_one_for_one, text)
        return simple if len(simple) == len(text) else self._fold_with_map(text)

    def _fold_with_map(self, text: str) -> str:
        """Where characters vanish or multiply: the same folding, noting each place after which positions shift."""
        look_alikes = not _holds_other_alphabet(text)
        pieces: list[str] = []
        done = length = shift = 0
        for run in _NOT_ASCII.finditer(text):
            pieces.append(text[done : run.start()])
            length += run.start() - done
            alike = look_alikes or _touches_ascii_word(text, run.start(), run.end())
            for character in run[0]:
                piece = LOOK_ALIKES.get(character) if alike else None
                piece = _folded(character) if piece is None else piece
                pieces.append(piece)
                length += len(piece)
                if len(piece) != 1:
                    shift = self._note(length, shift, len(piece))
            done = run.end()
        pieces.append(text[done:])
        return "".join(pieces)

    def _note(self, length: int, shift: int, size: int) -> int:
        for position in range(length - size + 1, length):  # the later characters of one that multiplied
            shift -= 1
            self._at.append(position)
            self._shift.append(shift)
        if size == 0:
            shift += 1
            self._at.append(length)
            self._shift.append(shift)
        return shift

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
        found = {_step(character) for character in self.original[first:last] if not character.isascii()}
        if "keycap" in found:
            found.discard("invisible")
        return tuple(sorted(found - {""}))

    @cached_property
    def words(self) -> frozenset[str]:
        """The distinct runs of the letters a to z, lower case and without accents."""
        return frozenset(self.letters.split())

    @cached_property
    def letters(self) -> str:
        """`folded` with a space in place of all that is no letter from a to z: same positions, words to be split."""
        return self.folded.encode("ascii", "replace").translate(_LETTERS_ONLY).decode("ascii")

    @cached_property
    def digits(self) -> int:
        """How many ASCII digits `clean` holds."""
        return sum(map(self.clean.count, "0123456789"))


@lru_cache(maxsize=1 << 16)
def _folded(character: str) -> str:
    return folded(character)


@lru_cache(maxsize=1 << 14)
def _run(run: str) -> str:
    """A run folded one for one; shorter when that can't be, which sends the text to the slower way."""
    pieces = (_folded(character) for character in run if character not in LOOK_ALIKES)
    return "".join(piece for piece in pieces if len(piece) == 1)


def _one_for_one(run: re.Match[str]) -> str:
    return _run(run[0])


def _holds_other_alphabet(text: str) -> bool:
    """Whether letters of the look-alikes' alphabets are there that look like no Latin letter: then it is a language."""
    return any(_is_other(character) for run in _NOT_ASCII.findall(text) for character in run)


@lru_cache(maxsize=1 << 12)
def _is_other(character: str) -> bool:
    other = "\u0370" <= character <= "\u058f" and character not in LOOK_ALIKES
    return other and character.isalpha() and not _folded(character).isascii()


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
