"""Compiled: UTF-8 bytes to the tokens of each text. A token is a 64-bit number; numbers and addresses are one MASK."""

import numpy as np

from maillon_engine.clustering.alphabet import BREAK, DIGIT, IDEOGRAM, IGNORED, JOINER, LETTER, LIMIT
from maillon_engine.compiling import compiled

MASK = np.uint64(1)
_SEED = np.uint64(0xCBF29CE484222325)
_PIECES = 64


@compiled
def mixed(value):
    """A well spread 64-bit number from another (the finaliser of MurmurHash3)."""
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    value ^= value >> np.uint64(33)
    return value


@compiled
def _longer(piece, code):
    """The number of a word that has one more letter (FNV-1a); it is mixed when the word ends."""
    return (piece ^ np.uint64(code)) * np.uint64(0x100000001B3)


@compiled
def _decoded(data, at):
    """The code point at a byte and the byte after it."""
    first = np.uint32(data[at])
    if first < 0x80:
        return first, at + 1
    if first < 0xE0:
        return ((first & 0x1F) << 6) | np.uint32(data[at + 1] & 0x3F), at + 2
    if first < 0xF0:
        return ((first & 0x0F) << 12) | (np.uint32(data[at + 1] & 0x3F) << 6) | np.uint32(data[at + 2] & 0x3F), at + 3
    high = ((first & 0x07) << 18) | (np.uint32(data[at + 1] & 0x3F) << 12)
    return high | (np.uint32(data[at + 2] & 0x3F) << 6) | np.uint32(data[at + 3] & 0x3F), at + 4


@compiled
def _emitted(tokens, count, start, token):
    """Adds a token, unless it is a mask after a mask. Returns the new count."""
    if token == MASK and count > start and tokens[count - 1] == MASK:
        return count
    tokens[count] = token
    return count + 1


@compiled
def _unit(token, units):
    found = False
    for i in range(len(units)):
        found |= units[i] == token
    return found


@compiled
def _chunk(tokens, count, start, pieces, flags, found, marks, units):
    """Writes the tokens of one unbroken run of pieces. `marks`: slashes, dots inside, at signs, backslashes."""
    if found == 0:
        return count
    for i in range(found):
        pieces[i] = mixed(pieces[i]) | np.uint64(2)
    if marks[0] >= 2 or marks[3] >= 1 or (marks[2] >= 1 and found >= 2):
        return _emitted(tokens, count, start, MASK)
    masked = False
    for i in range(found):
        masked |= (flags[i] & 1) != 0
    if marks[1] >= 2 and found >= 3:
        if masked:
            return _emitted(tokens, count, start, MASK)
        whole = _SEED
        for i in range(found):
            whole = mixed(whole ^ pieces[i])
        return _emitted(tokens, count, start, whole | np.uint64(2))
    for i in range(found):
        digits = (flags[i] & 1) != 0 or (masked and (flags[i] & 2) == 0 and found >= 2)
        unit = count > start and tokens[count - 1] == MASK and not digits and _unit(pieces[i], units)
        if not unit:
            count = _emitted(tokens, count, start, MASK if digits else pieces[i])
    return count


@compiled
def _grow(pieces, flags, at, what, folded):
    """Adds a character to a piece: two of them where it folds to two."""
    if folded >> np.uint32(31):
        pieces[at] = _longer(pieces[at], (folded >> np.uint32(11)) & np.uint32(2047))
        folded &= np.uint32(2047)
    pieces[at] = _longer(pieces[at], folded)
    flags[at] |= 1 if what == DIGIT else (0 if 97 <= folded <= 102 else 2)


@compiled
def scan(data, offsets, kind, fold, units, tokens, bounds):
    """Fills `tokens` and `bounds` (one more than texts) and returns how many tokens there are.

    `flags` of a piece: 1 it has a digit, 2 it has a letter outside a-f. There must be room for one token a byte."""
    pieces = np.zeros(_PIECES, np.uint64)
    flags = np.zeros(_PIECES, np.uint8)
    marks = np.zeros(4, np.int64)
    count = 0
    bounds[0] = 0
    for text in range(len(offsets) - 1):
        start, at, end = count, offsets[text], offsets[text + 1]
        found, open_piece, last, ideogram = 0, False, np.uint32(0), np.uint64(0)
        marks[:] = 0
        while at <= end:
            if at < end:
                code, at = _decoded(data, at)
                what = kind[code] if code < LIMIT else (IDEOGRAM if code < 0x40000 else BREAK)
            else:
                code, what, at = np.uint32(32), BREAK, at + 1
            if what == IGNORED:
                continue
            if what in (LETTER, DIGIT):
                if not open_piece:
                    if found == _PIECES:
                        count = _chunk(tokens, count, start, pieces, flags, found, marks, units)
                        found = 0
                        marks[:] = 0
                    pieces[found], flags[found], open_piece = _SEED, 0, True
                    found += 1
                    marks[1] += last == 46
                _grow(pieces, flags, found - 1, what, fold[code] if code < LIMIT else code)
            else:
                open_piece = False
                if what == JOINER:
                    marks[0] += code == 47
                    marks[2] += code == 64
                    marks[3] += code == 92
                else:
                    count = _chunk(tokens, count, start, pieces, flags, found, marks, units)
                    found = 0
                    marks[:] = 0
            last = code
            if what == IDEOGRAM:
                now = np.uint64(fold[code] if code < LIMIT else code)
                count = _emitted(tokens, count, start, mixed(_SEED ^ now ^ (ideogram << np.uint64(24))) | np.uint64(2))
                ideogram = now
            else:
                ideogram = np.uint64(0)
        bounds[text + 1] = count
    return count
