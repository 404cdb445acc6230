"""Telephone numbers hidden in words, in letters that look like digits, in pieces, or taken back half-way."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, final

from maillon_engine.identifiers.numbers import context, plan
from maillon_engine.identifiers.numbers.reading import Reading, Run
from maillon_engine.identifiers.numbers.tokens import NUMERIC, Kind, Token
from maillon_engine.identifiers.numbers.written import BRITISH, GROUPINGS, Number
from maillon_engine.identifiers.prepared import Prepared

_BEARING = NUMERIC | {Kind.PLUS, Kind.COUNT}
_BETWEEN = 5  # words between two parts of one number
_CUED_BETWEEN = 25  # the same when one of them says that the number goes on
_LONGEST_RUN = 60
_LEFT_OVER = 2.5
_LATER = 0.4
_ARTICLES = frozenset({"un", "one"})
_BREAKS = frozenset(".!?;,([{|:")
_MONEY = frozenset("€$£")
# Countries whose numbers are spelt out in these languages; other codes come of words read together by chance.
_CODES = ("33", "32", "41", "352", "377", "44", "1", "49", "34", "39", "40", "212", "213", "216", "262", "590", "594", "596")  # fmt: skip # noqa: E501
_COUNTING = ("12345678910111213141516", "10987654321", "9876543210", "0123456789", "102030405060708090")


@final
class Reader:
    """What the reading of a run depends on besides its tokens."""

    __slots__ = ("english", "region", "text")

    def __init__(self, text: Prepared, region: str, *, english: bool) -> None:
        self.text: Final = text
        self.region: Final = region
        self.english: Final = english

    def value(self, digits: str, *, international: bool) -> str | None:
        """E.164 of the digits under the plans that this text's author may mean."""
        if (international or digits.startswith("00")) and not digits.removeprefix("00").startswith(_CODES):
            return None
        value = plan.e164(digits, international=international, region=self.region, english=self.english)
        # Most readings have too few digits or too many for any plan, so that the plan is asked first.
        if value is None or any(digits in counting for counting in _COUNTING) or len(set(digits)) < 3:
            return None
        return None if _counts_up(digits) else value


def _counts_up(digits: str) -> bool:
    """Whether the pairs are days, lines or ages: 21 22 23 24 25."""
    pairs = [int(digits[index : index + 2]) for index in range(0, len(digits) - 1, 2)]
    return all(later - one == 1 for one, later in pairwise(pairs))


def find(reader: Reader, tokens: Sequence[Token], taken: Sequence[Number]) -> Iterator[Number]:
    """The hidden numbers among the tokens, outside the spans of the numbers found already."""
    for tokens_near in runs(tokens, taken, reader.text.folded):
        if _worth_reading(tokens_near):
            yield from _in_run(reader, Run(tokens_near, reader.text.folded))


def runs(tokens: Sequence[Token], taken: Sequence[Number], folded: str) -> Iterator[Sequence[Token]]:
    """Tokens that carry digits, near one another, with what stands between them."""
    first, end = 0, 0  # of the run so far, empty where they are equal
    for index in _bearing(tokens):
        token = tokens[index]
        if _is_counted(tokens, index, folded) or any(one.start < token.end and token.start < one.end for one in taken):
            if first < end:
                yield tokens[first:end]
            first = end = index
            continue
        if first == end:
            first = index
        elif (
            not _near(tokens[end:index])
            or end - first > _LONGEST_RUN
            or _another_sentence(tokens[end - 1], token, folded)
        ):
            yield tokens[first:end]
            first = index
        end = index + 1
    if first < end:
        yield tokens[first:end]


def _bearing(tokens: Sequence[Token]) -> list[int]:
    """The places of the tokens that begin, continue or break a run; all others only stand between.

    The digits of a number found are such tokens themselves, so that it breaks a run whatever else it has.
    """
    return [index for index, token in enumerate(tokens) if token.kind in _BEARING]


def _another_sentence(before: Token, token: Token, folded: str) -> bool:
    """Whether a sentence ends between digits and a word for some: "I am 25. Two one two"."""
    if before.kind is not Kind.DIGITS or token.kind is not Kind.WORD:
        return False
    gap = folded[before.end : token.start]
    return len(gap) > 1 and gap[0] in ".!?"


def _near(between: Sequence[Token]) -> bool:
    if any(token.kind is Kind.CUE for token in between):
        return len(between) <= _CUED_BETWEEN
    return len(between) <= _BETWEEN and all(token.kind is not Kind.OTHER for token in between)


def _is_counted(tokens: Sequence[Token], index: int, folded: str) -> bool:
    """Whether a token counts something, or a unit or a currency stands beside it."""
    kind = tokens[index].kind
    return kind is Kind.COUNT or (
        kind is not Kind.PLUS and (_has_unit(tokens, index, folded) or _is_amount(tokens, index))
    )


