"""French numbers with letters or words strewn between their pairs: 0626num25tel32phone10."""

import re
from collections.abc import Iterator, Sequence

from maillon_engine.identifiers.numbers import plan
from maillon_engine.identifiers.numbers.tokens import Kind, Token
from maillon_engine.identifiers.numbers.written import Number
from maillon_engine.identifiers.prepared import Prepared

_CHUNK = re.compile(r"\+?[a-z]{0,12}\d[a-z0-9_*.,|~-]{9,78}\d")
# What every such run has from its first digit on, letters included; it begins with what the scan can leap to.
_HINT = re.compile(r"[0-9](?=[0-9_*.,|~-]*[a-z])[a-z0-9_*.,|~-]{9,78}[0-9]")
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[a-z]+")
_HEX = frozenset("abcdef")
_MACHINE_MADE = re.compile(r"[a-f0-9-]{16,}")
_UNITS = frozenset("h hr hrs e eur euros euro m cm km kg g ans an j jours min mn am pm px mb go v w gb ml cl k".split())
_MONTHS = (
    "jan",
    "fev",
    "feb",
    "mar",
    "avr",
    "apr",
    "mai",
    "may",
    "jui",
    "jun",
    "jul",
    "aou",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)


def find(text: Prepared, region: str, part: tuple[int, int]) -> Iterator[Number]:
    """Numbers inside one run of characters without a space, in a part of a text."""
    if text.digits < plan.FEWEST or _HINT.search(text.folded, *part) is None:
        return
    for match in _CHUNK.finditer(text.folded, *part):
        number = _in_chunk(text, match, region)
        if number is not None:
            yield number


def _in_chunk(text: Prepared, match: re.Match[str], region: str) -> Number | None:
    chunk = match[0]
    groups = list(_DIGITS.finditer(chunk))
    inner = chunk[groups[0].start() :]
    strewn = _LETTERS.findall(inner)
    if (
        len(strewn) < 2
        or (_counts(strewn) and not _regular(groups, strewn))
        or _MACHINE_MADE.fullmatch(chunk)
        or (_HEX.issuperset("".join(strewn)) and strewn != sorted(strewn))
        or _goes_on(text.folded, match.end())
    ):
        return None
    digits = "".join(group[0] for group in groups)
    if not _even(groups, inner, strewn):
        return None
    value = plan.e164(digits, international=chunk[0] == "+", region=region, english=False)
    if value is None or not digits.startswith(("0", "33")):
        return None
    return Number(value, match.start() + groups[0].start(), match.end(), ("interleaved",))


def _counts(strewn: list[str]) -> bool:
    return any(letters in _UNITS or (letters.startswith(_MONTHS) and len(letters) <= 4) for letters in strewn)


def _regular(groups: list[re.Match[str]], strewn: list[str]) -> bool:
    """One letter throughout between five pairs: no list of measures looks so."""
    return len(strewn) == 4 and len(set(strewn)) == 1 and all(len(group[0]) == 2 for group in groups)


def _goes_on(folded: str, end: int) -> bool:
    return folded[end : end + 1] in {"@", "/", "="} or folded[end : end + 1].isdigit()


def _even(groups: list[re.Match[str]], inner: str, strewn: list[str]) -> bool:
    """Digits in pairs, or one separator throughout, or letters and digits one by one."""
    if all(len(group[0]) % 2 == 0 for group in groups):
        return True
    return (len(groups) >= 8 and all(len(letters) == 1 for letters in strewn)) or len(set(strewn)) == 1


def between_words(tokens: Sequence[Token], region: str) -> Iterator[Number]:
    """Mobile numbers with the same count of words (one or two) between every two pairs."""
    # An hour ("07h") and days ("06 au 12") begin so too, and are no first pair.
    begins = [at for at, token in enumerate(tokens) if token.text.startswith(("06", "07")) and token.text.isdecimal()]
    done = 0
    for index in begins:
        found = _from(tokens, index, region) if index >= done else None
        if found:
            yield found[0]
            done = found[1]


def _from(tokens: Sequence[Token], first: int, region: str) -> tuple[Number, int] | None:
    digits, index, stride = tokens[first].text, first, 0
    while len(digits) < 10:
        step = _stride(tokens, index)
        if not step or (stride and step != stride):
            return None
        stride = step
        index += step
        digits += tokens[index].text
    if all(int(digits[at + 2 : at + 4]) - int(digits[at : at + 2]) == 1 for at in range(0, len(digits) - 3, 2)):
        return None  # days, one after another
    if len(digits) != 10 or index == first or _carries(tokens, index + 1) or _carries(tokens, first - 1):
        return None
    value = plan.e164(digits, international=False, region=region, english=False)
    return (Number(value, tokens[first].start, tokens[index].end, ("interleaved",)), index + 1) if value else None


def _stride(tokens: Sequence[Token], index: int) -> int:
    """How many tokens on the next even group of digits stands, with only words before it; 0 when it does not."""
    for step in (1, 2, 3):
        token = tokens[index + step] if index + step < len(tokens) else None
        if token is None or token.kind in {Kind.COUNT, Kind.WORD, Kind.LOOKS, Kind.PLUS}:
            return 0
        if token.kind is Kind.DIGITS:
            return step if step > 1 and len(token.text) % 2 == 0 else 0
    return 0


def _carries(tokens: Sequence[Token], index: int) -> bool:
    return 0 <= index < len(tokens) and tokens[index].kind is Kind.DIGITS
