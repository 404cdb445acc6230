"""Reasons of sharing: one number, account or text that serves several persons or numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator

from maillon_engine.leads import houses
from maillon_engine.leads.material import CONTACTS, PAYMENTS, PHONES, Evidence, Held, Network, Span, Trait
from maillon_engine.leads.stating import (
    SAME,
    SWITCHBOARD,
    contact_spans,
    holders,
    name_spans,
    reason,
    trait_spans,
)  # fmt: skip

# A couple shares a telephone too: without a word of a switchboard, three persons have to be asked for.
_ASKED_FOR = 3
# Two who know one another copy a text.
COPIED = 2
# A text of a number is a text like another; two show a habit.
_TEXTS = 2


def contacts(network: Network) -> list[Held]:
    """The shared contacts that may speak of somebody who organises."""
    return [held for held in network.counting(CONTACTS) if not houses.serves_strangers(network, held)]


def persons_on_contact(network: Network) -> Iterator[Evidence]:
    """One number, address or account presented as several persons."""
    for held in contacts(network):
        names = network.names_of(held.documents)
        if len(names) > 1:
            statement = f"{SAME[held.trait[0]]} apparaît sous {len(names)} prénoms dans {holders(held)}."
            spans = [*trait_spans(network, held), *name_spans(network, held.documents)]
            yield reason("persons", "persons_on_contact", statement, held, len(names), spans)


def standard_number(network: Network) -> Iterator[Evidence]:
    """One number that answers for several persons: texts speak of a switchboard, say whom to ask for, or give direct
    numbers beside it."""
    for held in contacts(network):
        if held.trait[0] in PHONES:
            yield from _switchboard(network, held)


def _switchboard(network: Network, held: Held) -> Iterator[Evidence]:
    names = network.names_of(held.documents)
    answered = network.signed("switchboard", held.documents)
    asked = _asked_for(network, held)
    direct = _direct(network, held)
    here, family, code = holders(held), "standard", "standard_number"
    if len(names) > 1 and len({span[0] for span in answered}) >= _TEXTS:
        statement = f"Un même numéro sert de standard à {len(names)} prénoms dans {here}."
        spans = [*trait_spans(network, held), *answered, *asked]
        yield reason(family, code, statement, held, len(names), spans, source=SWITCHBOARD)
    elif len(asked) >= _ASKED_FOR:
        statement = f"Sous un même numéro, on demande {len(names)} personnes par leur prénom dans {here}."
        spans = [*trait_spans(network, held), *asked]
        yield reason(family, code, statement, held, len(names), spans, source=SWITCHBOARD)
    elif direct:
        statement = f"Un même numéro est donné à côté de {direct} numéros directs dans {here}."
        spans = contact_spans(network, held.documents, network.contacts_of(held.documents, PHONES))
        yield reason(family, code, statement, held, direct, spans, source=SWITCHBOARD)


def _asked_for(network: Network, held: Held) -> list[Span]:
    """Each name that follows a word such as « demandez », once."""
    words = {(one, end) for one, _, end in network.signed("asked_for", held.documents)}
    found: dict[str, Span] = {}
    for one in sorted(held.documents):
        for name in sorted(network.names.get(one, ())):
            for span in network.named[one, name]:
                if any((one, span[1] - gap) in words for gap in (1, 2)):
                    found.setdefault(name, span)
    return list(found.values())


def _direct(network: Network, held: Held) -> int:
    """How many numbers stand beside this one, each in fewer texts than it; 0 for fewer than two."""
    beside = [network.contacts_of(frozenset({one}), PHONES) - {held.trait} for one in held.documents]
    several = frozenset().union(*beside)
    often = max((sum(trait in one for one in beside) for trait in several), default=0)
    enough = len(several) >= 2 and 2 * sum(map(bool, beside)) > len(beside) and often < len(beside)
    return len(several) if enough else 0


def shared_over_phones(network: Network) -> Iterator[Evidence]:
    """A payment account, an account or an address that serves several telephone numbers."""
    for held in network.counting(PAYMENTS | {"handle", "email"}):
        phones = network.contacts_of(held.documents, PHONES)
        if len(phones) > 1:
            here = holders(held)
            statement = f"{SAME[held.trait[0]]} sert à {len(phones)} numéros de téléphone dans {here}."
            code = "payment_over_phones" if held.trait[0] in PAYMENTS else "account_over_phones"
            spans = [*trait_spans(network, held), *contact_spans(network, held.documents, phones)]
            yield reason("shared", code, statement, held, len(phones), spans)


def contacts_under_template(network: Network) -> Iterator[Evidence]:
    """One text signed with several contacts."""
    for held in network.counting(frozenset({"template"})):
        signed = network.contacts_of(held.documents, PHONES) or network.contacts_of(held.documents, CONTACTS)
        if len(signed) > 1:
            names = len(network.names_of(held.documents))
            by = f"{len(signed)} coordonnées" + (f" et {names} prénoms" if names > 1 else "")
            statement = f"Un même modèle de texte est signé de {by} dans {holders(held)}."
            spans = contact_spans(network, held.documents, signed)
            family = "template" if _recurring(network, held, signed) > COPIED else "copied"
            yield reason(family, "contacts_under_template", statement, held, len(signed), spans)


def _recurring(network: Network, held: Held, signed: Iterable[Trait]) -> int:
    """How many of these contacts come back under the template. Strangers who say what their genre says sign once."""
    found = Counter(trait for one in held.documents for trait in network.contacts_of(frozenset({one}), CONTACTS))
    return sum(found[trait] > 1 for trait in signed)
