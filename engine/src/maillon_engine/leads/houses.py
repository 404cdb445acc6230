"""Numbers of hotels, taxis and agencies: strangers give them, and nobody there organises anything."""

from maillon_engine.leads.material import PHONES, Held, Network, Span

# How near a word such as "hôtel" stands before its number, in characters.
_NEAR = 40


def said(network: Network, held: Held) -> list[Span]:
    """Where such a word stands just before the number; nothing where fewer than half of its texts have one."""
    words = []
    for one in held.documents:
        starts = [start for _, start, _ in network.spans.get((one, held.trait), ())]
        near = [
            span
            for span in network.signed("house", frozenset({one}))
            if any(0 <= start - span[2] <= _NEAR for start in starts)
        ]
        words += near[:1]
    return sorted(words) if 2 * len(words) >= len(held.documents) else []


def serves_strangers(network: Network, held: Held) -> bool:
    """Whether a number that texts call a hotel's, a taxi's or an agency's stands beside numbers of their authors' own:
    then it ties nobody. Where it is the only way to reach them it may be a switchboard, and somebody has to look."""
    if held.trait[0] not in PHONES or not said(network, held):
        return False
    own = {one: network.contacts_of(frozenset({one}), PHONES) - {held.trait} for one in held.documents}
    return 2 * sum(map(bool, own.values())) > len(own) and len(frozenset().union(*own.values())) > 1
