"""How signs combine: what must hold for every set of signs, whatever the data say."""

from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.guidance.concern import concern, counting
from maillon.guidance.enums import AgeClass, Concern, Dimension, Evidence, Seen, Strength, Trade
from maillon.guidance.facts import Facts
from maillon.guidance.records import Counts
from maillon.guidance.rulebook import load
from maillon.guidance.rules import reading
from maillon.guidance.turning import lowered_by, raised_by

BOOK = load()
SIGNS = tuple(BOOK.signs.values())
RULE = BOOK.indicators.combination
ORDER = tuple(Concern)
ADULT, MINOR = (Facts(age, frozenset()) for age in (AgeClass.ADULT, AgeClass.MINOR_15_17))
CODES = tuple(BOOK.signs)
sets = st.sets(st.sampled_from(CODES)).map(lambda found: [sign for sign in SIGNS if sign.code in found])


def read(seen, facts=ADULT, *, asked=SIGNS):
    codes = {sign.code for sign in seen}
    answers = {sign.code: Seen.SEEN if sign.code in codes else Seen.UNSURE for sign in [*asked, *seen]}
    return reading(answers, facts, BOOK)


def by_hand(strengths):
    """The rule as it is told: two strong, or one strong and another, or three medium, or two medium and a weak one."""
    strong, medium, weak = (strengths.count(one) for one in Strength)
    return strong >= 2 or (strong == 1 and medium + weak > 0) or medium >= 3 or (medium >= 2 and weak > 0)


@pytest.mark.parametrize("strong", range(4))
@pytest.mark.parametrize("medium", range(5))
@pytest.mark.parametrize("weak", range(4))
def test_a_dimension_is_shown_as_the_ilo_rule_says(strong, medium, weak):
    strengths = [Strength.STRONG] * strong + [Strength.MEDIUM] * medium + [Strength.WEAK] * weak
    assert RULE.met_by(Counts(strong, medium, weak)) is by_hand(strengths)


def first_screens():
    """Every set of what can be ticked on a trade's first screen, for an adult and for a minor."""
    for trade in Trade:
        for minor in (False, True):
            signs = BOOK.indicators.asked_of(trade, minor=minor)[:12]
            every = chain.from_iterable(combinations(signs, size) for size in range(len(signs) + 1))
            yield from ((seen, minor) for seen in every)


def test_every_answer_to_every_first_screen_is_the_rule_by_hand():
    for seen, minor in first_screens():
        groups = [seen] if minor else [[sign for sign in seen if sign.dimension is one] for one in Dimension]
        alone = minor and any(
            sign.strength is Strength.STRONG and sign.dimension is Dimension.EXPLOITATION for sign in seen
        )
        enough = alone or any(by_hand([sign.strength for sign in group]) for group in groups)
        expected = Concern.CONCERN if enough else Concern.ATTENTIVE if seen else Concern.NOTHING
        assert concern(seen, RULE, minor=minor) is expected


@given(seen=sets, minor=st.booleans())
def test_signs_tested_as_not_predictive_change_nothing(seen, minor):
    discarded = [sign for sign in SIGNS if sign.evidence is Evidence.NOT_PREDICTIVE]
    others = [sign for sign in seen if sign not in discarded]
    assert concern(others, RULE, minor=minor) is concern([*others, *discarded], RULE, minor=minor)


@pytest.mark.guardrail("G1")
def test_alone_they_are_nothing_whoever_the_person_is():
    discarded = BOOK.indicators.discarded()
    assert len(discarded) > 1
    for facts in (ADULT, MINOR):
        found = read(discarded, facts, asked=())
        assert found.concern is Concern.NOTHING
        assert found.reasons == ()
        assert found.set_aside == tuple(sign.code for sign in discarded)


@given(seen=sets, more=sets, minor=st.booleans())
def test_a_further_sign_never_lowers_a_concern(seen, more, minor):
    both = [sign for sign in SIGNS if sign in seen or sign in more]
    assert ORDER.index(concern(both, RULE, minor=minor)) >= ORDER.index(concern(seen, RULE, minor=minor))