def _has_unit(tokens: Sequence[Token], index: int, folded: str) -> bool:
    """Whether a unit follows: no measure or amount of its own ("24/7", "$50"), no letter of something else ("M-F")."""
    if index + 1 == len(tokens):
        return False
    token, unit = tokens[index], tokens[index + 1]
    if unit.kind is not Kind.COUNT or unit.start - token.end > 1 or any(map(str.isdigit, unit.text)):
        return False
    if unit.text in _MONEY:
        following = tokens[index + 2] if index + 2 < len(tokens) else None
        return following is None or following.kind is not Kind.DIGITS or following.start - unit.end > 0
    letter = len(unit.text) == 1 and unit.text.isalpha()
    return not letter or (token.kind is not Kind.WORD and folded[unit.end : unit.end + 1] not in {"-", "."})


def _is_amount(tokens: Sequence[Token], index: int) -> bool:
    """Whether a currency stands right before digits."""
    if not index or tokens[index].kind is not Kind.DIGITS:
        return False
    return tokens[index - 1].text in _MONEY and tokens[index].start - tokens[index - 1].end <= 1


def _worth_reading(run: Sequence[Token]) -> bool:
    """Whether the run can hold enough digits, and hides them: bare digits side by side were read already."""
    numeric = [token for token in run if token.kind in NUMERIC]
    digits = sum(4 if token.kind is Kind.WORD else len(token.text) for token in numeric)
    if digits < 9 or not numeric:
        return False
    if any(token.kind is Kind.WORD for token in numeric):
        return True
    if len(numeric) >= 9 and all(len(token.text) == 1 for token in numeric):
        return sum(token.kind is Kind.DIGITS for token in numeric) >= 4
    real = sum(len(token.text) for token in numeric if token.kind is Kind.DIGITS)
    mixed = sum(len(token.text) for token in numeric if token.kind is Kind.LOOKS and token.text.isdigit())
    return real + mixed - sum(len(token.text) <= 2 for token in numeric if token.kind is Kind.LOOKS) >= 4


def _in_run(reader: Reader, run: Run) -> Iterator[Number]:
    first = 0
    while first < len(run.tokens):
        found = _from(reader, run, first)
        if found is None:
            first += 1
        else:
            yield found[0]
            first = found[1]


def _from(reader: Reader, run: Run, first: int) -> tuple[Number, int] | None:
    """The number that begins with a token, and the token after it."""
    international = run.tokens[first].kind is Kind.PLUS
    begin = first + 1 if international else first
    if begin == len(run.tokens) or run.tokens[begin].kind not in NUMERIC or not _may_begin(reader, run, first):
        return None
    read = [
        (reading, value)
        for reading in run.readings(begin, pairs=not reader.english)
        if (value := reader.value(reading.digits, international=international)) is not None
    ]
    if not read or context.names_other(reader.text.folded, run.tokens[first].start):
        return None
    best: tuple[float, Reading, str] | None = None
    for reading, value in read:
        score = reading.cost + _missed(run, reading.end)
        if (best is None or score < best[0]) and _stands(reader, run, first, reading):
            best = score, reading, value
    if best is None or _crowded(reader, run, best[1].end):
        return None
    return _number(run, first, best[1], best[2]), best[1].end


def _cut_off(run: Run, end: int) -> bool:
    """Whether "et un" follows, which nobody says after a number that is complete."""
    following = [token.text for token in run.tokens[end : end + 2]]
    return following in (["et", "un"], ["et", "onze"]) and run.tokens[end - 1].kind is Kind.WORD


def _may_begin(reader: Reader, run: Run, first: int) -> bool:
    """A zero may begin a number anywhere; another digit only where no digit stands right before it."""
    token = run.tokens[first]
    zero = token.kind is Kind.PLUS or token.text.startswith("0") or token.text in {"zero", "double", "triple", "treble"}
    zero = zero or token.text in {"oh", "o"} or (token.kind is Kind.WORD and not token.text.isascii())
    if zero or first == 0:
        return True
    before = run.tokens[first - 1]
    return before.kind not in NUMERIC or before.text in _ARTICLES or _parted(run.gap(first - 1))


def _parted(gap: str) -> bool:
    """Whether a sentence, a line or a bracket begins between two tokens."""
    return "\n" in gap or (len(gap) > 1 and not _BREAKS.isdisjoint(gap))


def _left_over(run: Run, end: int) -> int:
    """How many digits' tokens follow at once: the more, the less likely that the number ends here."""
    count = 0
    for index in range(end, len(run.tokens)):
        if run.tokens[index].kind not in NUMERIC or not _at_once(run, index):
            break
        # Digits after a word may be the hours of business: another style, another thing.
        if index == end and _another_style(run.tokens[end - 1], run.tokens[index]):
            break
        count += run.tokens[index].text not in _ARTICLES
    return count


