"""Numbers whose pairs or digits stand apart by anything, as long as it is done with some regularity.

0#6#3#9…, 06=39=98…, 06 point 39 point…, 07*12_34.56/78, a letter or a picture after each digit, one pair a line.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from maillon_engine.identifiers.numbers import context, plan
from maillon_engine.identifiers.numbers.written import Number
from maillon_engine.identifiers.prepared import Prepared

_DIGITS = re.compile("[0-9]+")
_WIDEST = 14  # characters between two groups
_SINGLE, _PAIRS, _AMERICAN = (1,) * 10, (2,) * 5, (3, 3, 4)
_SIZES = (_SINGLE, _PAIRS, _AMERICAN, (1,) * 11)
_MONEY = re.compile("[€£$%°²]")
_WORDS = re.compile("[a-z]+")
_UNITS = frozenset("h hr hrs e eur euros euro m cm km kg g ans an j jours min mn am pm px mb go gb ml cl k s".split())
_HEX = frozenset("abcdef")
_MONTHS = ("jan", "fev", "feb", "mar", "avr", "apr", "mai", "may", "jui", "jun", "jul", "aou", "aug", "sep", "oct", "nov", "dec")  # fmt: skip # noqa: E501


def find(text: Prepared, region: str, part: tuple[int, int], *, english: bool) -> Iterator[Number]:
    """Numbers in a part of a text that stand in usual groups with the same, or the same sort of thing, between."""
    if text.digits < len(_SINGLE):
        return
    groups = list(_DIGITS.finditer(text.folded, *part))
    sizes = [len(group[0]) for group in groups]
    first = 0
    while first < len(groups):
        number = None
        for wanted in _SIZES:
            last = first + len(wanted)
            if sizes[first] == wanted[0] and tuple(sizes[first:last]) == wanted:
                number = _number(text, groups, first, last, region, english=english)
            if number is not None:
                yield number
                first = last
                break
        if number is None:
            first += 1


def _number(
    text: Prepared, groups: Sequence[re.Match[str]], first: int, last: int, region: str, *, english: bool
) -> Number | None:
    run = groups[first:last]
    digits = "".join(group[0] for group in run)
    foreign = english or region in {"US", "CA", "GB"}
    if not (digits[0] == "0" and digits[1] != "0") and not foreign:
        return None
    gaps = [text.folded[one.end() : other.start()] for one, other in pairwise(run)]
    start, end = run[0].start(), run[-1].end()
    if max(map(len, gaps)) > _WIDEST or _goes_on(text.folded, groups, first, last, gaps):
        return None
    cue = context.has_cue(text.folded, start, end)
    if not _regular(gaps, mobile=digits.startswith(("06", "07")) or cue or len(run) >= 10) or _counts_up(run):
        return None
    if context.names_other(text.folded, start) or context.is_counted(text.folded, end):
        return None
    value = plan.e164(digits, international=False, region=region, english=english)
    return Number(value, start, end, (_step(gaps),)) if value else None


def _goes_on(folded: str, groups: Sequence[re.Match[str]], first: int, last: int, gaps: Sequence[str]) -> bool:
    """Whether the groups are a part of a longer row, or stuck to a word, an address or a decimal."""
    before = folded[groups[first].start() - 1 : groups[first].start()] if groups[first].start() else ""
    after = folded[groups[last - 1].end() : groups[last - 1].end() + 1]
    if before.isalnum() and not gaps[0].isalpha():
        return True
    if after == "@" or (first and folded[groups[first - 1].end() : groups[first].start()] in gaps):
        return True
    return last < len(groups) and folded[groups[last - 1].end() : groups[last].start()] in gaps


def _counts_up(run: Sequence[re.Match[str]]) -> bool:
    numbers = [int(group[0]) for group in run]
    return all(later - one in {0, 1} for one, later in pairwise(numbers))


def _regular(gaps: Sequence[str], *, mobile: bool) -> bool:
    """One separator throughout; or signs alone, or letters alone, that are no units or months."""
    kinds = {gap.strip() for gap in gaps}
    if any(_MONEY.search(kind) for kind in kinds):
        return False
    words = [word for kind in kinds for word in _WORDS.findall(kind)]
    counted = any(word in _UNITS or (word.startswith(_MONTHS) and len(word) <= 9) for word in words)
    if len(kinds) == 1:
        return not (counted and len(gaps[0]) > 1) and (mobile or gaps[0].strip() not in {",", ";", ""})
    if all(kind.isalpha() and kind.isascii() and " " not in kind for kind in kinds):
        if _HEX.issuperset("".join(gaps)) and [*gaps] != sorted(gaps):
            return False  # a digest, a MAC address
        pairs = len(gaps) == 4 and all(len(kind) == 1 for kind in kinds)
        return (mobile or pairs) and (not counted or (len(kinds) >= 4 and all(len(kind) == 1 for kind in kinds)))
    if words or any(":" in kind for kind in kinds):
        return False
    tight = all(len(gap) == 1 for gap in gaps) and not kinds & {",", ";", ":"}
    return (mobile or tight) and all(len(gap) <= 4 and "\n\n" not in gap for gap in gaps)


def _step(gaps: Sequence[str]) -> str:
    if any("\n" in gap for gap in gaps):
        return "spread"
    return "interleaved" if any(_WORDS.search(gap) for gap in gaps) else "separators"
