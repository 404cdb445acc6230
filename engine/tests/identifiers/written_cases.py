"""Cases written by hand, in data files: slots are filled from a number by seed, the truth goes with them."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import hiding

_SLOT = re.compile(r"<([a-zA-Z])(\d)>")
_KEYCAP = "\ufe0f\u20e3"
_LOOKS = {"0": "O", "1": "l", "5": "S", "8": "B"}
_ZEROS = {"u": 0xFF10, "a": 0x0660, "m": 0x1D7CE}


def lines(name: str) -> list[str]:
    """The cases of a data file, without its comments."""
    whole = Path(__file__).with_name("data").joinpath(name).read_text("utf-8")
    return [line for line in whole.split("\n") if line and not line.startswith("#")]


def french(turns: int) -> Iterator[tuple[str, str, str]]:
    """Template, text and number in E.164, each template `turns` times with other digits."""
    for template in lines("french_phones.txt"):
        for turn in range(turns):
            rng = random.Random(crc32(f"{template}/{turn}".encode()))
            words = re.search(r"<[wbhgWfx]\d>", template)
            number = hiding.any_french_number(rng) if words else hiding.french_number(rng)
            yield template, filled(template, number, rng), "+33" + number[1:]


def filled(template: str, number: str, rng: random.Random) -> str:
    """A template with the digits of a number in its slots."""
    pairs = hiding.pairs(number)
    return _SLOT.sub(lambda slot: _piece(slot[1], int(slot[2]), number, pairs, rng), template.replace("|", "\n"))


def _piece(code: str, at: int, number: str, pairs: list[str], rng: random.Random) -> str:
    if code in _ZEROS:
        return chr(_ZEROS[code] + int(number[at]))
    of_digit = {
        "d": lambda digit: digit,
        "f": lambda digit: hiding.UNITS[int(digit)],
        "e": lambda digit: hiding.ENGLISH[int(digit)],
        "E": lambda digit: hiding.ENGLISH[int(digit)].upper(),
        "k": lambda digit: digit + _KEYCAP,
        "c": lambda digit: "⓪①②③④⑤⑥⑦⑧⑨"[int(digit)],
        "x": lambda digit: hiding.DARIJA[int(digit)],
    }
    if code in of_digit:
        return of_digit[code](number[at])
    if code == "o" and len(number) == 10 and number[0] != "0":
        return _LOOKS.get(number[at], number[at])
    of_pair = {
        "p": lambda pair: pair,
        "w": hiding.pair_words,
        "W": lambda pair: hiding.pair_words(pair).upper(),
        "b": lambda pair: hiding.pair_words(pair, belgian=True),
        "h": lambda pair: hiding.pair_words(pair).replace(" ", "-"),
        "g": lambda pair: hiding.pair_words(pair).replace(" ", "").replace("-", ""),
        "o": lambda pair: "".join(_LOOKS.get(digit, digit) for digit in pair),
        "n": lambda pair: hiding.pair_words(str((int(pair) + 7 + rng.randrange(9)) % 68 + 11)),
    }
    return of_pair[code](pairs[at])


def english(turns: int) -> Iterator[tuple[str, str, str, str]]:
    """Template, region, text and number in E.164: 555-01xx in North America, 07700 900xxx in Britain."""
    for line in lines("english_phones.txt"):
        region, _, template = line.partition(" ")
        for turn in range(turns):
            rng = random.Random(crc32(f"{line}/{turn}".encode()))
            if region == "US":
                digits = rng.choice(["718", "212", "646", "310", "702"]) + f"55501{rng.randrange(100):02d}"
                yield template, region, filled(template, digits, rng), "+1" + digits
            else:
                digits = f"7700900{rng.randrange(1000):03d}"
                yield template, region, filled(template, digits[-1] + digits[:-1], rng), "+44" + digits
