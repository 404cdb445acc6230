"""Signs in the wording: they stand beside a tie, and none of them raises anything alone.

Signs that were tested and found not predictive are read nowhere here: words of movement, a stated age, looks, screening
of clients (Lugo-Graulich et al. 2024). Origin and nationality are never read.
"""

from collections.abc import Iterator
from math import log2

from maillon_engine.leads.material import Evidence, Network
from maillon_engine.leads.stating import TESTED, sign, texts

_VOICES = (("plural_voice", "au nom de plusieurs personnes"), ("third_person_voice", "d’une autre personne"))


def number_hidden(network: Network) -> Iterator[Evidence]:
    """Numbers hidden from machines: tested and predictive, and yet it raises nothing alone."""
    count = len({span[0] for span in network.hidden})
    if count:
        statement = f"Le numéro est dissimulé (lettres, mots ou signes) dans {texts(count)} sur {_all(network)}."
        yield sign("number_hidden", statement, log2(1 + count), network.hidden, "predictive", TESTED)


def voice(network: Network) -> Iterator[Evidence]:
    """Somebody speaks for several, or about another."""
    for code, said in _VOICES:
        spans = network.signs.get(code, ())
        count = len({span[0] for span in spans})
        if count:
            statement = f"On y parle {said} dans {texts(count)} sur {_all(network)}."
            yield sign(code, statement, log2(1 + count) / 2, spans, "expert")


def vouching(network: Network) -> Iterator[Evidence]:
    """Texts that vouch for the person: somebody else seems to speak."""
    spans = network.signs.get("vouching", ())
    count = len({span[0] for span in spans})
    if count:
        statement = f"Le texte se porte garant de quelqu’un dans {texts(count)} sur {_all(network)}."
        yield sign("vouching", statement, log2(1 + count) / 2, spans, "predictive", TESTED)


def youth(network: Network) -> Iterator[Evidence]:
    """Words that suggest youth: shown, and worth nothing in the order, since they are about a person (guardrail G1)."""
    spans = network.signs.get("youth", ())
    count = len({span[0] for span in spans})
    if count:
        statement = (
            f"Des mots suggèrent la jeunesse dans {texts(count)} sur {_all(network)}. Montré sans compter dans l’ordre"
            " des pistes."
        )
        yield sign("youth", statement, 0.0, spans, "predictive", TESTED)


def _all(network: Network) -> int:
    return network.readable
