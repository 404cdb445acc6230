"""Prices with their currency and the time they are for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from maillon_engine.identifiers import money
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_SIGN = "|".join(money.CURRENCIES.values())
_TIME = r"h(?![a-z])|heure|hour|hr|min|mn|nuit|night|1/2"
_HINT = re.compile(
    rf"[0-9] ?(?:{_SIGN})|(?:£|\$|€|chf|eur) ?[0-9]|tarif|prix|price|rate|[a-z] (?:euros?|pounds|dollars|francs)\b"
    rf"|[0-9] ?(?:{_TIME})[^a-z]{{0,4}}[=:0-9]|[0-9]{{2}} ?(?:/|la|les|pour|for|per) ?[0-9a-z ]{{0,6}}(?:{_TIME})"
)
# An amount with its currency on either side; or a list that shares one currency, as 60/80/120 €.
_PRICE = re.compile(
    rf"(?<![0-9a-z.,+/\-])(?:(?P<before>€|£|\$|us\$|chf|eur|gbp|usd) ?(?P<first>{money.AMOUNT})"
    rf"|(?P<list>(?:(?:{money.AMOUNT}) ?/ ?)+(?:{money.AMOUNT})|(?:{money.AMOUNT})(?: ?- ?(?:{money.AMOUNT}))?) ?(?P<after>{_SIGN}))"  # noqa: E501 - a pattern reads best on its line
)
# Without a currency an amount is a price only beside a time (1h = 150), or after a word for a price.
_TIMED = re.compile(
    rf"(?<![0-9a-z]){money.DURATION} ?(?:=|:|->|>) ?(?P<amount>[0-9]{{2,4}})(?![0-9.,]|[0-9 ]*(?:{_SIGN})|h|:)"
)
_TOLD = re.compile(
    rf"(?:tarifs?|prix|prices?|rates?) ?(?:de base ?)?[:=]? ?(?P<list>[0-9]{{2,4}}(?: ?[/\-] ?[0-9]{{2,4}})*)(?![0-9.,]| ?(?:{_SIGN})|h|[ .\-/]?[0-9])"  # noqa: E501 - a pattern reads best on its line
)
_BARE = re.compile(
    rf"(?<![0-9a-z.,:/+\-])(?P<amount>[2-9][0-9]|[1-9][0-9]{{2,3}}) ?(?:/|=|la |les |le |pour |for |per |de l.?|l.?)"
    rf" ?{money.DURATION}"
)
# Two pairs in a row, or more: a list of times with their prices, whatever the currency.
_PAIR = rf"(?:[0-9]{{1,3}} ?(?:h|mn|min)|1/2 ?h|demi[ \-]?heure|heure|hh) ?[:=\-]? ?[0-9]{{2,3}}(?![0-9h:]| ?(?:{_SIGN}|h|m))"  # noqa: E501 - a pattern reads best on its line
_PAIRS = re.compile(rf"(?<![0-9a-z]){_PAIR}(?:[ ,;/|\-]+{_PAIR})+")
_ONE_OF_PAIRS = re.compile(rf"{money.DURATION} ?[:=\-]? ?(?P<amount>[0-9]{{2,3}})")
_FOR = re.compile(
    rf" ?(?:[/=:,(]|-|->|pour|for|per|par|pe|por|the|de|la|les|a|an|each|chaque|=>)? ?(?:for |pour |de |la |les |the )?{money.DURATION}"  # noqa: E501 - a pattern reads best on its line
)
_OF = re.compile(rf"(?<![0-9a-z]){money.DURATION} ?(?:=|:|->|-|>|=>|a|pour|for|,)? ?$")
_SPELT = re.compile(r"(?P<words>(?:[a-z]+[ \-]){1,5})(?P<sign>euros?|pounds?|dollars?|francs?)\b")
_CURRENCY_WORDS = frozenset({"euro", "euros", "pound", "pounds", "dollar", "dollars", "franc", "francs"})
_AMOUNT_WORDS = frozenset(
    "cent cents mille dix quinze vingt vingts trente quarante cinquante soixante septante huitante octante nonante ten"
    " twenty thirty forty fifty sixty seventy eighty ninety hundred thousand fifteen".split()
)
_REACH = 34
_LARGEST = 20_000


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    amount: str
    currency: str
    minutes: str


class Price:
    """Kind `price`; the value is `150 EUR/60min`, `800 EUR/night` or `150 EUR`, with the same in `parts`."""

    kind = "price"

    def may_hold(self, text: Prepared) -> bool:
        """A number beside a currency, a time or a word for a price."""
        return _HINT.search(text.folded) is not None

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Prices in the order of the text. Bare amounts are in the currency of the region: CHF in CH, else EUR."""
        own = {"CH": "CHF", "GB": "GBP", "US": "USD"}.get(region, "EUR")
        found = [*_with_currency(text.folded), *_without(text.folded, own)]
        # The slowest pattern, for what is rare: an amount in words before a currency in words.
        if not _CURRENCY_WORDS.isdisjoint(text.words) and not _AMOUNT_WORDS.isdisjoint(text.words):
            found += _spelt(text.folded)
        for item in _once(found):
            start, end = text.span(item.start, item.end)
            parts = {"amount": item.amount, "currency": item.currency}
            unit = ""
            if item.minutes:
                parts["minutes"] = item.minutes
                unit = f"/{item.minutes}" + ("" if item.minutes in money.LONG.values() else "min")
            yield Identifier(self.kind, f"{item.amount} {item.currency}{unit}", start, end, parts=parts)


