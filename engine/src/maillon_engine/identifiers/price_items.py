"""What prices are made of: amounts, currencies, times and what joins them, and which amount each time belongs to."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, final

from maillon_engine.identifiers import money

_LINKS: Final = frozenset(
    "la las les le l pour for per por pe the de du a an at each chaque par cada al der die pro fur x y et and ou or base"  # noqa: E501 - a pattern or a list reads best on its line
    " des partir from desde only seulement is est c en in of mon my nos mes من كل".split()
)
TELL_WORDS: Final = frozenset(
    "tarif tarifs prix price prices pricing rate rates precio precios tarifa tarifas prezzo prezzi tariffa tariffe pret"
    " preturi tarife preis preise donation donations don dons special specials gift gifts cadeau cadeaux السعر الثمن".split()  # noqa: E501 - a pattern or a list reads best on its line
)
# The group is a word from a to z.
_TOKEN = re.compile(r"[0-9]|([a-z]+)|[^\s\x00-\x7f£€]+|\S|\n")
_CLOCK = re.compile(
    r"(?:[7-9]|1[0-9]|2[0-3])[ ]?h[ ]?[0-5][0-9](?![0-9€£$])|[0-9]{1,2}:[0-5][0-9]|24 ?h?/ ?24(?: ?h)?|24h24|7j?/ ?7j?"
    r"|[0-9]+(?:[ .\-/][0-9]+){3,}(?! ?[€$£e])|[0-9]{7,}|[0-9]+[.,][0-9]+[.,][0-9]+"
)
_TIME = re.compile(money.DURATION)
# What every time has that begins with a figure.
_UNIT = re.compile(r"[0-9]{1,3}(?:[.,/][0-9])? ?[^0-9 .,/]|1 [13]/")
_MONEY = re.compile(money.CURRENCY)
_NUMBER = re.compile(money.AMOUNT)
# Words and signs that may begin a time besides a figure.
_TIMES: Final = frozenset(
    "un une l la one an deux two trois three una o doua due dos demi demie half hh media meia mezz mezzora jumatate jumate"  # noqa: E501 - a pattern or a list reads best on its line
    " halbe quart quarter qv quickie cuarto hora hour hr fh std stunde ora heure h all nuit night overnight noche nacht"
    " notte noapte noite ph p journee jour day tag dia giorno giornata zi semaine week weekend mois month we settimana mese"  # noqa: E501 - a pattern or a list reads best on its line
    " semana mes woche monat luna saptamana fin fine par per a dix quinze vingt trente quarante fifteen twenty thirty"
    " forty quince treinta trois".split()
)
# What has to be looked at with what follows it; of all other words from a to z the kind is fixed.
_OPEN: Final = _TIMES | money.CURRENCY_WORDS
_FIXED: Final = {**dict.fromkeys(_LINKS, "link"), **dict.fromkeys(TELL_WORDS, "tell")}
_SIGNS: Final = frozenset(":=/-+>|,;(→➡➜➔►▶⇒👉~.)*•·\n'\"")
_WEAK: Final = frozenset(",;\n|.•·*")
_BINDING: Final = frozenset(":=>-/→➡(~")
_LARGEST: Final = 20_000


@final
class Piece:
    """A token of a price: `kind` is time, money, number, tell, link, sign, clock or word."""

    __slots__ = ("end", "kind", "minutes", "start", "text")

    def __init__(self, kind: str, text: str, start: int, end: int, minutes: str = "") -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
        self.minutes = minutes


class Item(NamedTuple):
    """Amounts (with a currency, or "" where none is said) or a time, with its first and last piece."""

    amounts: tuple[str, ...]
    currency: str
    minutes: str
    first: int
    last: int


class Price(NamedTuple):
    """An amount with what it is for; a time may be missing."""

    amount: str
    currency: str
    minutes: str
    start: int
    end: int


def pieces(folded: str, start: int, end: int) -> list[Piece]:
    """The tokens of a part of a text, by a plain scan and lookups: one pattern for all takes five times as long."""
    found: list[Piece] = []
    tokens = _TOKEN.finditer(folded, start, end)
    while match := next(tokens, None):
        word = match[0]
        first, place = match.span()
        # Most words mean one thing, whatever stands around them.
        if match.lastindex and word not in _OPEN:
            found.append(Piece(_FIXED.get(word, "word"), word, first, place))
            continue
        piece = _figure(folded, match) if word.isdigit() else _word(folded, match)
        if piece.kind == "number" and found and found[-1].kind in {"word", "clock"} and found[-1].end == piece.start:
            piece.kind = "clock"  # the rest of a code
        found.append(piece)
        if piece.end > place:
            tokens = _TOKEN.finditer(folded, piece.end, end)
    return found


def _figure(folded: str, match: re.Match[str]) -> Piece:
    place = match.start()
    clock = _CLOCK.match(folded, place)
    if clock:
        return Piece("clock", clock[0], place, clock.end())
    time = _TIME.match(folded, place) if _UNIT.match(folded, place) else None
    if time:
        return Piece("time", time[0], place, time.end(), money.minutes(time))
    number = _NUMBER.match(folded, place) or match
    return Piece("number", number[0], place, number.end())


def _word(folded: str, match: re.Match[str]) -> Piece:
    word, place = match[0], match.start()
    if word in _TIMES or not word.isascii():
        time = _TIME.match(folded, place)
        if time:
            return Piece("time", time[0], place, time.end(), money.minutes(time))
    if word in _SIGNS:
        return Piece("sign", word, place, match.end())
    if word in money.CURRENCY_WORDS or not word.isalpha() or not word.isascii():
        currency = _MONEY.match(folded, place)
        if currency:
            return Piece("money", currency[0], place, currency.end())
    kind = "tell" if word in TELL_WORDS else "link" if word in _LINKS else "word"
    return Piece(kind, word, place, match.end())


def prices(part: Sequence[Piece]) -> Iterator[Price]:
    """The prices in a part of a text, in order."""
    items = list(_items(part))
    index = 0
    while index < len(items):
        taken, found = _at(part, items, index)
        yield from found
        index += taken


_BEGINS: Final = frozenset({"number", "money", "time"})


def _items(part: Sequence[Piece]) -> Iterator[Item]:
    index = 0
    while index < len(part):
        begins = part[index].kind in _BEGINS
        item = _money(part, index) or _time(part, index) or _bare(part, index) if begins else None
        if item is not None:
            yield item
        index = item.last + 1 if item else index + 1


def _money(part: Sequence[Piece], index: int) -> Item | None:
    """60/80/120 €, 50-80 €, 150 €, € 150."""
    piece = part[index]
    if piece.kind == "number":
        last, amounts = index, [piece.text]
        while last + 2 < len(part) and part[last + 1].text in {"/", "-"} and part[last + 2].kind == "number":
            last += 2
            amounts.append(part[last].text)
        if last + 1 < len(part) and _is_money(part, last):
            return _item(amounts, part[last + 1].text, index, last + 1)
        return None
    follows = index + 1 < len(part) and part[index + 1].kind == "number"
    if piece.kind == "money" and piece.text not in {"e", "fr."} and follows and part[index + 1].start - piece.end <= 1:
        if index + 2 < len(part) and part[index + 2].kind == "money" and piece.text not in {"£", "$", "us$"}:
            return None
        return _item([part[index + 1].text], piece.text, index, index + 1)
    return None


_ORDINALS: Final = frozenset(
    "etage arrondissement arr rang rue jour fois annee edition siecle place ligne degre classe main avenue".split()
)
_CITIES: Final = frozenset({"paris", "lyon", "marseille"})


def _is_money(part: Sequence[Piece], last: int) -> bool:
    """Whether the piece after an amount is its currency; "e" after a small number or beside a storey is an ordinal."""
    sign = part[last + 1]
    if sign.kind != "money" or sign.start - part[last].end > 1:
        return False
    if sign.text != "e":
        return True
    after = part[last + 2].text if last + 2 < len(part) else ""
    before = part[last - 1].text if last else ""
    if after in {"+", "_"} or (
        last + 2 < len(part) and part[last + 2].start == sign.end and part[last + 2].kind == "number"
    ):
        return False
    return len(part[last].text) > 1 and after not in _ORDINALS and before not in _CITIES


def _item(amounts: Sequence[str], currency: str, first: int, last: int) -> Item | None:
    values = tuple(money.amount(text) for text in amounts)
    if not all(0 < float(value) <= _LARGEST for value in values):
        return None
    return Item(values, money.currency(currency), "", first, last)


def _time(part: Sequence[Piece], index: int) -> Item | None:
    piece = part[index]
    return Item((), "", piece.minutes, index, index) if piece.kind == "time" else None


def _bare(part: Sequence[Piece], index: int) -> Item | None:
    """An amount without its currency, or several with a slash between them."""
    if part[index].kind != "number":
        return None
    last, amounts = index, [part[index].text]
    while last + 2 < len(part) and part[last + 1].text in {"/", "-"} and part[last + 2].kind == "number":
        last += 2
        amounts.append(part[last].text)
    if not all(_round(text) for text in amounts):
        return None
    return Item(tuple(amounts), "", "", index, last)


def _round(text: str) -> bool:
    return text.isdigit() and text[0] != "0" and 20 <= int(text) <= 5000


def _at(part: Sequence[Piece], items: Sequence[Item], index: int) -> tuple[int, list[Price]]:
    """How many items are used up, and the prices that they make."""
    item = items[index]
    following = items[index + 1] if index + 1 < len(items) else None
    gap = _gap(part, item, following) if following else None
    if item.minutes:
        if following and not following.minutes and gap is not None and _time_first(part, items, index, gap):
            return 2, _joined(part, item, following)
        return 1, []
    if following and following.minutes and gap is not None and _amount_first(part, items, index, gap):
        return 2, _joined(part, item, following)
    if item.currency or _told(part, item):
        return 1, [
            Price(amount, item.currency, "", part[item.first].start, part[item.last].end) for amount in item.amounts
        ]
    return 1, []


def _joined(part: Sequence[Piece], one: Item, other: Item) -> list[Price]:
    amounts, currency = (one.amounts, one.currency) if one.amounts else (other.amounts, other.currency)
    minutes = one.minutes or other.minutes
    return [Price(value, currency, minutes, part[one.first].start, part[other.last].end) for value in amounts]


def _gap(part: Sequence[Piece], one: Item, other: Item) -> list[Piece] | None:
    """What stands between two items; None when it is more than signs and small words."""
    between = list(part[one.last + 1 : other.first])
    if len(between) > 4 or any(piece.kind not in {"link", "sign"} for piece in between):
        return None
    return between


def _weak(gap: Sequence[Piece]) -> bool:
    return any(piece.text in _WEAK for piece in gap)


def _time_first(part: Sequence[Piece], items: Sequence[Item], index: int, gap: Sequence[Piece]) -> bool:
    """1h 150 €, 30min-80, 1h = 150."""
    money_ = items[index + 1]
    if len(money_.amounts) > 1 and not money_.currency:
        return False
    if any(piece.text in {".", ";"} for piece in gap):
        return False
    if money_.currency:
        return not _weak(gap) or not _own_time(part, items, index + 1)
    bound = bool(gap) and all(piece.text in _BINDING or piece.kind == "link" for piece in gap)
    return _ends(part, money_) and (
        (bound and _is_sold(items[index])) or (not _weak(gap) and (_listed(part, items, index) or _likely(money_)))
    )


def _is_sold(item: Item) -> bool:
    return item.minutes in money.LONG or int(item.minutes) <= 24 * 60


def _own_time(part: Sequence[Piece], items: Sequence[Item], index: int) -> bool:
    following = items[index + 1] if index + 1 < len(items) else None
    if following is None or not following.minutes:
        return False
    gap = _gap(part, items[index], following)
    return gap is not None and not _weak(gap)


def _listed(part: Sequence[Piece], items: Sequence[Item], index: int) -> bool:
    """Whether another pair of a time and a bare amount goes before or after."""
    for other in (index - 2, index + 2):
        if other >= 0 and other + 1 < len(items) and items[other].minutes and items[other + 1].amounts:
            return _gap(part, items[other], items[other + 1]) is not None
    return _told(part, items[index])


def _likely(item: Item) -> bool:
    return int(item.amounts[0]) >= 40 and int(item.amounts[0]) % 10 == 0


def _ends(part: Sequence[Piece], item: Item) -> bool:
    """Whether no unit or word goes on from a bare amount."""
    following = part[item.last + 1] if item.last + 1 < len(part) else None
    return following is None or following.kind in {"sign", "time", "link", "tell", "money"}


def _amount_first(part: Sequence[Piece], items: Sequence[Item], index: int, gap: Sequence[Piece]) -> bool:
    """150 €/h, 100 la demi-heure, 80 € 30 min."""
    item = items[index]
    after = items[index + 2] if index + 2 < len(items) else None
    next_gap = _gap(part, items[index + 1], after) if after and not after.minutes else None
    if _weak(gap) and (next_gap is not None or "." in {piece.text for piece in gap} or _over_lines(gap)):
        return False
    if item.currency:
        return True
    if _weak(gap) or len(item.amounts) > 1:
        return False
    if part[items[index + 1].first].text.startswith("l"):
        return True
    bound = any(piece.text == "/" or piece.kind == "link" for piece in gap)
    return bound and all(
        piece.text not in {"et", "and", "a", "y", "ou", "or", "de", "du", "en", "in", "-"} for piece in gap[:1]
    )


def _over_lines(gap: Sequence[Piece]) -> bool:
    return any("\n" in piece.text for piece in gap) and len(gap) > 1


def _told(part: Sequence[Piece], item: Item) -> bool:
    """Whether a word for a price stands before a bare amount, and no unit after it."""
    index = item.first - 1
    while index >= 0 and part[index].kind in {"link", "sign"} and item.first - index <= 4:
        index -= 1
    return index >= 0 and part[index].kind == "tell" and (bool(item.minutes) or _ends(part, item))
