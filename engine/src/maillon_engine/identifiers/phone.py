"""Telephone numbers, in digits or hidden; the value is E.164."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from string import ascii_lowercase
from typing import Final

from maillon_engine.identifiers.addresses import tail
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.numbers import context, hidden, interleaved, language, numerals, strewn, tokens, written
from maillon_engine.identifiers.numbers.written import Number
from maillon_engine.identifiers.prepared import Prepared

# Words that say little about a number being spelt out, since everybody uses them.
_COMMON: Final = frozenset(
    "un une one oh o deux two mille hundred thousand fois double set stin w u to for ate".split()
)
# Letters that look like digits beside real ones. Each way begins at a digit, which is what the scan looks for.
_LETTER_BY_DIGIT = re.compile(
    r"[0-9][oilszbgqeat](?![a-z])|[0-9](?<=[oilszbgqeat][0-9])[0-9]?(?![a-z0-9])|[0-9](?<=[oilszbgq][0-9])[0-9]"
    r"|[0-9][ .-][oilszbq]{2}(?![a-z])"
)
_PAIRS_ALIKE: Final = frozenset(one + two for one in "oilszb" for two in ("", *"oilszb"))
_DIGITS = re.compile("[0-9]+")
_GLUED: Final = 7  # letters of the shortest run of number words that hides something
_ENOUGH = 9  # digits that a hidden number needs, counting two for a word
_NEAR, _CUED = 70, 220  # characters between two of its parts; the same where a word says that it goes on
_LIKELY = 6  # digits of a part that is looked at: what letters stand for, or fewer words say, is not counted
_AROUND = 40
_SOUNDS: Final = frozenset("3579")  # figures that stand for Arabic sounds
_ARABIZI = re.compile("[0-9][a-z][a-z0-9]*")  # letters may go before: the scan leaps to the figure


class Phone:
    """Numbers of the French plan first, then of the world."""

    kind: Final = "phone"

    @property
    def words(self) -> frozenset[str]:
        """Words for digits and around them, and those by which a language is told."""
        return numerals.words() | _PAIRS_ALIKE | tokens.CUES | tokens.UNDOS | language.WORDS

    def may_hold(self, text: Prepared) -> bool:
        """At least eight digits, or number words and letters that make up for the rest."""
        return text.digits >= 8 or _may_hide(text, text.digits)

    def find(self, text: Prepared, region: str) -> Iterable[Identifier]:
        """Written numbers, then what is left over in words, letters and pieces."""
        english = language.is_english(text.sought)
        found = list(written.find(text, region, english=english)) if text.digits >= 8 else []
        undone = bool(found) and _taken_back(text, found)
        if undone or _may_hide(text, text.digits - sum(_digits_in(text, number) for number in found)):
            for start, end in _parts(text, [] if undone else found):
                found = self._hidden(text, region, found, (start, end), english=english, undone=undone)
        return [
            _identifier(text, number)
            for number in sorted(found, key=_start)
            if not context.in_digest(text.folded, number.start, number.end)
        ]

    def _hidden(
        self, text: Prepared, region: str, found: list[Number], part: tuple[int, int], *, english: bool, undone: bool
    ) -> list[Number]:
        """All numbers, those hidden in a part included; where `undone`, what follows may take back one that was found."""  # noqa: E501 - a pattern or a list reads best on its line
        scanned = tokens.scan(text, *part)
        found = list(found)
        for strewn_ones in (strewn.find(text, region, part, english=english), interleaved.find(text, region, part)):
            found += [number for number in strewn_ones if _apart(number, found)]
        taken = sorted(found, key=_start) if not undone else []
        numbers = list(hidden.find(hidden.Reader(text, region, english=english), scanned, taken))
        for others in (found, interleaved.between_words(scanned, region)):
            numbers += [number for number in others if _apart(number, numbers)]
        return numbers


EXTRACTOR = Phone()


def _may_hide(text: Prepared, spare: int) -> bool:
    """Whether digits outside of the numbers found (`spare`), number words and letters may make a number together."""
    if spare >= _ENOUGH or "zero" in text.folded or "صفر" in text.folded:
        return True
    worth = _worth(text)
    if spare + sum([worth.get(word, 0) for word in text.sequence] if worth else ()) >= _ENOUGH and (
        not _strong_words().isdisjoint(worth) or any(len(word) >= _GLUED for word in worth)
    ):
        return True
    if spare and not _SOUNDS.isdisjoint(text.groups) and spare + len(_in_arabizi(text)) >= _ENOUGH:
        return True
    if not text.folded.isascii() and spare + 2 * len(_arabic().findall(text.folded)) >= _ENOUGH:
        return True
    return spare >= 3 and _alike(text, spare)


def _worth(text: Prepared) -> dict[str, int]:
    """The words that may say digits, and how many each."""
    heads = tokens.heads()
    glued = [word for word in text.words if len(word) >= _GLUED and word[:3] in heads and tokens.is_glued(word)]
    return {word: 2 + len(word) // 5 for word in glued} | dict.fromkeys(text.sought & numerals.words(), 2)


def _in_arabizi(text: Prepared) -> list[tuple[int, int]]:
    """Where number words with figures for Arabic sounds stand: "seb3a"."""
    said, folded = numerals.words(), text.folded
    places = [
        (match.start() - len(tail(folded, match.start(), ascii_lowercase)), match.end())
        for match in _ARABIZI.finditer(folded)
    ]
    return [(start, end) for start, end in places if folded[start:end] in said]


def _alike(text: Prepared, spare: int) -> bool:
    """Whether letters that look like digits make up for the missing ones."""
    alike = len(text.sought & _PAIRS_ALIKE) + len(_LETTER_BY_DIGIT.findall(text.folded, text.first))
    return alike > 0 and spare + 2 * alike >= _ENOUGH


def _parts(text: Prepared, found: Sequence[Number]) -> list[tuple[int, int]]:
    """The parts of a text where what may carry digits stands close enough together to be a number."""
    if len(text.folded) < 2 * _NEAR:
        return [(0, len(text.folded))]
    near = _NEAR if text.sought.isdisjoint(tokens.CUES) else _CUED
    parts: list[tuple[int, int]] = []
    first = last = weight = 0
    for start, end, size in [*sorted(_carriers(text, found)), (len(text.folded) + _CUED, 0, 0)]:
        if weight and start - last <= near:
            last, weight = end, weight + size
            continue
        if weight >= _LIKELY:
            parts.append((first, last))
        first, last, weight = start, end, size
    return [_widened(text.folded, start, end) for start, end in parts]


def _carriers(text: Prepared, found: Sequence[Number]) -> list[tuple[int, int, int]]:
    """Digits outside of the numbers found, words and letters that may stand for some: where, and for how many."""
    carriers = [
        (match.start(), match.end(), match.end() - match.start())
        for match in _DIGITS.finditer(text.folded, text.first)
        if all(match.start() >= number.end or match.end() <= number.start for number in found)
    ]
    for word, worth in _worth(text).items():
        carriers += [(place, place + len(word), worth) for place in text.places(word)]
    if not _SOUNDS.isdisjoint(text.groups):
        carriers += [(start, end, 1) for start, end in _in_arabizi(text)]
    if not text.folded.isascii():
        carriers += [(*match.span(), 2) for match in _arabic().finditer(text.folded)]
    if sum(size for _, _, size in carriers) < _LIKELY:
        letters = text.sought & _PAIRS_ALIKE
        carriers += [(place, place + len(word), len(word)) for word in letters for place in text.places(word)]
    return carriers


def _widened(folded: str, start: int, end: int) -> tuple[int, int]:
    """A part with what stands around it, cut between words."""
    begin = folded.rfind(" ", 0, max(0, start - _AROUND)) + 1
    stop = folded.find(" ", min(len(folded), end + _AROUND))
    return begin, stop if stop >= 0 else len(folded)


def _taken_back(text: Prepared, found: Sequence[Number]) -> bool:
    """Whether a word beside a number takes it back, or part of it."""
    if text.sought.isdisjoint(tokens.UNDOS):
        return False
    near = (
        text.letters[max(0, number.start - 24) : number.start] + " " + text.letters[number.end : number.end + 24]
        for number in found
    )
    return any(not tokens.UNDOS.isdisjoint(words.split()) for words in near)


@cache
def _arabic() -> re.Pattern[str]:
    """Number words in Arabic letters."""
    return re.compile(
        "|".join(sorted((word for word in numerals.words() if not word.isascii()), key=len, reverse=True))
    )


@cache
def _strong_words() -> frozenset[str]:
    return numerals.words() - _COMMON


def _digits_in(text: Prepared, number: Number) -> int:
    return sum(map(str.isdigit, text.clean[number.start : number.end]))


def _apart(number: Number, others: list[Number]) -> bool:
    return all(number.end <= other.start or other.end <= number.start for other in others)


def _start(number: Number) -> int:
    return number.start


def _identifier(text: Prepared, number: Number) -> Identifier:
    start, end = text.span(number.start, number.end)
    more = () if text.original.isascii() else text.steps(number.start, number.end)
    steps = tuple(dict.fromkeys(number.steps + more)) if more else number.steps
    return Identifier.after(Phone.kind, number.value, (start, end), steps)
