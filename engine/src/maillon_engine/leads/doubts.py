"""What speaks against a hand that organises."""

from collections.abc import Iterator

from maillon_engine.leads import houses
from maillon_engine.leads.material import CONTACTS, PHONES, Evidence, Network
from maillon_engine.leads.stating import against

_FEW = 4


def one_contact(network: Network) -> Iterator[Evidence]:
    """Against: a single number; one person may sign with several names."""
    if len(network.contacts_of(frozenset(network.documents), CONTACTS)) == 1:
        yield against("one_contact", "Une seule coordonnée : une même personne peut signer de plusieurs prénoms.")


def one_name(network: Network) -> Iterator[Evidence]:
    """Against: everything under one name."""
    if len(network.names_of(frozenset(network.documents))) == 1:
        yield against("one_name", "Un seul prénom partout : il peut s’agir d’une personne qui a plusieurs numéros.")


def one_identity(network: Network) -> Iterator[Evidence]:
    """Against: texts with different numbers that seem to name the same person."""
    for held in network.counting(frozenset({"name"})):
        numbers = network.alike(held.documents)
        if len(numbers) > 1:
            yield against(
                "one_identity",
                f"{len(held.documents)} textes à {len(numbers)} coordonnées semblent nommer la même personne :"
                " elle peut avoir changé de numéro.",
            )


def house(network: Network) -> Iterator[Evidence]:
    """Against: a number that texts call a hotel's, a taxi's, an agency's or a shop's."""
    for held in network.counting(PHONES):
        if words := houses.said(network, held):
            counted = "Il ne compte pas." if houses.serves_strangers(network, held) else "À vérifier avant tout."
            yield against(
                "house_number",
                f"Un numéro partagé est dit d’un hôtel, d’un taxi, d’une agence ou d’un commerce dans"
                f" {len(words)} de ses {len(held.documents)} textes. {counted}",
                words,
            )


def few_texts(network: Network) -> Iterator[Evidence]:
    """Against: a handful of texts."""
    if len(network.documents) < _FEW:
        yield against("few_texts", f"Peu de matière : {len(network.documents)} textes seulement.")


def hubs(network: Network) -> Iterator[Evidence]:
    """Against: shared traits that were set aside."""
    aside = sum(held.hub for held in network.held)
    if aside == 1:
        yield against("hubs", "Écarté : un élément partagé bien au-delà de ce groupe, qui ne relie personne.")
    elif aside:
        yield against(
            "hubs", f"Écartés : {aside} éléments partagés bien au-delà de ce groupe, qui ne relient personne."
        )
