"""A text as tokens that may carry digits: runs of digits, number words, letters that stand for digits, the rest."""

import re
from functools import lru_cache
from typing import Final, final

from maillon_engine.identifiers.numbers import numerals
from maillon_engine.identifiers.prepared import Prepared

# Number words without anything between them: two at least.
_GLUED_LEAST = 7
_GLUED_WORD = re.compile(
    "zero|deux|trois|quatre|quatorze|quarante|cinquante|cinq|sept(?:ante)?|six|huitante|huit|neuf|onze|douze|treize|quinze"
    "|seize|dix|vingt(?:s(?!ept|ix|eize|oixante))?|trente|soixante|octante|nonante|un|et"
)
_GLUED = re.compile(f"(?:{_GLUED_WORD.pattern})+")


class Kind:
    """What a token is for the reading of a number: plain strings, each the same object everywhere."""

    DIGITS: Final = "digits"
    LOOKS: Final = "looks"  # letters, or letters and digits, that look like digits
    WORD: Final = "word"  # a number word
    PLUS: Final = "plus"  # the sign or word of an international prefix
    LINK: Final = "link"  # a word that people put between the parts of a number
    THEN: Final = "then"  # a link that says that the number goes on at once: "puis"
    CUE: Final = "cue"  # one that says that it goes on later: "ensuite", "la suite"
    UNDO: Final = "undo"  # takes back what was said: "pardon"
    COUNT: Final = "count"  # a unit or currency: the digits beside it counted something
    OTHER: Final = "other"


@final
class Token:
    """A piece of the folded text. `text` is what to read: digits, or a number word in its usual spelling."""

    __slots__ = ("end", "kind", "start", "text")

    def __init__(self, kind: str, text: str, start: int, end: int) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end


NUMERIC = frozenset({Kind.DIGITS, Kind.LOOKS, Kind.WORD})

# What begins with a letter first: it is nearly everything, and the others begin with a figure or a sign.
_CHUNK = re.compile(
    r"[^\W\d_][^\W_]*|(?<![0-9])(?:24 ?h?/ ?(?:24|7)|7 ?j?/ ?7)(?: ?[hj])?(?![0-9])|(?<![0-9])[0-9]{1,2}(?:er)? (?:au|to) [0-9]{1,2}(?![0-9])|[^\W_]+|[+€$£¥%°]"  # noqa: E501 - a pattern or a list reads best on its line
)
_RUN = re.compile(r"\d+|[^\W\d_]+")
_MEASURE = re.compile(
    r"\d+(?:h|hr|hrs|e|eur|euros?|m|m2|cm|mm|km|kg|gr?|ans?|j|jours?|min|mn|mins|eme|er|ere|nd|rd|th|st|am|pm|k|x|go|mb"
    r"|gb|yo|yrs?|f|ml|cl|v|w|a|d|p|c|t\d?)\d{0,2}|[ac-fhj-kmnprt-y]\d{1,2}|rn\d+|7j7|24h24|24h7j"
)
_LOOKS = str.maketrans(
    {
        "o": "0",
        "O": "0",
        "Q": "0",
        "i": "1",
        "I": "1",
        "l": "1",
        "L": "1",
        "z": "2",
        "Z": "2",
        "E": "3",
        "A": "4",
        "s": "5",
        "S": "5",
        "b": "6",
        "G": "6",
        "T": "7",
        "B": "8",
        "g": "9",
        "q": "9",
    }
)
_ALIKE = frozenset(map(chr, _LOOKS))
_ALIKE_CAPITALS = frozenset("OISZBl")
_LINKS = frozenset(
    "et and est c ca cest le la les de du d au aux a to e euh heu hum bah ben bon alors donc voila virgule"
    " point points tiret tirets espace slash barre etoile"
    " dot dash comma space star hyphen minus moins trait union parenthese fois um uh er is its s so ok the je j me veux"
    " pour dire w wa ou or ouvrez fermez parentheses underscore hein oui yes followed suivi by".split()
)
CUES = frozenset(
    "ensuite apres suite fin finir finit finis finissant termine reste enfin debut commence commencant complete rest ends"  # noqa: E501 - a pattern or a list reads best on its line
    " ending starts last lastly finally followed suivi suivis".split()
)
UNDOS = frozenset("pardon non plutot trompe erreur rectification correction oups oops sorry wait no desole nan".split())
_COUNTS = frozenset(
    "euro euros eur dollar dollars usd chf livres h heure heures hour hours hr hrs ans an year years yo yrs min minute"
    " minutes mn mins m m2 cm km kg metre metres kilo kilos g gr jour jours day days rue avenue av bd boulevard place"
    " chambre chambres piece pieces personne personnes etage mois month months janvier fevrier mars avril mai juin"
    " juillet aout septembre octobre novembre decembre january february march april may june july august september"
    " october november december semaine semaines week weeks nuit nuits night nights kms roses rose pourcent percent"
    " degres bougies mille".split()
) | frozenset("€$£¥%°")
_KINDS: dict[str, str] = {
    **dict.fromkeys(_LINKS, Kind.LINK),
    "puis": Kind.THEN,
    "then": Kind.THEN,
    **dict.fromkeys(CUES, Kind.CUE),
    **dict.fromkeys(UNDOS, Kind.UNDO),
    **dict.fromkeys(_COUNTS, Kind.COUNT),
    "plus": Kind.PLUS,
    "+": Kind.PLUS,
}


