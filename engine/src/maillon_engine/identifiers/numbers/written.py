"""Telephone numbers written in digits, whatever parts the digits: the fast way, for most numbers of most texts."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, final

from maillon_engine.identifiers.numbers import context, plan
from maillon_engine.identifiers.prepared import Prepared

# Up to three characters that are no letter, digit, line end or unit between two digits.
_SEQUENCE = re.compile(r"[0-9](?:[^0-9A-Za-z\n€$£¥%°+=<>#@&\"²³]{0,3}[0-9]){7,}")
_DIGITS = re.compile(r"[0-9]+")
_PREFIX = re.compile(r"(?:\+|\(\+|\+\(|\bplus[ ])[ ]?$")
_AMERICAN = re.compile(
    r"\([2-9][0-9]{2}\)[ ]?[2-9][0-9]{2}-[0-9]{4}(?![0-9])|(?<![0-9])-?1-[2-9][0-9]{2}-[2-9][0-9]{2}-[0-9]{4}"
)
# A French social security number: sex, year, month, département, commune, order, key.
_SOCIAL = re.compile(
    r"[12][ .-]?[0-9]{2}[ .-]?(?:0[1-9]|1[0-2])[ .-]?[0-9]{2}[ .-]?[0-9]{3}[ .-]?[0-9]{3}(?:[ .-]?[0-9]{2})?"
)
_STUCK = re.compile(r"[:.\-/_]?[0-9a-f]{2}[:.\-/_]|[:.][0-9a-f]{2,5}(?![a-z0-9])")
_BEHIND = re.compile(r"@|[a-z]+\d?")
_USUAL = re.compile(r"[ ]?[-./()]{0,2}[ ]?")
_DATE = re.compile(r"(?<!\d)(?:[0-3]\d([/. -])[01]\d\1(?:19|20)\d\d|(?:19|20)\d\d([/. -])[01]\d\2[0-3]\d)(?!\d)")
_WORD_BEFORE = re.compile(r"([a-z]+)[^a-z0-9\n]?$")
_LONGEST = 48  # digits of one sequence that are looked at; more is a table or a machine's output
GROUPINGS = frozenset(
    {
        *((10,), (2, 2, 2, 2, 2), (1,) * 10, (4, 2, 2, 2), (4, 3, 3), (4, 6), (2, 8), (2, 4, 4), (4, 4, 2), (3, 3, 4)),
        *((3, 3, 2, 2), (3, 2, 3, 2), (5, 5), (1, 1, 2, 2, 2, 2), (1, 3, 3, 3), (6, 4), (6, 2, 2), (2, 2, 2, 4)),
        *((2, 3, 3, 2), (2, 2, 3, 3), (3, 7), (4, 2, 4), (2, 6, 2), (2, 4, 2, 2)),
    }
)
AMERICAN = frozenset({(3, 3, 4), (1, 3, 3, 4), (1,) * 10, (1,) * 11, (3, 7), (1, 3, 7), (1, 10), (3, 3, 2, 2)})
BRITISH = frozenset(
    {(5, 6), (5, 3, 3), (4, 3, 4), (3, 4, 4), (4, 7), (11,), (3, 8), (5, 2, 2, 2), (1, 4, 6), (2, 5, 4)}
)


class Number(NamedTuple):
    """A telephone number in a prepared text: E.164, its span in `clean`, and the steps that a reader had to undo."""

    value: str
    start: int
    end: int
    steps: tuple[str, ...]


@final
class Sequence:
    """Groups of digits that little parts: `spans` in the clean text, the text of each group and between them."""

    __slots__ = ("groups", "parting", "spans", "text")

    def __init__(self, text: Prepared, spans: list[tuple[int, int]]) -> None:
        self.text = text
        self.spans = spans
        self.groups = [text.clean[start:end] for start, end in spans]
        self.parting = [text.clean[one[1] : other[0]] for one, other in pairwise(spans)]

    def gap(self, index: int) -> str:
        """What parts a group from the next one."""
        return self.parting[index]

    def gaps(self, first: int, last: int) -> list[str]:
        """What parts the groups from first to last (included)."""
        return self.parting[first:last]


def find(text: Prepared, region: str, *, english: bool) -> Iterator[Number]:
    """The numbers that stand in digits, in order, without overlaps."""
    for match in _SEQUENCE.finditer(text.clean, text.first):
        if match[0][0] in "12" and _SOCIAL.fullmatch(match[0]):
            continue
        spans = [digits.span() for digits in _DIGITS.finditer(text.clean, match.start(), match.end())]
        yield from _in_sequence(Sequence(text, spans), region, english=english)


def _in_sequence(sequence: Sequence, region: str, *, english: bool) -> Iterator[Number]:
    first, free = 0, True
    while first < len(sequence.groups):
        found = _from(sequence, first, region, english=english, free=free)
        if found is None:
            first, free = first + 1, False
        else:
            yield found[0]
            first, free = found[1] + 1, True


def _from(sequence: Sequence, first: int, region: str, *, english: bool, free: bool) -> tuple[Number, int] | None:
    """The number that begins with a group, with its last group. `free`: the group follows a number or nothing."""
    begins = sequence.spans[first][0]
    before = sequence.text.folded[max(0, begins - 6) : begins]
    announced = "+" in before or "plus" in before
    prefix = _PREFIX.search(sequence.text.folded, max(0, begins - 6), begins) if announced else None
    digits, candidates = "", []
    # Nobody but North Americans writes (212) 555-0142.
    english = english or (_AMERICAN.match(sequence.text.clean, max(0, begins - 1)) is not None)
    for last in range(first, len(sequence.groups)):
        digits += sequence.groups[last]
        if len(digits) > 15:
            break
        if len(digits) < plan.FEWEST:
            continue
        value = plan.e164(digits, international=prefix is not None, region=region, english=english)
        if value is not None:
            candidates.append((last, value))
    start = prefix.start() if prefix else begins
    bracketed = prefix is None and sequence.text.clean[start - 1 : start] == "("
    for last, value in reversed(candidates):
        steps = _steps(sequence, first, last)
        number = Number(value, start - bracketed, sequence.spans[last][1], steps)
        if _stands(sequence, first, last, number, announced=prefix is not None, free=free):
            return number, last
    return None


def _stands(sequence: Sequence, first: int, last: int, number: Number, *, announced: bool, free: bool) -> bool:
    """Whether the groups, as they are parted and surrounded, are a telephone number. `announced` by a "+"."""
    folded = sequence.text.folded
    if not _parted_well(sequence, first, last) or not _ends_well(sequence, last, number.end):
        return False
    if context.is_counted(folded, number.end) or context.inside_account(sequence.text.clean, number.start):
        return False
    if announced:
        return True
    american = number.value.startswith("+1")
    return (not american or _american(sequence, first, last, number)) and _fits(
        sequence, first, last, number, free=free
    )


def _fits(sequence: Sequence, first: int, last: int, number: Number, *, free: bool) -> bool:
    """Whether groups that no "+" announces are dialled, begin a number and are no part of a longer row."""
    dialled = _looks_dialled(sequence, first, last)
    if dialled and first == 0 and last + 1 == len(sequence.groups):  # nothing beside it that a cue would tell apart
        return _begins_well(sequence, first, number.start, cue=False, free=free)
    cue = context.has_cue(sequence.text.folded, number.start, number.end)
    if not cue and not dialled:
        return False
    return _begins_well(sequence, first, number.start, cue=cue, free=free) and _uncrowded(
        sequence, first, last, cue=cue
    )


def _american(sequence: Sequence, first: int, last: int, number: Number) -> bool:
    """Whether the groups are those of a North American number, and bare ones announced or at least not in brackets."""
    sizes = tuple(map(len, sequence.groups[first : last + 1]))
    if context.has_cue(sequence.text.folded, number.start, number.end):
        return True
    if sizes in {(10,), (11,)}:
        return sequence.text.clean[max(0, number.start - 1) : number.start] not in set("[(=:/_#")
    return sizes in AMERICAN


def _parted_well(sequence: Sequence, first: int, last: int) -> bool:
    gaps = set(sequence.gaps(first, last))
    start, end = sequence.spans[first][0], sequence.spans[last][1]
    kinds = set(map(str.strip, gaps)) - {"", "(", ")"}
    # A date has a year, which is a group of four.
    dated = 4 in map(len, sequence.groups[first : last + 1])
    if len(kinds) > 2 or (dated and _DATE.search(sequence.text.clean, start, end)):
        return False
    if ":" in kinds and len(kinds | ({" "} & gaps)) > 1:
        return False
    digits = "".join(sequence.groups[first : last + 1])
    return len(set(digits)) > 1 and digits not in "01234567890" and not _counts_up(sequence.groups[first : last + 1])


def _counts_up(groups: list[str]) -> bool:
    """01 02 03 04 05: days, départements, lines of a list."""
    if len(groups) < 4 or int(groups[1]) - int(groups[0]) != 1:
        return False
    return all(int(second) - int(first) == 1 for first, second in pairwise(groups))


def _looks_dialled(sequence: Sequence, first: int, last: int) -> bool:
    """A grouping in use for telephone numbers, not parted by commas (a list) or by plain full stops (decimals)."""
    sizes = tuple(map(len, sequence.groups[first : last + 1]))
    parting = "".join(sequence.gaps(first, last))
    if "," in parting or ";" in parting:
        return False
    national = sizes if sum(sizes) == 10 else ()
    if national:
        return national in GROUPINGS
    if sizes in BRITISH:
        return True
    return len(sizes) == 1 or max(sizes) <= 5 or sizes[0] <= 3


def _begins_well(sequence: Sequence, first: int, start: int, *, cue: bool, free: bool) -> bool:
    """Not glued to a word or a code, not announced as another kind of number, not the rest of a longer one."""
    if context.names_other(sequence.text.folded, start):
        return False
    if first and not free and context.names_other(sequence.text.folded, sequence.spans[0][0]):
        return False
    if first == 0:
        return not _glued(sequence.text, start)
    if free:
        return True
    gap, before = sequence.gap(first - 1), sequence.groups[first - 1]
    return _loose(gap) or (gap.isspace() and (cue or len(before) != len(sequence.groups[first])))


def _glued(text: Prepared, start: int) -> bool:
    before = text.clean[max(0, start - 24) : start]
    if not before or not (before[-1].isalpha() or (before[-1] in "-_" and before[-2:-1].isupper())):
        return False
    word = _WORD_BEFORE.search(before.lower())
    return word is None or not context.is_cue(word[1])


def _uncrowded(sequence: Sequence, first: int, last: int, *, cue: bool) -> bool:
    """Whether what follows is apart: another number, a counted thing, or digits grouped otherwise."""
    if last + 1 == len(sequence.groups):
        return True
    gap, after = sequence.gap(last), sequence.groups[last + 1]
    if _loose(gap) or context.has_unit(sequence.text.folded, sequence.spans[last + 1][1]):
        return True
    if after.startswith("0") and len("".join(sequence.groups[last + 1 :])) >= 10:
        return True
    return (
        gap.isspace()
        and len(after) != len(sequence.groups[last])
        and (cue or len(sequence.groups[first]) != len(after))
    )


def _loose(gap: str) -> bool:
    """Parted by more than one space or by one tight sign: a dash between spaces, a comma, a bracket."""
    return (len(gap) > 1 and gap.strip("-./ ") != gap.strip()) or gap.strip() in {",", ";", "|", ":"} or len(gap) == 3


def _ends_well(sequence: Sequence, last: int, end: int) -> bool:
    """Not the front of a mail address or of a code; a word may follow without a space."""
    if last + 1 < len(sequence.groups):
        return True
    if _STUCK.match(sequence.text.folded, end):
        return False
    after = _BEHIND.match(sequence.text.folded, end, end + 24)
    return after is None or (len(after[0]) >= 3 and after[0].isalpha() and after[0] != "@")


def _steps(sequence: Sequence, first: int, last: int) -> tuple[str, ...]:
    start, end = sequence.spans[first][0], sequence.spans[last][1]
    steps = [] if sequence.text.original.isascii() else list(sequence.text.steps(start, end))
    gaps = sequence.gaps(first, last)
    if len(gaps) >= 8 and {1}.issuperset(map(len, sequence.groups[first : last + 1])):
        steps.append("digit-by-digit")
    if not all(map(_USUAL.fullmatch, set(gaps))):
        steps.append("separators")
    return tuple(steps)
