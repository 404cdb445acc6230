"""What the rules look at: one network at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Span = tuple[str, int, int]
# Kind and value of a trait: ("phone", "+33639980001").
Trait = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """A trait that several documents of the network hold: its bits, whether it is a hub, and who holds it; `earlier`
    of them are texts of other batches that were not kept."""

    trait: Trait
    bits: float
    hub: bool
    documents: frozenset[str]
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

    def contacts_of(self, documents: frozenset[str], kinds: frozenset[str]) -> frozenset[Trait]:
        """The contacts of these kinds in these documents."""
        return frozenset(trait for one in documents for trait in self.contacts.get(one, ()) if trait[0] in kinds)

    def names_of(self, documents: frozenset[str]) -> frozenset[str]:
        """The names that these documents present."""
        return frozenset(name for one in documents for name in self.names.get(one, ()))


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