@given(seen=sets)
def test_what_worries_about_an_adult_worries_about_a_minor(seen):
    assert ORDER.index(concern(seen, RULE, minor=True)) >= ORDER.index(concern(seen, RULE, minor=False))


@pytest.mark.parametrize("sign", SIGNS, ids=CODES)
def test_one_sign_is_no_concern_but_a_child_s_own_words(sign):
    assert concern([sign], RULE, minor=False) is not Concern.CONCERN
    alone = sign.strength is Strength.STRONG and sign.dimension is Dimension.EXPLOITATION
    assert (concern([sign], RULE, minor=True) is Concern.CONCERN) is alone


@given(seen=sets, minor=st.booleans())
def test_what_would_change_a_reading_is_always_named_and_true(seen, minor):
    others = [sign for sign in SIGNS if sign not in seen]
    now = concern(seen, RULE, minor=minor)
    raising, lowering = (
        raised_by(seen, others, RULE, minor=minor),
        lowered_by(seen, RULE, minor=minor),
    )
    assert raising or lowering
    for codes in raising:
        more = [BOOK.signs[code] for code in codes]
        assert ORDER.index(concern([*seen, *more], RULE, minor=minor)) > ORDER.index(now)
    if lowering:
        left = [sign for sign in seen if sign.code not in lowering]
        assert ORDER.index(concern(left, RULE, minor=minor)) < ORDER.index(now)


@given(codes=st.sets(st.sampled_from(CODES), max_size=7), minor=st.booleans())
def test_nothing_smaller_would_lower_it(codes, minor):
    seen = [sign for sign in SIGNS if sign.code in codes]
    mine, now = counting(seen), concern(seen, RULE, minor=minor)
    lowering = lowered_by(seen, RULE, minor=minor)
    for size in range(len(lowering)):
        for gone in combinations(mine, size):
            left = [sign for sign in mine if sign not in gone]
            assert concern(left, RULE, minor=minor) is now


@given(seen=sets, facts=st.sampled_from([ADULT, MINOR]))
def test_a_reading_names_every_sign_seen_once_and_holds_no_number(seen, facts):
    found = read(seen, facts)
    named = [code for reason in found.reasons for code in reason.signs] + list(found.set_aside)
    assert sorted(named) == sorted(sign.code for sign in seen)
    assert not any(isinstance(value, int | float) for value in vars(found).values())


@given(seen=sets, shuffled=st.permutations(CODES), denied=st.sets(st.sampled_from(CODES)))
def test_it_hangs_on_no_order_and_on_no_unseen_answer(seen, shuffled, denied):
    codes = {sign.code for sign in seen}
    other = {code: Seen.NOT_SEEN if code in denied else Seen.UNSURE for code in shuffled}
    answers = other | dict.fromkeys(codes, Seen.SEEN)
    assert reading(answers, ADULT, BOOK).concern is read(seen).concern


def test_only_what_nobody_could_say_stays_open():
    found = reading({"watched": Seen.SEEN, "papers_held": Seen.NOT_SEEN, "no_earnings": Seen.UNSURE}, ADULT, BOOK)
    assert found.open == ("no_earnings",)


def test_signs_that_were_not_asked_are_named_where_those_asked_would_not_do():
    found = reading({"low_mood": Seen.SEEN}, ADULT, BOOK)
    assert found.raised_by
    assert "low_mood" not in {code for codes in found.raised_by for code in codes}


def test_a_code_that_is_no_sign_is_refused():
    with pytest.raises(KeyError):
        reading({"nobody": Seen.SEEN}, ADULT, BOOK)


def test_doubt_about_the_age_is_read_as_minority():
    for sign in SIGNS:
        doubtful = read([sign], replace(MINOR, age=AgeClass.DOUBTFUL))
        assert doubtful.concern is read([sign], MINOR).concern
