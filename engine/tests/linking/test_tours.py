"""How close authors have to travel before it is no chance: the more there are in a batch, the closer."""

from itertools import combinations

import pytest

from maillon_engine.linking.tours import Meeting, parties


def met(*pairs, bits):
    return {pair: Meeting(bits, {}) for pair in pairs}


@pytest.mark.parametrize(
    ("members", "bits", "authors", "found"),
    [
        ("ab", 12, 10, 0), ("ab", 17, 10, 1), ("ab", 17, 1000, 0), ("ab", 31, 1000, 1),
        ("abc", 12, 10, 1), ("abc", 12, 10_000, 0), ("abc", 26, 10_000, 1),
    ],
)  # fmt: skip
def test_a_larger_batch_asks_for_more_and_a_larger_set_for_less(members, bits, authors, found):
    assert len(list(parties(met(*combinations(members, 2), bits=bits), authors))) == found


def test_nobody_joins_through_a_third():
    chain = met(("a", "b"), ("b", "c"), ("c", "d"), bits=40)
    assert [sorted(party.members) for party in parties(chain, 10)] == [["a", "b", "c"]]


def test_the_order_of_the_pairs_changes_nothing():
    pairs = met(*combinations("abcde", 2), bits=30)
    turned = dict(reversed(pairs.items()))
    assert list(parties(pairs, 50)) == list(parties(turned, 50))
