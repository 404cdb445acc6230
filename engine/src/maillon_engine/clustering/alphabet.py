"""What each character counts as, and its folded form, in tables that compiled code can read."""

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

# Above this code point there are only rare ideographs and private characters.
LIMIT = 0x20000

BREAK, LETTER, DIGIT, IGNORED, IDEOGRAM, JOINER = range(6)

# Characters that may stand inside one value: an address, a path, a version, an identifier.
_JOINERS = "-._:/\\@~+#%&"

# Scripts written without spaces: their characters are read in pairs.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # Kana
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
)

# Blocks of letters that fold to themselves: Hangul syllables stay whole, Tangut has no case.
_PLAIN = ((0xAC00, 0xD7A3), (0x17000, 0x187F7))
# What is looked up character by character: not these, not the ideograms, not private characters.
_OTHERS = ((0, 0x3400), (0x4DC0, 0x4E00), (0xA000, 0xAC00), (0xD7A4, 0xE000), (0xF900, 0x17000), (0x187F8, LIMIT))


class Alphabet(NamedTuple):
    """`kind[c]` is one of the constants above; `fold[c]` the folded character, or 0 when it has several or none."""

    kind: npt.NDArray[np.uint8]
    fold: npt.NDArray[np.uint32]


@cache
def alphabet() -> Alphabet:
    """The tables: compatibility forms, case and accents folded (Unicode NFKD and full case folding)."""
    kind = np.zeros(LIMIT, np.uint8)
    fold = np.arange(LIMIT, dtype=np.uint32)
    for first, last in _PLAIN:
        kind[first : last + 1] = LETTER
    for code in (code for first, last in _OTHERS for code in range(first, last)):
        category = unicodedata.category(chr(code))
        if category == "Cn" or (category[0] in "ZCP" and category != "Cf"):
            continue
        kind[code], fold[code] = _reading(code, category)
    for first, last in _UNSPACED:
        kind[first : last + 1] = IDEOGRAM
    for character in _JOINERS:
        kind[ord(character)] = JOINER
    kind[_apostrophes()] = BREAK
    return Alphabet(kind, fold)


def _apostrophes() -> list[int]:
    return [ord(character) for character in "'’ʼ"]


def _reading(code: int, category: str) -> tuple[int, int]:
    if category in ("Mn", "Me", "Cf"):
        return IGNORED, 0
    folded = [
        ord(part)
        for part in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        if unicodedata.category(part)[0] in "LN" or unicodedata.category(part) == "Mc"
    ]
    if not folded:
        return BREAK, code
    digit = unicodedata.category(chr(folded[0]))[0] == "N"
    return (DIGIT if digit else LETTER), _packed(folded)


def _packed(folded: list[int]) -> int:
    """One number for a character that folds to several, such as a ligature: two are kept, eleven bits apart."""
    if len(folded) == 1 or max(folded[:2]) >= 2048:
        return folded[0]
    return (1 << 31) | (folded[0] << 11) | folded[1]
