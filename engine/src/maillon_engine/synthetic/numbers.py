"""Telephone numbers that ARCEP reserves for fiction, and the ways in which adverts write and hide them."""

from collections.abc import Callable
from random import Random

# Decision 2018-0881 of ARCEP: nobody is ever given a number under these six prefixes.
PREFIXES = ("019900", "026191", "035301", "046571", "053649", "063998")
# One number is the platform's own, which unrelated texts mention: a hub. It ends the first range.
HUB = "0199009999"
CAPACITY = len(PREFIXES) * 10_000 - 1
_STEP = 27_191  # coprime with CAPACITY: every ordinal has a number of its own
_UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_LOOK_ALIKE = str.maketrans("01", "Ol")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def number(ordinal: int, seed: int) -> str:
    """Ten digits, different for every ordinal under CAPACITY."""
    place = (ordinal * _STEP + seed * 7_919) % CAPACITY
    prefix, rest = divmod(place + (place >= 9_999), 10_000)
    return f"{PREFIXES[prefix]}{rest:04}"


def international(digits: str) -> str:
    """The number as E.164."""
    return f"+33{digits[1:]}"


def plain(digits: str, rng: Random) -> str:
    """The number as people who hide nothing write it."""
    return _PLAIN[int(rng.random() * len(_PLAIN))](digits)


def hidden(digits: str, language: str, rng: Random) -> str:
    """The number as somebody writes it who does not want a machine to read it."""
    forms = _HIDDEN + _HIDDEN_BY_LANGUAGE.get(language, ())
    return forms[int(rng.random() * len(forms))](digits)


def french(value: int) -> str:
    """A number under one hundred in French words."""
    if value < 20:
        return _UNITS[value]
    tens, units = divmod(value, 10)
    if tens in (7, 9):
        tens, units = tens - 1, units + 10
    if tens == 8:
        return "quatre-vingts" if not units else f"quatre-vingt-{_UNITS[units]}"
    if not units:
        return _TENS[tens]
    return f"{_TENS[tens]} et {_UNITS[units]}" if units in (1, 11) else f"{_TENS[tens]}-{_UNITS[units]}"


def _pairs(digits: str) -> list[str]:
    return [digits[place : place + 2] for place in range(0, len(digits), 2)]


def _words(digits: str) -> str:
    """French words by pairs; a pair that begins with zero says so."""
    return " ".join(french(int(pair)) if pair[0] != "0" else f"zéro {_UNITS[int(pair[1])]}" for pair in _pairs(digits))


def _mixed(digits: str) -> str:
    pairs = _pairs(digits)
    return " ".join([*pairs[:3], *(_words(pair) for pair in pairs[3:])])


_PLAIN: tuple[Callable[[str], str], ...] = (
    lambda digits: " ".join(_pairs(digits)),
    lambda digits: " ".join(_pairs(digits)),
    lambda digits: ".".join(_pairs(digits)),
    lambda digits: digits,
    lambda digits: f"+33 {digits[1]} {' '.join(_pairs(digits[2:]))}",
)
_HIDDEN: tuple[Callable[[str], str], ...] = (
    " ".join,
    lambda digits: " * ".join(_pairs(digits)),
    lambda digits: "/".join(_pairs(digits)),
    lambda digits: " ".join(_pairs(digits.translate(_LOOK_ALIKE))),
    lambda digits: " ".join(_pairs(digits.translate(_FULL_WIDTH))),
    lambda digits: "".join(f"{digit}\ufe0f\u20e3" for digit in digits),
    lambda digits: f"+33 (0){digits[1]} {' '.join(_pairs(digits[2:]))}",
    lambda digits: "\u200b".join(_pairs(digits)),
)
_HIDDEN_BY_LANGUAGE: dict[str, tuple[Callable[[str], str], ...]] = {
    "fr": (_words, _words, _mixed),
    "en": (lambda digits: " ".join(_DIGITS[int(digit)] for digit in digits),),
    "ar": (lambda digits: " ".join(_pairs(digits.translate(_ARABIC))),),
}
