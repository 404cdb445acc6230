"""The rules of evidence. Each looks at one network and gives reasons for or against a hand that organises it.

What one person alone can do counts for nothing: many adverts, many towns, a hidden number, any wording.
"""

from collections.abc import Callable, Iterator, Sequence

from maillon_engine.leads import doubts, sharing, travelling
from maillon_engine.leads.crossings import drug_crossing
from maillon_engine.leads.material import Evidence, Network
from maillon_engine.leads.stating import SIGN, rounded
from maillon_engine.leads.wording import number_hidden, voice, vouching, youth

RULES: Sequence[Callable[[Network], Iterator[Evidence]]] = (
    sharing.persons_on_contact, sharing.standard_number, sharing.shared_over_phones, sharing.contacts_under_template,
    travelling.circuit, number_hidden, voice, vouching, youth, drug_crossing,
    travelling.otherwise, doubts.one_contact, doubts.one_name, doubts.one_identity, doubts.house, doubts.few_texts,
    doubts.hubs,
)  # fmt: skip

# One person may sign with two names, a couple shares a telephone.
_NAMES = 3
# What a couple, or two friends, leave all the same ("persons", "copied") needs one of these beside it.
_STRONG = frozenset({"standard", "template", "circuit"})
_FAMILIES = 2


def reasons(network: Network) -> list[Evidence]:
    """All that speaks for and against."""
    return [item for rule in RULES for item in rule(network)]


def organised(evidence: Sequence[Evidence], network: Network) -> bool:
    """Whether the evidence speaks of a third party: something shared over several numbers; or three names and more on
    one contact; or a circuit of three contacts and more that nothing else explains; or two families of reasons, one of
    which is a switchboard, a text signed with three contacts and more, or a circuit (texts that several sign are one
    family, however many there are). What one person with one number and one name can leave meets none of these
    (guardrail G2); nor do a couple, or those who copied texts."""
    families = {item.family for item in evidence if item.side == "for"} - {SIGN}
    if "template" in families:  # who copied one text may have copied another: that is no second reason
        families.discard("copied")
    if "shared" in families:
        return True
    most = max((len(network.names_of(held.documents)) for held in sharing.contacts(network)), default=0)
    several = len(families) >= _FAMILIES and not families.isdisjoint(_STRONG)
    return most >= _NAMES or several or travelling.alone(network)


def strength(evidence: Sequence[Evidence]) -> float:
    """The bits of all that speaks for an organisation; about texts, never about a person (guardrail G1)."""
    return rounded(sum(item.bits for item in evidence if item.side == "for"))
