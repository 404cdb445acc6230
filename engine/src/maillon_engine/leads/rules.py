"""The rules of evidence. Each looks at one network and gives reasons for or against a hand that organises it.

What one person alone can do counts for nothing: many adverts, many towns, a hidden number, any wording. Movement words,
stated age and the like were tested and found not predictive (Lugo-Graulich et al. 2024); no rule reads them.
"""

from collections.abc import Callable, Iterator, Sequence
from math import log2

from maillon_engine.leads.material import Evidence, Held, Network, Span, Trait

TESTED = "Lugo-Graulich et al., Journal of Human Trafficking, 2024, doi 10.1080/23322705.2024.2349447"
EXPERT = "Indicateurs d’experts, non éprouvés contre des annonces indépendantes (même source, section des liens)"
STRUCTURE = "Structure observée dans ce lot"
MOST_SPANS = 60

_CONTACTS = frozenset({"phone", "email", "handle"})
_PHONES = frozenset({"phone"})
_PAYMENTS = frozenset({"iban", "payment", "crypto"})
_WORDS = {
    "phone": "Un même numéro",
    "email": "Une même adresse électronique",
    "handle": "Un même compte",
    "iban": "Un même compte bancaire",
    "payment": "Un même compte de paiement",
    "crypto": "Un même portefeuille",
}


def persons_on_contact(network: Network) -> Iterator[Evidence]:
    """One number, address or account presented as several persons."""
    for held in _counting(network, _CONTACTS):
        names = network.names_of(held.documents)
        if len(names) > 1:
            statement = f"{_WORDS[held.trait[0]]} est présenté sous {len(names)} prénoms dans {_texts(held)}."
            spans = [*_trait_spans(network, held), *_name_spans(network, held.documents)]
            yield _for("persons", "persons_on_contact", "expert", EXPERT, statement, held, len(names), spans)


def shared_over_phones(network: Network) -> Iterator[Evidence]:
    """A payment account, an account or an address that serves several telephone numbers."""
    for held in _counting(network, _PAYMENTS | {"handle", "email"}):
        phones = network.contacts_of(held.documents, _PHONES)
        if len(phones) > 1:
            statement = f"{_WORDS[held.trait[0]]} sert à {len(phones)} numéros de téléphone dans {_texts(held)}."
            code = "payment_over_phones" if held.trait[0] in _PAYMENTS else "account_over_phones"
            spans = [*_trait_spans(network, held), *_contact_spans(network, held.documents, phones)]
            yield _for("shared", code, "expert", EXPERT, statement, held, len(phones), spans)


def contacts_under_template(network: Network) -> Iterator[Evidence]:
    """One text signed with several contacts."""
    for held in _counting(network, frozenset({"template"})):
        phones = network.contacts_of(held.documents, _PHONES) or network.contacts_of(held.documents, _CONTACTS)
        if len(phones) > 1:
            names = len(network.names_of(held.documents))
            signed = f"{len(phones)} coordonnées" + (f" et {names} prénoms" if names > 1 else "")
            statement = f"Un même modèle de texte est signé de {signed} dans {_texts(held)}."
            spans = _contact_spans(network, held.documents, phones)
            yield _for("template", "contacts_under_template", "expert", EXPERT, statement, held, len(phones), spans)


def circuit(network: Network) -> Iterator[Evidence]:
    """Several contacts that go through the same towns on the same days."""
    for held in _counting(network, frozenset({"tour"})):
        contacts = network.contacts_of(held.documents, _CONTACTS)
        if len(contacts) > 1:
            towns = held.trait[1].split("@")[0].count(">") + 1
            statement = f"{len(contacts)} coordonnées passent ensemble par les mêmes {towns} villes, aux mêmes dates."
            spans = _contact_spans(network, held.documents, contacts)
            yield _for("circuit", "circuit", "structural", STRUCTURE, statement, held, len(contacts), spans)


def number_hidden(network: Network) -> Iterator[Evidence]:
    """Numbers hidden from machines: tested and predictive, and yet it raises nothing alone."""
    texts = len({span[0] for span in network.hidden})
    if texts:
        statement = f"Le numéro est dissimulé (lettres, mots ou signes) dans {_counted(texts)} sur {network.readable}."
        yield Evidence(
            "sign",
            "number_hidden",
            "for",
            "predictive",
            TESTED,
            statement,
            _bits(log2(1 + texts)),
            network.hidden[:MOST_SPANS],
        )


def voice(network: Network) -> Iterator[Evidence]:
    """Somebody speaks for several, or about another: counts beside a tie, never alone."""
    for code, said in (
        ("plural_voice", "au nom de plusieurs personnes"),
        ("third_person_voice", "d’une autre personne"),
    ):
        spans = network.signs.get(code, ())
        texts = len({span[0] for span in spans})
        if texts:
            statement = f"{_counted(texts).capitalize()} sur {network.readable} : on y parle {said}."
            yield Evidence(
                "sign", code, "for", "expert", EXPERT, statement, _bits(log2(1 + texts) / 2), spans[:MOST_SPANS]
            )