def _once(found: list[_Found]) -> list[_Found]:
    """By place; of two readings that overlap the one with a time counts, then the longer one."""
    kept: list[_Found] = []
    for item in sorted(found, key=lambda one: (not one.minutes, one.start - one.end, one.start)):
        if not any(
            item.start < other.end
            and other.start < item.end
            and item != other
            and (item.start, item.end) != (other.start, other.end)
            for other in kept
        ):
            kept.append(item)
    return sorted(dict.fromkeys(kept), key=lambda one: (one.start, one.end, float(one.amount)))


def _with_currency(text: str) -> Iterator[_Found]:
    last = 0
    for match in _PRICE.finditer(text):
        code = money.currency(match["before"] or match["after"])
        start, end, time = _timed(text, match, last)
        # A time belongs to one price: what follows looks for its own behind this one.
        last = end
        amounts = [match["first"]] if match["first"] else re.split(r" ?[/\-] ?", match["list"])
        for amount in amounts:
            value = money.amount(amount)
            if 0 < float(value) <= _LARGEST:
                yield _Found(start, end, value, code, time)


def _timed(text: str, match: re.Match[str], last: int) -> tuple[int, int, str]:
    """The span with the time that the price is for, behind it first, else before it."""
    before = _OF.search(text, max(last, match.start() - _REACH), match.start())
    # `1h 150 € 30 min 80 €`: where the first price has its time in front, so have the others.
    if before is not None:
        return before.start(), match.end(), money.minutes(before)
    behind = _FOR.match(text, match.end())
    if behind is not None:
        return match.start(), behind.end(), money.minutes(behind)
    return match.start(), match.end(), ""


def _without(text: str, currency: str) -> Iterator[_Found]:
    # The pattern of times with their prices is slow, and each of its matches has one of these signs.
    timed = _TIMED.finditer(text) if any(sign in text for sign in "=:>") else ()
    for match in [*timed, *_BARE.finditer(text)]:
        yield _Found(match.start(), match.end(), match["amount"], currency, money.minutes(match))
    for pairs in _PAIRS.finditer(text):
        for match in _ONE_OF_PAIRS.finditer(text, *pairs.span()):
            yield _Found(match.start(), match.end(), match["amount"], currency, money.minutes(match))
    for match in _TOLD.finditer(text):
        if _FOR.match(text, match.end()) is None:
            for amount in re.split(r" ?[/\-] ?", match["list"]):
                yield _Found(match.start("list"), match.end("list"), amount, currency, "")


def _spelt(text: str) -> Iterator[_Found]:
    for match in _SPELT.finditer(text):
        words = match["words"].split()
        for first in range(len(words)):
            value = money.spelt(" ".join(words[first:]))
            if value is not None:
                start = match.start() + match["words"].index(words[first]) if first else match.start()
                behind = _FOR.match(text, match.end())
                end = behind.end() if behind else match.end()
                time = money.minutes(behind) if behind else ""
                yield _Found(start, end, value, money.currency(match["sign"]), time)
                break
