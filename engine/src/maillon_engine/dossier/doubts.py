"""What would weaken a piece of evidence: the ordinary explanations that whoever reads a lead looks into first."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

DOUBTS: Mapping[str, str] = MappingProxyType(
    {
        "persons_on_contact": "le numéro ou le compte est celui d’un service que beaucoup donnent (hôtel, site), ou "
        "une même personne signe de plusieurs prénoms",
        "account_over_phones": "une même personne a changé de numéro et gardé son compte",
        "payment_over_phones": "le compte est celui d’un intermédiaire que beaucoup utilisent, ou d’une même personne "
        "qui a changé de numéro",
        "standard_number": "le standard est celui d’une agence, d’un commerce, d’un cabinet ou d’un hôtel",
        "contacts_under_template": "le texte est un modèle que l’on trouve tout fait, ou les uns l’ont copié sur les "
        "autres",
        "circuit": "une foire, un salon ou une saison mène tout un métier dans les mêmes villes aux mêmes dates",
        "number_hidden": "le site supprime les numéros écrits en clair : chacun y dissimule alors le sien",
        "plural_voice": "« nous » est une formule du site ou d’une traduction automatique",
        "vouching": "ces assurances sont une formule que tout le monde emploie sur ce site",
        "youth": "les mots parlent d’autre chose que d’une personne",
        "third_person_voice": "quelqu’un écrit pour une amie ou un parent qui le lui a demandé",
        "drug_crossing": "les mots ont ici un autre sens : ce croisement ne compte pas dans la force",
    }
)
ALWAYS = (
    "le numéro ou le compte a changé de main entre deux textes",
    "les textes sont les copies d’un seul, faites par le site ou par celui qui a constitué le lot",
)


def doubts(codes: Iterable[str]) -> list[str]:
    """What would weaken a lead that rests on evidence with these codes, each once, in their order; never nothing."""
    return [*dict.fromkeys(DOUBTS[code] for code in codes if code in DOUBTS), *ALWAYS]
