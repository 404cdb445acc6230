"""The traces by which texts are tied to one another, and how far each can be trusted."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class TraitKind:
    """One kind of trait. `label` is the French noun with its article, as a sentence says it.

    `reliability` multiplies the bits of the rarity: 1 for what one organisation alone can hold, less for what strangers
    may come to share. `contact` is what a reader answers to; `links` is False for what supports a tie but makes none.
    """

    code: str
    label: str
    feminine: bool
    reliability: float
    contact: bool = False
    payment: bool = False
    links: bool = True

    @property
    def same(self) -> str:
        """The label as "the same one": « Même numéro de téléphone »."""
        return f"Même {self.label}"


_KINDS = (
    TraitKind("phone", "numéro de téléphone", False, 1.0, contact=True),
    TraitKind("email", "adresse électronique", True, 1.0, contact=True),
    TraitKind("handle", "compte de réseau social", False, 0.9, contact=True),
    TraitKind("url", "lien", False, 0.6),
    TraitKind("iban", "compte bancaire", False, 1.0, payment=True),
    TraitKind("payment", "compte de paiement", False, 0.9, payment=True),
    TraitKind("crypto", "portefeuille de cryptoactifs", False, 1.0, payment=True),
    TraitKind("plate", "plaque d’immatriculation", True, 0.8),
    TraitKind("template", "modèle de texte", False, 0.6),
    TraitKind("image", "image", True, 0.7),
    TraitKind("name", "identité", True, 0.3, links=False),
    TraitKind("tour", "circuit de villes aux mêmes dates", False, 0.4, links=False),
)
KINDS: Mapping[str, TraitKind] = MappingProxyType({kind.code: kind for kind in _KINDS})
IDENTIFYING = tuple(code for code in KINDS if code not in {"template", "image", "tour", "name"})
CONTACTS = tuple(kind.code for kind in _KINDS if kind.contact)
PAYMENTS = tuple(kind.code for kind in _KINDS if kind.payment)
