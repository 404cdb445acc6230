"""Every kind there is, and what happens where two of them claim the same characters."""

from collections.abc import Iterable
from functools import cache, lru_cache
from operator import itemgetter

from maillon_engine.identifiers.crypto import Crypto
from maillon_engine.identifiers.domain import Domain
from maillon_engine.identifiers.email import Email
from maillon_engine.identifiers.handle import Handle
from maillon_engine.identifiers.iban import Iban
from maillon_engine.identifiers.model import Extractor, Identifier
from maillon_engine.identifiers.payment import Payment
from maillon_engine.identifiers.phone import Phone
from maillon_engine.identifiers.place import Place
from maillon_engine.identifiers.plate import Plate
from maillon_engine.identifiers.prepared import Prepared
from maillon_engine.identifiers.price import Price
from maillon_engine.identifiers.sign import SignFinder, hidden_number
from maillon_engine.identifiers.tour_date import TourDate
from maillon_engine.identifiers.url import Url

# A kind hides the others where they overlap: the digits of an IBAN are no telephone number.
_HIDES: dict[str, frozenset[str]] = {
    "iban": frozenset({"phone", "plate", "price"}),
    "crypto": frozenset({"phone", "plate", "price", "handle", "iban"}),
    "email": frozenset({"url", "domain", "handle", "place"}),
    "url": frozenset({"domain", "phone", "place"}),
    "payment": frozenset({"phone", "handle", "price", "url"}),
}
# Start, end, kind and value of an identifier.
_place = itemgetter(2, 3, 0, 1)


@cache
def extractors() -> tuple[Extractor, ...]:
    """One extractor per kind, in the order of their files' names."""
    return (
        Crypto(),
        Domain(),
        Email(),
        Handle(),
        Iban(),
        Payment(),
        Phone(),
        Place(),
        Plate(),
        Price(),
        SignFinder(),
        TourDate(),
        Url(),
    )


@cache
def vocabulary() -> frozenset[str]:
    """The words that the kinds look for: each word of a text is looked up among them once, whatever their number."""
    return frozenset().union(*(extractor.words for extractor in extractors()))


# An advert is posted again as it stands: the answers to the last texts are kept, those of usual length.
_KEPT, _USUAL = 1 << 12, 2_000


def extract(text: str, *, region: str = "FR") -> list[Identifier]:
    """Every identifier of a text, by place. `region` is the country whose numbers need no prefix (ISO 3166)."""
    return list(_known(text, region)) if len(text) <= _USUAL else _found(text, region)


def forget() -> None:
    """Lets go of the texts whose answers are kept."""
    _known.cache_clear()


@lru_cache(maxsize=_KEPT)
def _known(text: str, region: str) -> tuple[Identifier, ...]:
    return tuple(_found(text, region))


def _found(text: str, region: str) -> list[Identifier]:
    prepared = Prepared(text, vocabulary())
    found: list[Identifier] = []
    for extractor in extractors():
        if extractor.may_hold(prepared):
            found += extractor.find(prepared, region)
    if len(found) < 2 and not any(item.obfuscated for item in found):
        return found
    kept = settled(found)
    hidden = [hidden_number(item) for item in kept if item.kind == "phone" and item.obfuscated]
    return sorted([*kept, *hidden], key=_place) if hidden else kept


def settled(found: Iterable[Identifier]) -> list[Identifier]:
    """Without those that another kind hides, ordered by start, end, kind and value."""
    ordered = sorted(found, key=_place)
    hiding = [item for item in ordered if item.kind in _HIDES]
    if not hiding:
        return ordered
    return [item for item in ordered if not any(_hides(other, item) for other in hiding)]


def _hides(other: Identifier, item: Identifier) -> bool:
    return item.kind in _HIDES[other.kind] and other.start < item.end and item.start < other.end
