"""How a reason is written: its class and the source of the class, its bits, its French, its places in the texts."""

from collections.abc import Iterable, Sequence

from maillon_engine.leads.material import Evidence, Held, Network, Span, Trait

TESTED = (
    "Lugo-Graulich et al., Journal of Human Trafficking, 2024, doi 10.1080/23322705.2024.2349447"
    " (annonces en anglais, États-Unis ; non éprouvé en français)"
)
EXPERT = "Indicateurs d’experts, non éprouvés contre des annonces indépendantes (même source, section des liens)"
SWITCHBOARD = (
    "Indicateur d’experts : un standard pour plusieurs personnes (enquête de RMC, 2015), non éprouvé contre des"
    " annonces indépendantes"
)
CROSSING = (
    "Indicateur d’experts : mêmes traces dans un dossier de drogue et une annonce (Fondation Scelles, « Narcotrafic et"
    " proxénétisme »), non éprouvé"
)
STRUCTURE = "Structure observée dans ce lot"
MOST_SPANS = 60
# The families of reasons that speak of somebody who organises; those of "sign" stand beside them and raise nothing.
SIGN, AGAINST = "sign", "against"

SAME = {
    "phone": "Un même numéro",
    "email": "Une même adresse électronique",
    "handle": "Un même compte",
    "url": "Un même lien",
    "iban": "Un même compte bancaire",
    "payment": "Un même compte de paiement",
    "crypto": "Un même portefeuille",
    "plate": "Une même plaque",
}


def reason(
    family: str,
    code: str,
    statement: str,
    held: Held,
    several: int,
    spans: Iterable[Span],
    *,
    evidence_class: str = "expert",
    source: str = EXPERT,
) -> Evidence:
    """A reason that a shared trait gives: of two it ties together it says half of its bits, of many almost all."""
    bits = rounded(held.bits * (1 - 1 / several))
    return Evidence(family, code, "for", evidence_class, source, statement, bits, sorted(set(spans))[:MOST_SPANS])


def sign(
    code: str, statement: str, bits: float, spans: Sequence[Span], evidence_class: str, source: str = EXPERT
) -> Evidence:
    """A sign that stands beside a tie and raises nothing alone."""
    return Evidence(SIGN, code, "for", evidence_class, source, statement, rounded(bits), spans[:MOST_SPANS])


def against(code: str, statement: str, spans: Sequence[Span] = ()) -> Evidence:
    """What speaks against somebody who organises, or would weaken what speaks for it."""
    return Evidence(AGAINST, code, "against", "structural", STRUCTURE, statement, 0.0, spans[:MOST_SPANS])


def rounded(bits: float) -> float:
    """Bits as they are shown."""
    return round(bits, 2)


def texts(count: int) -> str:
    """« 1 texte », « 3 textes »."""
    return f"{count} texte" if count == 1 else f"{count} textes"


def holders(held: Held) -> str:
    """« 5 textes, dont 2 textes antérieurs, non conservés »."""
    before = {0: "", 1: ", dont 1 texte antérieur, non conservé"}
    several = f", dont {held.earlier} textes antérieurs, non conservés"
    return texts(len(held.documents)) + before.get(held.earlier, several)


def trait_spans(network: Network, held: Held) -> list[Span]:
    """Where a trait stands in the documents that hold it."""
    return contact_spans(network, held.documents, [held.trait])


def contact_spans(network: Network, documents: frozenset[str], contacts: Iterable[Trait]) -> list[Span]:
    """Where these traits stand in these documents."""
    wanted = sorted(contacts)
    return [span for one in sorted(documents) for trait in wanted for span in network.spans.get((one, trait), ())]


def name_spans(network: Network, documents: frozenset[str]) -> list[Span]:
    """Where these documents present somebody."""
    return [
        span
        for one in sorted(documents)
        for name in sorted(network.names.get(one, ()))
        for span in network.named[one, name]
    ]