def _another_style(before: Token, token: Token) -> bool:
    """Digits after a word or the reverse, or a postal code after pairs."""
    if (token.kind is Kind.WORD) != (before.kind is Kind.WORD):
        return True
    return token.kind is Kind.DIGITS and len(token.text) >= 5 and len(before.text) <= 4


def _at_once(run: Run, index: int) -> bool:
    """Whether a token follows the one before it as the parts of a number do; words, after a comma or a line too."""
    gap = run.gap(index - 1)
    words = run.tokens[index].kind is Kind.WORD and run.tokens[index - 1].kind is Kind.WORD
    return gap in {" ", "-", "", ".", "/"} or (words and len(gap) <= 3)


def _missed(run: Run, end: int) -> float:
    """What ending here leaves unread: much when digits follow at once or take the last ones back."""
    later = sum(token.kind in NUMERIC and token.text not in _ARTICLES for token in run.tokens[end:])
    taken_back = later and run.tokens[end].kind is Kind.UNDO
    return _LEFT_OVER * (_left_over(run, end) + bool(taken_back) + _cut_off(run, end)) + _LATER * min(later, 5)


def _crowded(reader: Reader, run: Run, end: int) -> bool:
    """Whether digits go on right after the end that begin no number of their own."""
    return _left_over(run, end) > 0 and _from(reader, run, end) is None


def _stands(reader: Reader, run: Run, first: int, reading: Reading) -> bool:
    """Whether the tokens hide the number, and nothing after them says that they counted something."""
    tokens = run.tokens[first : reading.end]
    if context.is_counted(reader.text.folded, tokens[-1].end):
        return False
    kinds = {token.kind for token in tokens}
    if Kind.WORD in kinds:
        return sum(token.kind in NUMERIC for token in tokens) > 1
    if Kind.LOOKS in kinds:
        return _looks_meant(tokens)
    return _digits_meant(reader, run, first, reading.end)


def _looks_meant(tokens: Sequence[Token]) -> bool:
    """Letters among digits: few, or in groups that are in use."""
    sizes = tuple(len(token.text) for token in tokens if token.kind in NUMERIC)
    return sizes in GROUPINGS or sizes in BRITISH or max(sizes) <= 4


def _digits_meant(reader: Reader, run: Run, first: int, end: int) -> bool:
    """Bare digits with words or line ends between: in a usual grouping, and announced as one number."""
    tokens = run.tokens[first:end]
    numeric = [token for token in tokens if token.kind in NUMERIC]
    kinds = {token.kind for token in tokens}
    if Kind.UNDO in kinds:
        usual = all(len(token.text) in {2, 4, 10} for token in numeric)
    else:
        usual = tuple(len(token.text) for token in numeric) in GROUPINGS
    if not usual or not _broken(run, first, end) or any(run.gap(index) == "," for index in range(first, end - 1)):
        return False
    if kinds & {Kind.CUE, Kind.THEN} or context.has_cue(reader.text.folded, tokens[0].start, tokens[-1].end):
        return True
    return _mobile_pairs(run, first, end, numeric) or _alone_on_lines(
        reader.text.folded, tokens[0].start, tokens[-1].end
    )


def _mobile_pairs(run: Run, first: int, end: int, numeric: Sequence[Token]) -> bool:
    gaps = [run.gap(index) for index in range(first, end - 1)]
    mobile = numeric[0].text.startswith(("06", "07")) and all(len(token.text) % 2 == 0 for token in numeric)
    return mobile and any("\n" not in gap for gap in gaps) and not any("," in gap for gap in gaps)


def _alone_on_lines(folded: str, start: int, end: int) -> bool:
    return (start == 0 or folded[start - 1] == "\n") and (end == len(folded) or folded[end] == "\n")


def _broken(run: Run, first: int, end: int) -> bool:
    linked = any(token.kind not in NUMERIC for token in run.tokens[first:end])
    return linked or any("\n" in run.gap(index) for index in range(first, end - 1))


def _number(run: Run, first: int, reading: Reading, value: str) -> Number:
    tokens = run.tokens[first : reading.end]
    kinds = {token.kind for token in tokens}
    steps = list(dict.fromkeys(name for kind, name in _STEPS.items() if kind in kinds))
    if any("\n" in run.gap(index) for index in range(first, reading.end - 1)) and "spread" not in steps:
        steps.append("spread")
    return Number(value, tokens[0].start, tokens[-1].end, tuple(steps))


_STEPS = {
    Kind.WORD: "words",
    Kind.LOOKS: "look-alikes",
    Kind.LINK: "filler-words",
    Kind.THEN: "spread",
    Kind.CUE: "spread",
    Kind.UNDO: "corrected",
}
