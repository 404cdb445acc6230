"""International bank account numbers (ISO 13616), by their checksum and the form of their country."""

import re
from collections.abc import Iterator
from typing import Final

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_PARTS = " .-:\n"
# Figures with a letter near before them, which the first two digits of a number are or follow at once.
_FIGURES = re.compile(
    r"[0-9](?<![0-9].)(?:(?<=[a-z].)|(?<=[a-z][ .\-:\n].)|(?<=[a-z][ .\-:][ .\-:\n].)|(?<=[a-z][ .\-:]{2}\n.))"
)
# A country, and the first of two check digits, of which one at least is written as such; then letters and digits in
# groups however they are cut. Heads may overlap.
_HEAD = re.compile(
    r"(?<![a-z0-9])(?=(?P<country>[a-z][ ]?[a-z])[ .\-:]{0,2}\n?(?P<check>[0-9](?=[ ]?[0-9oil])|[oil](?=[ ]?[0-9])))"
)
_REST = re.compile(r"(?:[ .\-_/\n]{0,2}[a-z0-9]){13,34}")
_SPACES = str.maketrans("", "", " .-_/:\n")
_DIGITS = str.maketrans("OIL", "011")
# What each character counts in the remainder of ISO 7064: A is 10, Z is 35.
_WORTH = str.maketrans({chr(65 + place): str(10 + place) for place in range(26)})
_ALIKE = re.compile("(?<=[0-9])[OIL]+|[OIL]+(?=[0-9])")
_SHORTEST, _DIGITS_LEAST = 15, 8

# Characters of an account number by country (SWIFT's registry of ISO 13616 formats).
_LENGTHS = {
    country: int(size)
    for size, countries in (
        pair.split(":")
        for pair in (
            "15:NO 16:BE 18:DK,FI,FO,GL,NL 19:MK,SI 20:AT,BA,EE,KZ,LT,LU,XK 21:CH,HR,LI,LV 22:BG,BH,CR,DE,GB,GE,IE,ME"
            ",RS 23:AE,GI,IL,IQ,TL 24:AD,CZ,ES,MD,PK,RO,SA,SE,SK,TN,VG 25:LY,PT,ST 26:DZ,IS,TR"
            " 27:BI,CF,CG,CM,DJ,FR,GA"
            ",GR,IT,MC,MG,MR,SM 28:AL,AZ,BF,BJ,BY,CI,CY,DO,GT,HU,LB,MA,ML,NE,NI,PL,SN,SV,TG"
            " 29:BR,EG,PS,QA,UA 30:JO,KW,MU"
            " 31:MT,SC 32:LC"
        ).split()
    )
    for country in countries.split(",")
}
_COUNTRIES = frozenset(map(str.lower, _LENGTHS))
_WIDEST = 5  # characters from the country to the check digits


class Iban:
    """Kind `iban`; the value is the number in capitals without spaces."""

    kind = "iban"
    words: Final = frozenset[str]()

    def may_hold(self, text: Prepared) -> bool:
        """An account number has ten digits at least; two of them may be written as letters."""
        return text.digits >= _DIGITS_LEAST and len(text.folded) >= _SHORTEST

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Numbers whose checksum fits; look-alike letters are undone where it then fits."""
        _ = region
        done = 0
        for place, check in _heads(text.folded, text.first):
            rest = _REST.match(text.folded, check) if place >= done else None
            found = _read(text.folded[place : rest.end()]) if rest else None
            if found is not None:
                length, value, steps = found
                done = place + length
                start, end = text.span(place, done)
                steps = list(dict.fromkeys([*steps, *text.steps(place, done)]))
                yield Identifier.after(self.kind, value, (start, end), steps)


def _heads(folded: str, first: int) -> Iterator[tuple[int, int]]:
    """Where the country of a number may begin, and where its check digits do."""
    for figures in _FIGURES.finditer(folded, first):
        at = figures.start()
        before = folded[max(0, at - _WIDEST) : at].rstrip(_PARTS)
        near = before[-2:] in _COUNTRIES or before[-1:] in {"o", "i", "l"}
        if not near and (before[-2:-1] != " " or before[-3:-2] + before[-1:] not in _COUNTRIES):
            continue  # as most letters before figures do
        for head in _HEAD.finditer(folded, max(0, at - _WIDEST - 2), at + 3):
            near = head.start("check") - head.start() <= _WIDEST
            if near and head["country"].replace(" ", "") in _COUNTRIES:
                yield head.start(), head.start("check")


def _read(written: str) -> tuple[int, str, list[str]] | None:
    """The beginning that is an account number of its country's length: its own length, value and steps."""
    compact = written.translate(_SPACES).upper()
    size = _LENGTHS[compact[:2]]
    if len(compact) < size:
        return None
    compact = compact[:size]
    beside = _ALIKE.sub(lambda match: match[0].translate(_DIGITS), compact[2:])
    for value in dict.fromkeys((compact, compact[:2] + beside, compact[:2] + compact[2:].translate(_DIGITS))):
        if _fits(value):
            return _end_of(written, size), value, ["look-alike"] if value != compact else []
    return None


def _end_of(written: str, size: int) -> int:
    """Where so many letters and digits end, of at least as many."""
    counted = [place for place, character in enumerate(written, 1) if character.isalnum()]
    return counted[size - 1]


def _fits(value: str) -> bool:
    # Most beginnings fall at the remainder; the country's form is asked of those that pass.
    try:
        if int((value[4:] + value[:4]).translate(_WORTH)) % 97 != 1:
            return False
    except ValueError:
        return False
    from stdnum import iban as standard  # noqa: PLC0415 - brings sockets and documentation, which few texts need

    return bool(standard.is_valid(value, check_country=False))
