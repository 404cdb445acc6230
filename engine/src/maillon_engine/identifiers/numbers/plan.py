"""Numbering plans: which digits are a telephone number, and its E.164 form.

France and its overseas territories by ARCEP's plan (ranges kept for fiction included), North America and the United
Kingdom by their form and `phonenumbers`' metadata, every other country by that metadata.
"""

import re
from functools import lru_cache

import phonenumbers

FEWEST = 7  # digits of a telephone number
_FRENCH = re.compile(r"0?([1-9]\d{8})")
# ARCEP gives these blocks to the overseas territories, which have country codes of their own. 06 39 98 is fiction.
_OVERSEAS = re.compile(
    r"(?P<c262>(?:262|263|269|692|693|639(?!98))\d{6})|(?P<c590>(?:590|690|691)\d{6})"
    r"|(?P<c594>(?:594|694)\d{6})|(?P<c596>(?:596|696|697)\d{6})|(?P<c508>508\d{6})"
)
_SHARED_BLOCK = "709"  # one block of mobile numbers split between the territories: the metadata knows who has which
_OVERSEAS_CODES = ("262", "590", "594", "596")
_FRENCH_REGIONS = frozenset({"FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF"})
_NORTH_AMERICAN_REGIONS = frozenset({"US", "CA"})
_REGIONS_WITH_PLANS = _FRENCH_REGIONS | _NORTH_AMERICAN_REGIONS
_NORTH_AMERICAN = re.compile(r"1?([2-9]\d{2}[2-9]\d{6})")
_BRITISH_MOBILE = re.compile(r"0?(7[1-9]\d{8})")
_BRITISH_FICTION = re.compile(r"0?((?:113|114|115|116|117|118|121|131|141|151|161|191)4960\d{3}|1632960\d{3})")


def e164(digits: str, *, international: bool, region: str, english: bool) -> str | None:
    """The number in E.164, or None. `digits` as dialled, without "+"; `international` when a "+" stood before them.

    `english` opens the North American and British plans to a text whatever its region: its author writes for them.
    """
    if international:
        return _international(digits.removeprefix("00"))
    if digits.startswith("00"):
        return _international(digits[2:])
    return _national(digits, region, english)


def _international(digits: str) -> str | None:
    if digits.startswith("33"):
        match = _FRENCH.fullmatch(digits[2:])
        return _french(match[1]) if match else None
    if digits.startswith("44"):
        return _british(digits[2:])
    return _valid(digits)


def _national(digits: str, region: str, english: bool) -> str | None:
    size = len(digits)
    if region in _FRENCH_REGIONS and size == 10 and digits[0] == "0" and digits[1] != "0":
        return _french(digits[1:])
    if size == 11 and digits.startswith(("336", "337")):
        return _french(digits[2:])
    if english or region in _NORTH_AMERICAN_REGIONS:
        match = _NORTH_AMERICAN.fullmatch(digits)
        if match:
            return _valid("1" + match[1])
    if (english or region == "GB") and ((size == 11 and digits[0] == "0") or (size == 12 and digits.startswith("447"))):
        return _british(digits.removeprefix("44"))
    return None if english or region in _REGIONS_WITH_PLANS else _of_region(digits, region)


def _french(number: str) -> str:
    """E.164 of nine digits of the French plan, under the code of the territory that has the block."""
    match = _OVERSEAS.fullmatch(number)
    if match:
        return f"+{str(match.lastgroup)[1:]}{number[3:] if match['c508'] else number}"
    if number.startswith(_SHARED_BLOCK):
        holders = [code for code in _OVERSEAS_CODES if _valid(code + number)]
        if len(holders) == 1:
            return f"+{holders[0]}{number}"
    return f"+33{number}"


def _british(digits: str) -> str | None:
    match = _BRITISH_MOBILE.fullmatch(digits) or _BRITISH_FICTION.fullmatch(digits)
    return f"+44{match[1]}" if match else _valid("44" + digits.removeprefix("0"))


@lru_cache(maxsize=1 << 14)
def _valid(digits: str) -> str | None:
    """E.164 of digits that begin with a country code, if the metadata know such a number."""
    if not 8 <= len(digits) <= 15 or digits[0] == "0":
        return None
    return _checked("+" + digits, None)


@lru_cache(maxsize=1 << 14)
def _of_region(digits: str, region: str) -> str | None:
    return _checked(digits, region) if 7 <= len(digits) <= 13 else None


def _checked(number: str, region: str | None) -> str | None:
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
