"""The leads as one network, whatever the file that it goes into: texts, the traits that they share, who holds what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from maillon_engine.dossier.masking import masked_text, masked_value
from maillon_engine.dossier.reading import Material

# What no XML file may hold (XML 1.0, production 2).
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a lead. `label` is its id and `text` what may be shown of it, without what XML can't hold."""

    id: str
    label: str
    lead: int
    text: str
    posted_at: datetime | None
    place: str
    source: str


@dataclass(frozen=True, slots=True)
class Trait:
    """What texts share; `label` is what may be shown of it, `value` what it is. Its lead is the first that holds it."""

    kind: str
    value: str
    label: str
    lead: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A text (by id) holds a trait (by kind and value); `weight` in bits, `why` in French."""

    text: str
    trait: tuple[str, str]
    lead: int
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Network:
    """Texts by id, traits by kind and value, and the ties between them, each in the order of the leads."""

    texts: dict[str, Text]
    traits: dict[tuple[str, str], Trait]
    ties: tuple[Tie, ...]


def network(found: Sequence[Material], *, reveal: bool) -> Network:
    """The network of leads. Traits that were set aside are left out; names and numbers are masked unless `reveal`.

    Two traits that look alike when masked stay two.
    """
    texts: dict[str, Text] = {}
    traits: dict[tuple[str, str], Trait] = {}
    ties: dict[tuple[str, tuple[str, str]], Tie] = {}
    for one in found:
        lead = int(one.lead["network_id"])
        for text in one.texts:
            said = text.text if reveal else masked_text(text.text, text.spans, one.names)
            place, source = _clean(text.place), _clean(text.source)
            texts[text.id] = Text(text.id, _clean(text.id), lead, _clean(said), text.posted_at, place, source)
        for edge in one.edges:
            if edge["hub"]:
                continue
            key = (edge["kind"], edge["value"])
            label = edge["value"] if reveal else masked_value(*key)
            traits.setdefault(key, Trait(*key, _clean(label), lead))
            ties[edge["id"], key] = Tie(edge["id"], key, lead, float(edge["weight"]), edge["why"])
    return Network(texts, traits, tuple(ties.values()))


def numbered(network: Network) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """A name for each text and each trait that says nothing of what it holds: "text-1", "trait-1" and so on.

    A digest of a telephone number can be turned back by trying all numbers; a place in a list can't.
    """
    texts = {key: f"text-{place}" for place, key in enumerate(network.texts, start=1)}
    return texts, {key: f"trait-{place}" for place, key in enumerate(network.traits, start=1)}


def _clean(text: str | None) -> str:
    return _NOT_XML.sub("\ufffd", text or "")
