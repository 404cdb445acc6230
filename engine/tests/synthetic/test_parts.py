"""Numbers, noise and the plan, each by itself."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban

from maillon_engine.synthetic import numbers
from maillon_engine.synthetic.casts import _iban
from maillon_engine.synthetic.noise import LEVELS, disturbed
from maillon_engine.synthetic.plan import planned


@pytest.mark.parametrize(
    ("value", "words"),
    {
        0: "zéro",
        17: "dix-sept",
        21: "vingt et un",
        34: "trente-quatre",
        70: "soixante-dix",
        71: "soixante et onze",
        77: "soixante-dix-sept",
        80: "quatre-vingts",
        81: "quatre-vingt-un",
        91: "quatre-vingt-onze",
        98: "quatre-vingt-dix-huit",
    }.items(),
)
def test_numbers_in_french_words(value, words):
    assert numbers.french(value) == words


@given(seed=st.integers(0, 50), first=st.integers(0, numbers.CAPACITY - 2))
def test_every_ordinal_has_a_number_of_its_own_and_none_is_the_platform_s(seed, first):
    pair = {numbers.number(first, seed), numbers.number(first + 1, seed), numbers.HUB}
    assert len(pair) == 3
    assert all(one.startswith(numbers.PREFIXES) and len(one) == 10 for one in pair)


def test_all_numbers_differ():
    assert len({numbers.number(ordinal, 9) for ordinal in range(numbers.CAPACITY)}) == numbers.CAPACITY


@given(st.integers(0, 10**11 - 1))
def test_ibans_hold_their_check_digits(account):
    assert iban.is_valid(_iban(account), check_country=True)


@given(level=st.sampled_from(LEVELS), seed=st.integers(0, 10**6))
def test_noise_never_breaks_a_slot(level, seed):
    sentences = ["Loue studio calme à <city>.", "Contact : <phone> le soir", "Tarif <rent>."]
    text = disturbed(sentences, level, ["bien", "ici"], Random(seed))
    assert text.count("<") == text.count(">")
    assert set(text.split()) & {"<city>.", "<phone>", "<rent>."}
    if level == 0:
        assert text == " ".join(sentences)


@given(documents=st.integers(1, 400), seed=st.integers(0, 99), share=st.floats(0, 1))
def test_a_plan_gives_every_place_one_author_and_every_cluster_all_its_turns(documents, seed, share):
    plan = planned(documents, seed, share)
    authors = [plan.author(position) for position in range(documents)]
    assert len(set(authors)) == documents
    assert sum(author.cluster is not None for author in authors) == plan.starts[-1] <= documents * share