def scan(text: Prepared, begin: int, stop: int) -> list[Token]:
    """The tokens of a part of a text, in order. Positions are those of `folded`."""
    clean = text.clean
    return [
        Token(kind, piece, start + first, start + last)
        for start, end in [match.span() for match in _CHUNK.finditer(text.folded, begin, stop)]
        for kind, piece, first, last in _cut(clean[start:end])
    ]


@lru_cache(maxsize=1 << 14)
def _cut(clean: str) -> tuple[tuple[str, str, int, int], ...]:
    """The tokens inside a run of letters and digits: kind, reading, and where in the run."""
    return _pieces(clean.lower(), clean)


def _pieces(chunk: str, clean: str) -> tuple[tuple[str, str, int, int], ...]:
    if len(chunk) >= _GLUED_LEAST and _GLUED.fullmatch(chunk):
        return tuple((_KINDS.get(word[0], Kind.WORD), word[0], *word.span()) for word in _GLUED_WORD.finditer(chunk))
    size = len(chunk)
    if chunk.isdigit():
        return ((Kind.DIGITS, chunk, 0, size),)
    known = None if clean.isupper() and chunk != "et" and _letters(clean) is Kind.LOOKS else _known(chunk)
    if known:
        return ((known, numerals.MISSPELT.get(chunk, chunk), 0, size),)
    if chunk.isalpha():
        return _glued_words(chunk) or ((_letters(clean), clean.translate(_LOOKS), 0, size),)
    if "/" in chunk or " " in chunk or _MEASURE.fullmatch(chunk):
        return ((Kind.COUNT, chunk, 0, size),)
    return _mixed(chunk, clean)


def _known(chunk: str) -> str | None:
    kind = _KINDS.get(chunk)
    return Kind.WORD if kind is None and chunk in numerals.words() else kind


def _letters(clean: str) -> str:
    """One or two letters may stand for digits, or three of which two are the same; a word may not."""
    size = len(clean)
    alike = size <= 2 and _ALIKE.issuperset(clean)
    repeated = size in {3, 4} and len(set(clean)) <= 2 and _ALIKE_CAPITALS.issuperset(clean)
    return Kind.LOOKS if alike or repeated else Kind.OTHER


def _mixed(chunk: str, clean: str) -> tuple[tuple[str, str, int, int], ...]:
    """Letters and digits in one run: look-alikes, number words glued to digits, or letters strewn in between."""
    pieces = [(run[0], run.start(), run.end()) for run in _RUN.finditer(chunk)]
    if _ALIKE.issuperset(char for char in clean if char.isalpha()):
        return ((Kind.LOOKS, clean.translate(_LOOKS), 0, len(chunk)),)
    found: list[tuple[str, str, int, int]] = []
    for piece, first, last in pieces:
        inner = ((Kind.DIGITS, piece, 0, len(piece)),) if piece.isdigit() else _pieces(piece, clean[first:last])
        found.extend((kind, text, first + start, first + end) for kind, text, start, end in inner)
    return tuple(found)


@lru_cache(maxsize=1)
def _glue() -> re.Pattern[str]:
    words = sorted((word for word in numerals.spelt_right() if len(word) > 1), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    return re.compile(f"(?:{_glue().pattern})+")


def _glued_words(chunk: str) -> tuple[tuple[str, str, int, int], ...]:
    """Number words without a space between them: "zerosixdouze"; nothing when any letter is left over."""
    if not 6 <= len(chunk) <= 90 or not _glued().fullmatch(chunk):
        return ()
    return tuple((Kind.WORD, match[0], match.start(), match.end()) for match in _glue().finditer(chunk))


@lru_cache(maxsize=1)
def heads() -> frozenset[str]:
    """The first three letters of every row of number words, with other beginnings among them."""
    parts = {word for word in numerals.spelt_right() if len(word) > 1} | {"et"}
    letters = {word[0] for word in parts}
    return frozenset((word + letter)[:3] for word in parts for letter in letters)


@lru_cache(maxsize=1 << 14)
def is_glued(word: str) -> bool:
    """Whether a long word is nothing but number words."""
    return _GLUED.fullmatch(word) is not None or _glued().fullmatch(word) is not None
