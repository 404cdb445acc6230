"""Registration plates: the French SIV and FNI forms, and those of the main neighbours."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from maillon_engine.identifiers.model import PLAIN, Identifier
from maillon_engine.identifiers.prepared import Prepared

# SIV: no I, O, U; never SS; a first pair WW is a provisional plate (arrêté du 9 février 2009). Found by its figures,
# of which one at least is written as such; the letters before them are read backwards.
_PAIR = "[A-HJ-NP-TV-Za-hj-np-tv-z]{2}"
_SIV = re.compile(
    rf"(?P<number>[0-9OIlo](?:(?<=[0-9])[0-9OIlo]{{2}}|(?<=[OIlo])[0-9][0-9OIlo]|(?<=[OIl])[OIl][0-9]))(?P<gap>[ .\-_]*)(?P<last>{_PAIR})(?![0-9A-Za-z])"  # noqa: E501 - a pattern or a list reads best on its line
)
_SIV_HEAD = re.compile(rf"(?<![0-9A-Za-z])(?P<first>{_PAIR})(?P<gap>[ .\-_]*)$")
# FNI, to 2009: one to four digits, two or three letters, département.
_FNI = re.compile(
    r"[0-9]{1,4}(?P<gap>[ .\-_]?)(?P<letters>[A-HJ-NP-TV-Za-hj-np-tv-z]{2,3})(?P=gap)(?P<where>0[1-9]|[1-8][0-9]|9[0-5]|2[ABab]|97[1-6])(?![0-9A-Za-z])"  # noqa: E501 - a pattern or a list reads best on its line
)
# Neighbours. A word for a vehicle has to stand near, save for the forms in _SURE.
_LETTER = "[BCDFGHJKLMNPRSTVWXYZ]"
_ABROAD = {
    "BE": re.compile(r"[1-9][\- .]?[A-Z]{3}[\- .]?[0-9]{3}(?![0-9A-Za-z\-])"),
    "NL": re.compile(r"(?:[A-Z]{2}-[0-9]{3}-[A-Z]|[A-Z]-[0-9]{3}-[A-Z]{2}|[0-9]{2}-[A-Z]{3}-[0-9]|[0-9]-[A-Z]{3}-[0-9]{2})(?![0-9A-Za-z])"),  # noqa: E501 - a pattern reads best on its line
    "GB": re.compile(r"(?:[A-HJ-PR-Y][A-Y](?:0[1-9]|[1-7][0-9])[ \-]?[A-HJ-PR-Z]{3}|[a-hj-pr-y][a-y](?:0[1-9]|[1-7][0-9])[ \-]?[a-hj-pr-z]{3})(?![0-9A-Za-z])"),  # noqa: E501 - a pattern reads best on its line
    "ES": re.compile(rf"[0-9]{{4}}[ \-]?(?!KMS|TTC|GRS){_LETTER}{{3}}(?![0-9A-Za-z])"),
    "DE": re.compile(r"[A-ZÄÖÜ]{1,3}[ \-][A-Z]{1,2}[ \-]?[1-9][0-9]{0,3}[EH]?(?![0-9A-Za-z])"),
    "LU": re.compile(r"[A-Z]{2}[ \-]?[0-9]{4}(?![0-9A-Za-z])"),
    "CH": re.compile(r"(?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)[ \-·.]{0,3}[1-9][0-9]{2}[ .']?[0-9]{1,3}(?![0-9A-Za-z])"),  # noqa: E501 - a pattern reads best on its line
}  # fmt: skip
# What each of them has: a figure near behind a capital, before three, or the middle of a British one in small letters.
_FIGURE_BESIDE = re.compile(
    r"[0-9](?:(?<=[A-Z].)|(?<=[A-Z][ \-·.].)|(?<=[A-Z][ \-·.]{2}.)|(?<=[A-Z][ \-·.]{3}.)|[\- ]?[A-Z]{3}"
    r"|(?<=[a-y]{2}.)[0-9][ \-]?[a-z]{3})"
)
_SURE = {"BE": re.compile(r"[1-9]-[A-Z]{3}-[0-9]{3}"), "NL": re.compile(".")}
_ITALIAN = re.compile(r"\btarga\b|\bitali|\bmacchina\b")
_CARS = re.compile(
    r"plaqu|immat|voiture|vehicul|camion|fourgon|berline|utilitaire|scooter|moto\b|peugeot|renault|citroen|clio|audi\b|"
    r"mercedes|bmw|volkswagen|golf\b|ford\b|fiat\b|opel|toyota|dacia|tesla|\bauto\b|\bcar\b|plate|licen[cs]e|vehicle|kennzeichen|matricula|targa|registration|\breg\b|\bvan\b|caisse|twingo|berlingo|kangoo|bagnole|coche\b|macchina|wagen"
)
_WORDS: Final = frozenset(
    "plaque plaques immatriculation immatricule immatriculee voiture vehicule camion fourgon berline utilitaire scooter"
    " moto peugeot renault citroen clio audi mercedes bmw volkswagen golf ford fiat opel toyota dacia tesla auto car"
    " plate license licence vehicle kennzeichen matricula targa registration reg van caisse twingo berlingo kangoo"
    " bagnole coche macchina wagen immat".split()
)
_NEAR = 60
_DIGITS = str.maketrans("OoIl", "0011")
_Found = Iterator[tuple[int, int, str, list[str]]]


class Plate:
    """Kind `plate`; the value is the country and the plate in its usual writing, as `FR:AB-123-CD`."""

    kind = "plate"
    words: Final = _WORDS

    def may_hold(self, text: Prepared) -> bool:
        """Digits with capitals beside them, or a word for a vehicle."""
        return text.digits >= 2 and (
            not text.sought.isdisjoint(_WORDS) or _BESIDE.search(text.clean, text.first) is not None
        )

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Plates by their form; where the form is that of other things too, only near a word for a vehicle."""
        _ = region
        if not any(shape.search(text.clean, max(0, text.first - 2)) for shape in (_SIV, _FNI, _FIGURE_BESIDE)):
            return
        taken: list[tuple[int, int]] = []
        cars = _cars(text)
        for start, end, value, steps in [*_siv(text, cars), *(_fni(text, cars) if cars else ()), *_abroad(text, cars)]:
            if not any(start < other_end and other_start < end for other_start, other_end in taken):
                taken.append((start, end))
                how = list(dict.fromkeys([*steps, *text.steps(start, end)]))
                yield Identifier(self.kind, value, *text.span(start, end), bool(how), "+".join(how) or PLAIN)


