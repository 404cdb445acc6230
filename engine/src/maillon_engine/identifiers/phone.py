"""Telephone numbers, in digits or hidden; the value is E.164."""

import re
from collections.abc import Iterable
from typing import Final

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.numbers import hidden, interleaved, language, numerals, tokens, written
from maillon_engine.identifiers.numbers.written import Number
from maillon_engine.identifiers.prepared import Prepared

# Words that say little about a number being spelt out, since everybody uses them.
_COMMON: Final = frozenset(
    {
        "un",
        "une",
        "one",
        "oh",
        "o",
        "deux",
        "two",
        "mille",
        "hundred",
        "thousand",
        "fois",
        "double",
        "set",
        "stin",
        "w",
        "u",
    }
)
_LETTER_BY_DIGIT = re.compile(
    r"\d[oilszbgqeat](?![a-z])|[oilszbgqeat]\d\d?(?![a-z0-9])|[oilszbgq]\d{2}|\d\d[ .-][oilszbq]{2}(?![a-z])"
)


class Phone:
    """Numbers of the French plan first, then of the world."""

    kind: Final = "phone"

    def may_hold(self, text: Prepared) -> bool:
        """At least eight digits, or two number words with what makes up for the rest."""
        return text.digits >= 8 or (text.digits >= 4 and _has_letters(text)) or _has_words(text)

    def find(self, text: Prepared, region: str) -> Iterable[Identifier]:
        """Written numbers, then what is left over in words, letters and pieces."""
        english = language.is_english(text.words)
        found = list(written.find(text, region, english=english)) if text.digits >= 8 else []
        left = text.digits - sum(_digits_in(text, number) for number in found)
        undone = bool(found) and not text.words.isdisjoint(tokens.UNDOS)
        if undone or left >= 9 or (left >= 4 and _has_letters(text)) or _has_words(text):
            found = self._hidden(text, region, found, english=english, undone=undone)
        return [_identifier(text, number) for number in sorted(found, key=_start)]

    def _hidden(self, text: Prepared, region: str, found: list[Number], *, english: bool, undone: bool) -> list[Number]:
        """All numbers, the hidden ones included; where `undone`, what follows may take one back that was found."""
        scanned = list(tokens.scan(text))
        found = [*found, *(number for number in interleaved.find(text, region) if _apart(number, found))]
        taken = sorted(found, key=_start) if not undone else []
        numbers = list(hidden.find(hidden.Reader(text, region, english), scanned, taken))
        for others in (found, interleaved.between_words(scanned, region)):
            numbers += [number for number in others if _apart(number, numbers)]
        return numbers


def _has_words(text: Prepared) -> bool:
    if "zero" in text.folded or "صفر" in text.folded:
        return True
    return len(text.words & _strong_words()) + text.digits // 3 >= 2 and not text.words.isdisjoint(_strong_words())


def _has_letters(text: Prepared) -> bool:
    return _LETTER_BY_DIGIT.search(text.folded) is not None


def _strong_words() -> frozenset[str]:
    return numerals.words() - _COMMON


def _digits_in(text: Prepared, number: Number) -> int:
    return sum(character.isdigit() for character in text.clean[number.start : number.end])


def _apart(number: Number, others: list[Number]) -> bool:
    return all(number.end <= other.start or other.end <= number.start for other in others)


def _start(number: Number) -> int:
    return number.start


def _identifier(text: Prepared, number: Number) -> Identifier:
    steps = list(
        dict.fromkeys([*number.steps, *(() if text.original.isascii() else text.steps(number.start, number.end))])
    )
    return Identifier.after(Phone.kind, number.value, text.span(number.start, number.end), steps)
