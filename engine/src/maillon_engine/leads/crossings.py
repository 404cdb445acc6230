"""Where texts about drugs meet adverts: shown with the places in both, worth nothing, and raising nothing."""

from collections.abc import Iterator

from maillon_engine.leads.material import CONTACTS, PAYMENTS, Evidence, Held, Network, Span
from maillon_engine.leads.stating import CROSSING, SAME, sign, texts, trait_spans

_CROSSING = CONTACTS | PAYMENTS | {"plate", "url"}


def drug_crossing(network: Network) -> Iterator[Evidence]:
    """A trait that stands in a text that speaks of drugs and in one that doesn't; or drug words throughout.

    An emoji alone means nothing, and none is read here.
    """
    words = sorted(network.signs.get("drug_slang", ()))
    about = frozenset(span[0] for span in words)
    crossed = [held for held in network.counting(_CROSSING) if held.documents & about and held.documents - about]
    for held in crossed:
        yield _crossing(network, held, about, words)
    if words and not crossed:
        statement = f"Des mots de la drogue dans {texts(len(about))} sur {network.readable} : signe faible."
        yield sign("drug_words", statement, 0.0, words, "weak")


def _crossing(network: Network, held: Held, about: frozenset[str], words: list[Span]) -> Evidence:
    reports, adverts = held.documents & about, held.documents - about
    statement = (
        f"Croisement : {SAME[held.trait[0]].lower()} figure dans {texts(len(reports))} qui"
        f" {'parle' if len(reports) == 1 else 'parlent'} de drogue et dans {texts(len(adverts))} qui n’en"
        f" {'parle' if len(adverts) == 1 else 'parlent'} pas."
    )
    shared = trait_spans(network, held)
    told = [span for span in (*words, *shared) if span[0] in reports]
    return sign(
        "drug_crossing", statement, 0.0, _alternating(told, [s for s in shared if s[0] in adverts]), "weak", CROSSING
    )


def _alternating(told: list[Span], advertised: list[Span]) -> list[Span]:
    """One text of each side in turn, so that both are among the first that a page shows."""
    sides = [_by_text(told), _by_text(advertised)]
    most = max(map(len, sides))
    return [span for place in range(most) for side in sides if place < len(side) for span in side[place]]


def _by_text(spans: list[Span]) -> list[list[Span]]:
    found: dict[str, list[Span]] = {}
    for span in sorted(set(spans)):
        found.setdefault(span[0], []).append(span)
    return list(found.values())