def drug_crossing(network: Network) -> Iterator[Evidence]:
    """Words or pictures of drugs among these texts: shown, and worth nothing."""
    spans = sorted(span for code in ("drug_slang", "drug_emoji") for span in network.signs.get(code, ()))
    if spans:
        statement = f"Croisement : des mots ou des signes de drogue dans {_counted(len({span[0] for span in spans}))}."
        yield Evidence("sign", "drug_crossing", "for", "weak", EXPERT, statement, 0.0, spans[:MOST_SPANS])


def one_contact(network: Network) -> Iterator[Evidence]:
    """Against: a single number; one person may sign with several names."""
    contacts = network.contacts_of(frozenset(network.documents), _CONTACTS)
    if len(contacts) == 1:
        yield _against("one_contact", "Une seule coordonnée : une même personne peut signer de plusieurs prénoms.")


def one_name(network: Network) -> Iterator[Evidence]:
    """Against: everything under one name."""
    names = network.names_of(frozenset(network.documents))
    if len(names) == 1:
        yield _against("one_name", "Un seul prénom partout : il peut s’agir d’une personne qui a plusieurs numéros.")


def few_texts(network: Network) -> Iterator[Evidence]:
    """Against: a handful of texts."""
    if len(network.documents) < 4:
        yield _against("few_texts", f"Peu de matière : {len(network.documents)} textes seulement.")


def hubs(network: Network) -> Iterator[Evidence]:
    """Against: shared traits that were set aside."""
    aside = sum(held.hub for held in network.held)
    if aside:
        yield _against(
            "hubs", f"Écartés : {aside} éléments partagés bien au-delà de ce réseau, qui ne relient personne."
        )


RULES: Sequence[Callable[[Network], Iterator[Evidence]]] = (
    persons_on_contact, shared_over_phones, contacts_under_template, circuit, number_hidden, voice, drug_crossing,
    one_contact, one_name, few_texts, hubs,
)  # fmt: skip


def organised(evidence: Sequence[Evidence], network: Network) -> bool:
    """Whether the evidence speaks of a third party: something shared over several numbers; or three names and more on
    one contact; or two of the families persons, template and circuit. What one person with one number and one name
    can leave meets none of these (guardrail G2); nor do two who copied a text from one another."""
    families = {item.family for item in evidence if item.side == "for"} - {"sign"}
    if "shared" in families:
        return True
    most = max((len(network.names_of(held.documents)) for held in _counting(network, _CONTACTS)), default=0)
    return most >= 3 or len(families) >= 2


def strength(evidence: Sequence[Evidence]) -> float:
    """The bits of all that speaks for an organisation; about texts, never about a person (guardrail G1)."""
    return _bits(sum(item.bits for item in evidence if item.side == "for"))


def _counting(network: Network, kinds: frozenset[str]) -> Iterator[Held]:
    return (held for held in network.held if held.trait[0] in kinds and not held.hub and held.bits > 0)


def _for(
    family: str,
    code: str,
    evidence_class: str,
    source: str,
    statement: str,
    held: Held,
    several: int,
    spans: Sequence[Span],
) -> Evidence:
    # Of two the trait says half of its bits, of many almost all.
    bits = _bits(held.bits * (1 - 1 / several))
    return Evidence(family, code, "for", evidence_class, source, statement, bits, sorted(set(spans))[:MOST_SPANS])


def _against(code: str, statement: str) -> Evidence:
    return Evidence("against", code, "against", "structural", STRUCTURE, statement, 0.0, ())


def _bits(value: float) -> float:
    return round(value, 2)


def _texts(held: Held) -> str:
    before = {0: "", 1: ", dont 1 texte antérieur, non conservé"}
    several = f", dont {held.earlier} textes antérieurs, non conservés"
    return _counted(len(held.documents)) + before.get(held.earlier, several)


def _counted(texts: int) -> str:
    return f"{texts} texte" if texts == 1 else f"{texts} textes"


def _trait_spans(network: Network, held: Held) -> list[Span]:
    return [span for one in sorted(held.documents) for span in network.spans.get((one, held.trait), ())]


def _contact_spans(network: Network, documents: frozenset[str], contacts: frozenset[Trait]) -> list[Span]:
    return [
        span for one in sorted(documents) for trait in sorted(contacts) for span in network.spans.get((one, trait), ())
    ]


def _name_spans(network: Network, documents: frozenset[str]) -> list[Span]:
    return [
        span
        for one in sorted(documents)
        for name in sorted(network.names.get(one, ()))
        for span in network.named.get((one, name), ())
    ]
