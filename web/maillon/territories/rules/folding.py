"""Brings what people type and what the official list says to one form."""

import re
import unicodedata

# Left out wherever they stand: people drop, swap and abbreviate them. A name made of nothing else keeps them.
SMALL_WORDS = frozenset(
    ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "las", "le", "les", "lez", "los", "sous", "sur"]
)
ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def words(text: str) -> list[str]:
    """The telling words of a place name: lower case, no accents, abbreviations spelt out, small words dropped."""
    plain = text.lower()
    if not plain.isascii():
        plain = _NOT_ASCII.sub(_without_mark, unicodedata.normalize("NFKD", plain.translate(_LIGATURES)))
    found = [ABBREVIATIONS.get(word, word) for word in _NOT_WORD.split(plain) if word]
    return [word for word in found if word not in SMALL_WORDS] or found


def _without_mark(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


def fold(text: str) -> str:
    """The search form of a place name: its telling words, joined. Folding twice changes nothing more."""
    return " ".join(words(text))


def beginnings(name: str) -> list[str]:
    """The folded name, then what is left of it from each later word on: “Saint-Céneri-le-Gérei” gives three."""
    parts = words(name)
    return [" ".join(parts[start:]) for start in range(len(parts))]
