"""Registration plates: the French SIV and FNI forms, and those of the main neighbours."""

import re
from collections.abc import Iterator

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

# SIV: no I, O, U; never SS; a first pair WW is a provisional plate (arrêté du 9 février 2009).
_PAIR = "[A-HJ-NP-TV-Z]{2}"
_SIV = re.compile(
    rf"(?<![0-9A-Za-z])({_PAIR})([ .\-_]?)([0-9OIl]{{3}})([ .\-_]?)({_PAIR})(?![0-9A-Za-z])", re.IGNORECASE
)
# FNI, to 2009: one to four digits, two or three letters, département.
_FNI = re.compile(
    r"(?<![0-9A-Za-z.,])([0-9]{1,4})([ .\-_]?)([A-HJ-NP-TV-Z]{2,3})\2(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6])(?![0-9A-Za-z])",  # noqa: E501 - a pattern reads best on its line
    re.IGNORECASE,
)
# Neighbours, each with its letters in capitals. A word for a car has to stand near, save where the form says enough.
_ABROAD = {
    "BE": (re.compile(r"(?<![0-9A-Za-z\-])[1-9]-[A-Z]{3}-[0-9]{3}(?![0-9A-Za-z\-])"), True),
    "GB": (re.compile(r"(?<![0-9A-Za-z])[A-HJ-PR-Y][A-Y](?:0[2-9]|[1-7][0-9]) ?[A-HJ-PR-Z]{3}(?![0-9A-Za-z])"), False),
    "ES": (re.compile(r"(?<![0-9A-Za-z])[0-9]{4}[ \-]?[BCDFGHJKLMNPRSTVWXYZ]{3}(?![0-9A-Za-z])"), False),
    "DE": (re.compile(r"(?<![0-9A-Za-z])[A-Z]{1,3}[ \-][A-Z]{1,2} ?[1-9][0-9]{0,3}[EH]?(?![0-9A-Za-z])"), False),
    "NL": (re.compile(r"(?<![0-9A-Za-z])(?:[A-Z]{2}-[0-9]{3}-[A-Z]|[A-Z]-[0-9]{3}-[A-Z]{2}|[0-9]{2}-[A-Z]{3}-[0-9])(?![0-9A-Za-z])"), True),  # noqa: E501 - a pattern reads best on its line
    "CH": (re.compile(r"(?<![0-9A-Za-z])(?:AG|BE|BL|BS|FR|GE|GR|JU|LU|NE|SG|SO|TG|TI|VD|VS|ZG|ZH)[ \-][1-9][0-9]{3,5}(?![0-9A-Za-z])"), False),  # noqa: E501 - a pattern reads best on its line
}  # fmt: skip
_CARS = re.compile(
    r"plaqu|immat|voiture|vehicul|camion|fourgon|berline|utilitaire|scooter|moto\b|peugeot|renault|citroen|clio|audi\b|"
    r"mercedes|bmw|volkswagen|golf\b|ford\b|fiat\b|opel|toyota|dacia|tesla|\bauto\b|\bcar\b|plate|licen[cs]e|vehicle|kennzeichen|matricula|targa"
)
_NEAR = 60
_DIGITS = str.maketrans("OoIl", "0011")


class Plate:
    """Kind `plate`; the value is the country and the plate in its usual writing, as `FR:AB-123-CD`."""

    kind = "plate"

    def may_hold(self, text: Prepared) -> bool:
        """A plate has digits."""
        return text.digits >= 2

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Plates by their form; where the form is that of other things too, only near a word for a vehicle."""
        taken: list[tuple[int, int]] = []
        cars = _CARS.search(text.folded) is not None
        for start, end, value, steps in [*_siv(text), *(_fni(text) if cars else ()), *_abroad(text, cars=cars)]:
            if not any(start < other_end and other_start < end for other_start, other_end in taken):
                taken.append((start, end))
                first, last = text.span(start, end)
                yield Identifier.after(self.kind, value, (first, last), steps)


_Found = Iterator[tuple[int, int, str, list[str]]]


def _siv(text: Prepared) -> _Found:
    for match in _SIV.finditer(text.clean):
        first, gap, number, other_gap, last = match.groups()
        digits = number.translate(_DIGITS)
        plain = number == digits and (first + last).isupper()
        usual = gap and gap == other_gap and gap in "- "
        # Bare or in small letters it could be a reference of anything; read as a plate beside a car.
        if not (plain and (usual or not gap + other_gap)) and not _near_car(text, match.start(), match.end()):
            continue
        if "SS" in {first.upper(), last.upper()} or digits == "000":
            continue
        value = f"FR:{first}-{digits}-{last}".upper()
        yield match.start(), match.end(), value, [] if number == digits else ["look-alike"]


def _fni(text: Prepared) -> _Found:
    for match in _FNI.finditer(text.clean):
        number, _gap, letters, departement = match.groups()
        if _near_car(text, match.start(), match.end()):
            yield match.start(), match.end(), f"FR:{number} {letters} {departement}".upper(), []


def _abroad(text: Prepared, *, cars: bool) -> _Found:
    # The forms that say enough all have a hyphen; the others need a word for a vehicle.
    forms = _ABROAD.items() if cars or "-" in text.clean else ()
    for country, (form, enough) in forms:
        if not (enough or cars):
            continue
        for match in form.finditer(text.clean):
            if enough or _near_car(text, match.start(), match.end()):
                yield match.start(), match.end(), f"{country}:{re.sub('[ -]+', '-', match[0])}", []


def _near_car(text: Prepared, start: int, end: int) -> bool:
    return _CARS.search(text.folded, max(0, start - _NEAR), end + _NEAR) is not None