# Figures right before a capital: every plate has them, save those that need a word for a vehicle.
_BESIDE = re.compile(r"[0-9][OIlo]?[ .\-_]{0,3}[A-Z]")


@lru_cache(maxsize=1 << 14)
def _tells_car(word: str) -> bool:
    return _CARS.search(word) is not None


def _cars(text: Prepared) -> list[tuple[int, int]]:
    """Where a vehicle is named. Every alternative of the pattern is letters alone, so that a match lies in one word."""
    return sorted(
        match.span()
        for word in text.words
        if _tells_car(word)
        for place in text.places(word)
        for match in _CARS.finditer(text.folded, place, place + len(word) + 1)
    )


def _siv(text: Prepared, cars: list[tuple[int, int]]) -> _Found:
    for match in _SIV.finditer(text.clean, max(0, text.first - 2)):
        head = _SIV_HEAD.search(text.clean, max(0, match.start() - 6), match.start())
        if head is None or len(match["gap"]) > 3:
            continue
        first, number, last = head["first"], match["number"], match["last"]
        digits = number.translate(_DIGITS)
        gap, other_gap = head["gap"], match["gap"]
        plain = number == digits and (first + last).isupper()
        usual = gap and gap == other_gap and gap in "- "
        # Bare or in small letters it could be a reference of anything; read as a plate beside a car.
        if not (plain and (usual or not gap + other_gap)) and not _near(cars, head.start(), match.end()):
            continue
        country = (
            "IT"
            if _near([match_.span() for match_ in _ITALIAN.finditer(text.folded)], head.start(), match.end())
            else "FR"
        )
        if first == "EN" and gap == " ":
            continue  # a European norm
        if "SS" in {first.upper(), last.upper()} or digits == "000":
            continue
        yield (
            head.start(),
            match.end(),
            f"{country}:{first}-{digits}-{last}".upper(),
            ([] if number == digits else ["look-alike"]),
        )


def _fni(text: Prepared, cars: list[tuple[int, int]]) -> _Found:
    for match in _FNI.finditer(text.clean, text.first):
        number = match[0][: match.start("letters") - len(match["gap"]) - match.start()]
        if _free(text.clean, match.start()) and _near(cars, match.start(), match.end()):
            yield match.start(), match.end(), f"FR:{number} {match['letters']} {match['where']}".upper(), []


def _abroad(text: Prepared, cars: list[tuple[int, int]]) -> _Found:
    if (not cars and "-" not in text.clean) or not _FIGURE_BESIDE.search(text.clean, text.first):
        return
    for country, form in (_ABROAD if cars else {name: _ABROAD[name] for name in _SURE}).items():
        if country == "LU" and "luxemb" not in text.folded:
            continue
        for match in _matches(text.clean, form, cars, everywhere=country in _SURE):
            sure = country in _SURE and _SURE[country].match(text.clean, match.start())
            if _free(text.clean, match.start()) and (sure or _near(cars, *match.span())):
                yield match.start(), match.end(), f"{country}:{_usual(country, match[0])}", []


def _matches(
    clean: str, form: re.Pattern[str], cars: list[tuple[int, int]], *, everywhere: bool
) -> Iterator[re.Match[str]]:
    """The places of a form, everywhere or around the words for vehicles."""
    if everywhere:
        yield from form.finditer(clean) if "-" in clean or cars else ()
        return
    for start, end in cars:
        yield from form.finditer(clean, max(0, start - _NEAR - 12), end + _NEAR + 12)


def _usual(country: str, plate: str) -> str:
    """A plate with one hyphen between its groups, whatever parted them."""
    joined = re.sub("[ .'·\\-]+", "-", plate.upper())
    if country in {"BE", "CH", "GB", "LU", "ES"}:
        joined = joined.replace("-", "") if country == "CH" else joined
        parts_ = re.findall("[A-Z]{2}[0-9]{2}|[A-Z]+", joined) if country == "GB" else []
        if parts_:
            return "-".join(parts_)
        return "-".join(re.findall("[0-9]+|[A-Z]+", joined))
    return joined


def _free(clean: str, start: int) -> bool:
    before = clean[start - 1 : start]
    return not before.isalnum() and before != "-"


def _near(cars: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first - end <= _NEAR and start - last <= _NEAR for first, last in cars)
