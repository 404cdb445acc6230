"""What the rules look at: one network at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Span = tuple[str, int, int]
# Kind and value of a trait: ("phone", "+33639980001").
Trait = tuple[str, str]

CONTACTS = frozenset({"phone", "email", "handle"})
PHONES = frozenset({"phone"})
PAYMENTS = frozenset({"iban", "payment", "crypto"})


@dataclass(frozen=True, slots=True)
class Held:
    """A trait that several documents of the network hold: its bits, whether it is a hub, and who holds it.

    `everywhere` is how many documents of the batch hold it, those outside of the network too; `earlier` of its holders
    are texts of other batches that were not kept.
    """

    trait: Trait
    bits: float
    hub: bool
    documents: frozenset[str]
    everywhere: int = 0
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class Network:
    """The documents of a network; of each its contacts and the names it presents; the traits that tie them.

    `spans` says where a trait stands in a document, `named` where a name does. `hidden` are the spans of numbers that
    were hidden from machines, `signs` those of the signs in the wording, by code. `earlier` are those of the documents
    that were not kept: they have contacts and names, and no spans.
    """

    documents: Sequence[str]
    held: Sequence[Held]
    contacts: Mapping[str, frozenset[Trait]]
    names: Mapping[str, frozenset[str]]
    spans: Mapping[tuple[str, Trait], Sequence[Span]]
    named: Mapping[tuple[str, str], Sequence[Span]]
    hidden: Sequence[Span]
    signs: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    earlier: frozenset[str] = frozenset()

    @property
    def readable(self) -> int:
        """How many of the documents can be read."""
        return len(self.documents) - len(self.earlier)

    def counting(self, kinds: frozenset[str]) -> Sequence[Held]:
        """The traits of these kinds that tie: no hubs."""
        return [held for held in self.held if held.trait[0] in kinds and not held.hub and held.bits > 0]

    def contacts_of(self, documents: frozenset[str], kinds: frozenset[str]) -> frozenset[Trait]:
        """The contacts of these kinds in these documents."""
        return frozenset(trait for one in documents for trait in self.contacts.get(one, ()) if trait[0] in kinds)

    def alike(self, documents: frozenset[str]) -> frozenset[Trait]:
        """The contacts of one sort (numbers, addresses, accounts of one platform) of which these documents give most.

        One person has a number, an address and an account: sorts are not added up.
        """
        sorts: dict[str, set[Trait]] = {"phone": set()}
        for trait in sorted(self.contacts_of(documents, CONTACTS)):
            sorts.setdefault(_sort(trait), set()).add(trait)
        most = max(map(len, sorts.values()))
        return frozenset(next(several for several in sorts.values() if len(several) == most))

    def names_of(self, documents: frozenset[str]) -> frozenset[str]:
        """The names that these documents present."""
        return frozenset(name for one in documents for name in self.names.get(one, ()))

    def signed(self, code: str, documents: frozenset[str]) -> Sequence[Span]:
        """Where these documents have a sign."""
        return [span for span in self.signs.get(code, ()) if span[0] in documents]


def _sort(trait: Trait) -> str:
    kind, value = trait
    return f"{kind} {value.split(':')[0]}" if kind == "handle" else kind


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason, as the table of leads has it (`schemas.EVIDENCE`). `family` groups what is said of the same fact."""

    family: str
    code: str
    side: str
    evidence_class: str
    source: str
    statement: str
    bits: float
    spans: Sequence[Span]
