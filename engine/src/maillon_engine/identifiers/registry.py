"""Every kind there is, and what happens where two of them claim the same characters."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter

from maillon_engine import collecting
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
from maillon_engine.identifiers.recent import Recent
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


# Texts that are looked through together, and characters of them, after which the next begin.
_TOGETHER, _CHARACTERS = 128, 1 << 18
_recent = Recent()


def extract(text: str, *, region: str = "FR") -> list[Identifier]:
    """Every identifier of a text, by place. `region` is the country whose numbers need no prefix (ISO 3166)."""
    answer = _recent.get(text, region)
    if answer is None:
        (answer,) = _found((text,), region)
        _recent.keep(text, region, answer)
    return list(answer)


def extract_all(texts: Sequence[str], *, region: str = "FR") -> list[list[Identifier]]:
    """Of each text what `extract` gives, a fifth sooner than one by one: the processor keeps at hand what it runs."""
    answers = {text: _recent.get(text, region) for text in texts}
    for some in _portions([text for text, answer in answers.items() if answer is None]):
        with collecting.later():
            found = _found(some, region)
        for text, answer in zip(some, found, strict=True):
            answers[text] = answer
            _recent.keep(text, region, answer)
    return [list(answers[text] or ()) for text in texts]


def forget() -> None:
    """Lets go of the texts whose answers are kept."""
    _recent.clear()


def _portions(texts: Sequence[str]) -> Iterator[list[str]]:
    some: list[str] = []
    held = 0
    for text in texts:
        some.append(text)
        held += len(text)
        if len(some) >= _TOGETHER or held >= _CHARACTERS:
            yield some
            some, held = [], 0
    if some:
        yield some


def _found(texts: Sequence[str], region: str) -> list[list[Identifier]]:
    """One kind after the other, over all texts."""
    prepared = [Prepared(text, vocabulary()) for text in texts]
    found: list[list[Identifier]] = [[] for _ in texts]
    for extractor in extractors():
        for text, items in zip(prepared, found, strict=True):
            if extractor.may_hold(text):
                items.extend(extractor.find(text, region))
    return [_with_signs(items) for items in found]


def _with_signs(found: list[Identifier]) -> list[Identifier]:
    """Settled, and with the sign that each number gives which is written so that a machine overlooks it."""
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
