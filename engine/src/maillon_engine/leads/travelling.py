"""The reason of travel: one set of contacts that goes through the same towns on the same days."""

from collections.abc import Iterator
from dataclasses import dataclass

from maillon_engine.leads.material import Evidence, Held, Network, Span, Trait
from maillon_engine.leads.stating import SIGN, STRUCTURE, against, contact_spans, reason
from maillon_engine.linking import circuits

_TOUR = frozenset({"tour"})
# Two friends travel together; three who keep the same towns and days follow somebody's plan.
_SET = 3
# One journey of two is a journey of friends; two who keep it up for so many stays are worth a second reason.
_ROUND = 5


@dataclass(frozen=True, slots=True)
class Circuit:
    """A circuit of a network: who is on it, how many towns and stays it has, and when it began."""

    held: Held
    contacts: frozenset[Trait]
    towns: int
    stays: int
    began: str


def best(network: Network) -> Circuit | None:
    """The circuit of most contacts, then of most stays."""
    found = [_circuit(network, held) for held in network.counting(_TOUR)]
    several = [one for one in found if len(one.contacts) > 1]
    return max(several, key=lambda one: (len(one.contacts), one.stays, one.held.trait), default=None)


def _circuit(network: Network, held: Held) -> Circuit:
    said = circuits.read(held.trait[1])
    return Circuit(held, network.alike(held.documents), said.places, said.stays, said.began)


def circuit(network: Network) -> Iterator[Evidence]:
    """Several contacts that go through the same towns on the same days."""
    found = best(network)
    if found is None:
        return
    year, month, day = found.began.split("-")
    statement = (
        f"{len(found.contacts)} coordonnées passent ensemble par {found.towns} villes, en {found.stays} séjours aux"
        f" mêmes dates à deux jours près, à partir du {day}/{month}/{year}."
    )
    spans = contact_spans(network, found.held.documents, found.contacts)
    family = "circuit" if _counts(network, found) else SIGN
    yield reason(
        family, "circuit", statement, found.held, len(found.contacts), spans,
        evidence_class="structural", source=STRUCTURE,
    )  # fmt: skip


def alone(network: Network) -> bool:
    """Whether the circuit shows a third party by itself: three contacts or more, and nothing else that explains it."""
    found = best(network)
    return found is not None and len(found.contacts) >= _SET and _counts(network, found)


def _counts(network: Network, found: Circuit) -> bool:
    long_enough = len(found.contacts) >= _SET or found.stays >= _ROUND
    return long_enough and not occasions(network, found) and not outsiders(found)


def occasions(network: Network, found: Circuit) -> list[Span]:
    """Where the texts of a circuit speak of a fair, a market or work of a season: half of them, or else nothing."""
    words = sorted(network.signed("occasion", found.held.documents))
    return words if 2 * len({span[0] for span in words}) >= len(found.held.documents) else []


def outsiders(found: Circuit) -> int:
    """How many texts of others are on the same circuit, where they are at least as many as the network's own."""
    others = found.held.everywhere - len(found.held.documents)
    return others if others >= len(found.held.documents) else 0


def otherwise(network: Network) -> Iterator[Evidence]:
    """Against: what explains a circuit without anybody who plans it."""
    found = best(network)
    if found is None:
        return
    if words := occasions(network, found):
        said = len({span[0] for span in words})
        yield against(
            "occasion",
            f"{said} textes du circuit sur {len(found.held.documents)} parlent d’une foire, d’un marché ou d’une"
            " saison : des inconnus y vont aux mêmes dates. Le circuit ne compte pas.",
            words,
        )
    elif others := outsiders(found):
        yield against(
            "common_circuit",
            f"{others} textes étrangers à ce groupe suivent le même circuit : une cause commune est probable."
            " Le circuit ne compte pas.",
        )
    elif len(found.contacts) < _SET:
        yield against(
            "pair", "Deux coordonnées seulement voyagent ensemble : deux personnes peuvent le faire de leur plein gré."
        )
