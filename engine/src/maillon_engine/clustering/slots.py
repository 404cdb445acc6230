"""What fills a slot of a template, told by its values and by the words beside it."""

import re
from collections import Counter
from collections.abc import Callable

_CURRENCY = re.compile(r"€|\$|£|\b(?:eur|euros?|chf|usd|gbp|lei|ron|dhs?|mad|roses?)\b", re.IGNORECASE)
_PLACE = re.compile(r"(?:^|\W)(?:à|a|au|sur|vers|in|at|near|en|la|din|lângă|في|ciudad de|ville)\W*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][^\W\d_'’\-]*(?:[ '’\-][^\W\d_]+){0,3}$")


def kind_of(there: Counter[str], before: str, after: str) -> str:
    """phone, price, number, place, name or words: what most of the values that there are look like."""
    figures = any(map(str.isdigit, "".join(there)))  # nearly all slots hold words alone
    if figures and _most(there, _phone):
        return "phone"
    if figures and _most(there, _numeric):
        price = bool(_CURRENCY.match(after.lstrip()) or _CURRENCY.search(before[-12:])) or _most(there, _priced)
        return "price" if price else "number"
    if _most(there, _named):
        return "place" if _PLACE.search(before) else "name"
    return "words"


def _most(values: Counter[str], test: Callable[[str], bool]) -> bool:
    return 2 * sum(count for value, count in values.items() if test(value)) > values.total()


def _phone(value: str) -> bool:
    return 8 <= sum(map(str.isdigit, value)) <= 15 and not any(map(str.isalpha, value))


def _numeric(value: str) -> bool:
    if not any(map(str.isdigit, value)):
        return False
    return sum(map(str.isalpha, _CURRENCY.sub("", value))) <= 1


def _priced(value: str) -> bool:
    return _CURRENCY.search(value) is not None


def _named(value: str) -> bool:
    return _WORD.match(value) is not None and value[0].isupper()
