"""Prices with their currency and the time they are for."""

import re
from collections.abc import Iterator
from typing import Final

from maillon_engine.identifiers import money, price_items
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared
from maillon_engine.identifiers.price_items import Price as Found

# Where a price may be: an amount beside a currency, or a time beside an amount. All begin at a figure or a sign, which
# is taken first, so that the scan leaps from one to the next.
_SEED = re.compile(
    r"[0-9€£$🌹](?:(?<=[€£$🌹]) ?[0-9]|(?<=[0-9])(?:(?! ?[0-9])(?:"
    rf" ?(?:{money.CURRENCY})"
    r"| ?(?:h|hh|hr|hrs|heures?|hours?|mn|min|mins|minutes?)(?![a-z])[^a-z0-9]{0,5}[0-9]{2,4}(?![0-9]|h))"
    rf"|[0-9]{{1,3}} ?(?:/|la|les|le|l.|pour|for|per|por|pe|x|a|the)[ ]?{money.DURATION}))"
)
_FIGURE = re.compile("[0-9]")
_BEFORE, _BEHIND = 32, 40
_ANCHORS: Final = (money.CURRENCY_WORDS | money.DURATION_WORDS | price_items.TELL_WORDS) - {"da"}
_SOUGHT: Final = price_items.TELL_WORDS | frozenset(
    "eur gbp usd chf qv hh heure hour hora ora nuit night noche notte noapte demi quickie".split()
)
_SPELT_WORDS = re.compile(r"(?<![a-z])(?:[a-z]+[ \-]){1,5}$")
_SPELT_SIGN = re.compile("[a-z]+")
_SPELT_SIGNS = frozenset("euro euros pound pounds dollar dollars franc francs roses lei".split())
_AMOUNT_WORDS = frozenset(
    "cent cents mille dix quinze vingt vingts trente quarante cinquante soixante septante huitante octante nonante ten"
    " twenty thirty forty fifty sixty seventy eighty ninety hundred thousand fifteen cien ciento doscientos".split()
)
_FOR = re.compile(rf" ?(?:[/=:,(]|-|->|=>)? ?(?:for |pour |de |la |les |the |per |par |por |a |an )?{money.DURATION}")
_REGIONS: Final = {"CH": "CHF", "GB": "GBP", "US": "USD", "CA": "CAD", "RO": "RON", "MA": "MAD", "DZ": "DZD"}


class Price:
    """Kind `price`; the value is `150 EUR/60min`, `800 EUR/night` or `150 EUR`, with the same in `parts`."""

    kind = "price"
    words: Final = _ANCHORS | _SOUGHT | _SPELT_SIGNS | _AMOUNT_WORDS

    def may_hold(self, text: Prepared) -> bool:
        """A word or sign of money, of time or of prices; a number too, or words for one."""
        if not text.sought.isdisjoint(_ANCHORS):
            return text.digits > 0 or not text.sought.isdisjoint(_SPELT_SIGNS)
        return text.digits > 0 and any(sign in text.folded for sign in money.CURRENCY_SIGNS)

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Prices in the order of the text. Amounts without a currency are in that of the rest, or of the region."""
        found: list[Found] = []
        for start, end in _parts(text):
            found += price_items.prices(price_items.pieces(text.folded, start, end))
        # The slowest pattern, for what is rare: an amount in words before a currency in words.
        if not _SPELT_SIGNS.isdisjoint(text.sought) and not _AMOUNT_WORDS.isdisjoint(text.sought):
            found += _spelt(text)
        said = {item.currency for item in found} - {"", money.OWN}
        own = said.pop() if len(said) == 1 else _REGIONS.get(region, "EUR")
        for item in dict.fromkeys(found):
            currency = own if item.currency in {"", money.OWN} else item.currency
            parts = {"amount": item.amount, "currency": currency}
            unit = ""
            if item.minutes:
                parts["minutes"] = item.minutes
                unit = f"/{item.minutes}" + ("" if item.minutes in money.LONG.values() else "min")
            span = text.span(item.start, item.end)
            yield Identifier.after(self.kind, f"{item.amount} {currency}{unit}", span, (), parts)


def _parts(text: Prepared) -> Iterator[tuple[int, int]]:
    """The parts of a text around what may be a price, without overlaps, in order."""
    if not text.digits:
        return
    seeds = [match.span() for match in _SEED.finditer(text.folded, max(0, text.first - 2))]
    seeds += [
        (place, place + len(word))
        for word in text.sought & _SOUGHT
        for place in text.places(word)
        if _FIGURE.search(text.folded, max(0, place - 24), place + len(word) + 24)
    ]
    start = end = -1
    for first, last in sorted(seeds):
        begins, stops = _border(text.folded, first - _BEFORE, -1), _border(text.folded, last + _BEHIND, 1)
        if begins > end:
            if end > 0:
                yield start, end
            start = begins
        end = max(end, stops)
    if end > 0:
        yield start, end


def _border(folded: str, place: int, step: int) -> int:
    """The next place from there on between two words."""
    if place <= 0 or place >= len(folded):
        return min(max(place, 0), len(folded))
    found = folded.rfind(" ", 0, place) if step < 0 else folded.find(" ", place)
    return found if found >= 0 else (0 if step < 0 else len(folded))


def _spelt(text: Prepared) -> Iterator[Found]:
    """An amount in words before a currency in words, with the time behind it."""
    for place in sorted(place for word in text.sought & _SPELT_SIGNS for place in text.places(word)):
        sign = _SPELT_SIGN.match(text.folded, place)
        before = _SPELT_WORDS.search(text.folded, max(0, place - 60), place)
        words = before[0].split() if before else []
        for first in range(len(words) if sign else 0):
            value = money.spelt(" ".join(words[first:]))
            if value is None:
                continue
            start = place - len(before[0]) + before[0].index(words[first]) if before else place
            behind = _FOR.match(text.folded, sign.end()) if sign else None
            end = behind.end() if behind else place + len(sign[0] if sign else "")
            time = money.minutes(behind) if behind else ""
            yield Found(value, money.currency(sign[0] if sign else ""), time, start, end)
            break
