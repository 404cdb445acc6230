"""How the dossier says in French what the tables hold as codes."""

from collections.abc import Mapping

CLASSES: Mapping[str, str] = {
    "predictive": "signe mesuré comme prédictif",
    "expert": "avis d’experts, non mesuré",
    "structural": "constat sur les textes eux-mêmes",
    "weak": "signe faible, fréquent ailleurs : ne compte pas",
}
KINDS: Mapping[str, str] = {
    "phone": "téléphone", "email": "adresse e-mail", "handle": "compte", "url": "adresse web", "domain": "site",
    "iban": "IBAN", "payment": "moyen de paiement", "crypto": "adresse de cryptomonnaie", "plate": "immatriculation",
    "price": "prix", "place": "lieu", "tour_date": "dates de passage", "sign": "signe", "template": "modèle de texte",
    "image": "image", "name": "nom", "tour": "circuit", "number": "nombre", "words": "mots", "evidence": "indice",
}  # fmt: skip


def evidence_class(code: str | None) -> str:
    """The class of a piece of evidence."""
    return CLASSES.get(code or "", code or "classe non dite")


def kind(code: str | None) -> str:
    """The kind of an identifier, a trait or a slot."""
    return KINDS.get(code or "", code or "")
