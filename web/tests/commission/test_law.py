"""Legal evidence: one test per rule of the commission, named after its article."""

import datetime as dt
from dataclasses import replace

import pytest

from maillon.base.enums import Confidence
from maillon.base.opening import PARIS
from maillon.commission import rules
from maillon.commission.enums import Alert, Kind, Rank, Sense, State, Vote
from maillon.commission.facts import FACTS, qualities, value
from maillon.commission.rules import Count, Standing
from maillon.guidance.dated import Unit

ADDED_IN_2025 = {"conseil_departemental", "protection_enfance"}


def at(year: int, month: int, day: int, hour: int = 9) -> dt.datetime:
    return dt.datetime(year, month, day, hour, tzinfo=PARIS)


def test_crpa_r133_3_another_of_the_service_may_come_for_who_sits_by_office_alone() -> None:
    by_office = qualities()["gendarmerie"]
    for held_as in Rank:
        assert rules.may_hold(by_office, held_as)
    qualified = replace(by_office, substitutable=False)
    assert [held_as for held_as in Rank if rules.may_hold(qualified, held_as)] == [Rank.TITULAR]


@pytest.mark.parametrize(
    ("convoked", "held", "expected"),
    [
        (at(2027, 3, 1), at(2027, 3, 6), True),
        (at(2027, 3, 2), at(2027, 3, 6), False),
        # Late in the evening is the same day.
        (at(2027, 3, 1, 23), at(2027, 3, 6, 8), True),
        # Across the change to summer time (28 March 2027) and back (31 October 2027).
        (at(2027, 3, 25, 23), at(2027, 3, 30, 1), True),
        (at(2027, 3, 26, 0), at(2027, 3, 30, 23), False),
        (at(2027, 10, 28, 0), at(2027, 11, 2, 0), True),
        # Across a leap day, and across the end of a year without one.
        (at(2028, 2, 26), at(2028, 3, 2), True),
        (at(2028, 2, 27), at(2028, 3, 2), False),
        (at(2027, 2, 25), at(2027, 3, 2), True),
        (at(2027, 12, 29), at(2028, 1, 3), True),
    ],
)
def test_crpa_r133_8_members_are_convoked_five_days_before(convoked, held, expected) -> None:
    assert value("convocation", Unit.DAYS) == 5
    assert rules.in_time(convoked_at=convoked, held_at=held, days=value("convocation", Unit.DAYS)) is expected


def test_crpa_r133_9_nobody_holds_more_than_one_proxy() -> None:
    sitting = ["a", "b", "c", "d"]
    more = {"sitting": sitting, "present": ["c"], "per_member": value("proxies", Unit.MEMBERS)}
    assert rules.may_give("a", "c", given=[], **more)
    assert not rules.may_give("b", "c", given=[("a", "c")], **more)
    assert rules.may_give("b", "d", given=[("a", "c")], **more)


def test_crpa_r133_9_a_proxy_goes_from_an_absent_member_to_another_who_sits_there() -> None:
    more = {"sitting": ["a", "b", "c"], "present": ["b"], "per_member": 1}
    assert not rules.may_give("a", "a", given=[], **more)
    assert not rules.may_give("b", "c", given=[], **more)
    assert not rules.may_give("a", "stranger", given=[], **more)
    assert not rules.may_give("a", "c", given=[("c", "b")], **more), "who has given hers away holds none"
    assert not rules.may_give("b", "c", given=[("a", "b")], **{**more, "present": []}), "what is held is not passed on"


@pytest.mark.parametrize(("seats", "needed"), [(1, 1), (7, 4), (8, 4), (12, 6), (13, 7)])
def test_crpa_r133_10_half_the_members_are_a_quorum(seats, needed) -> None:
    given = {"seats": seats, "represented": 0, "one_out_of": value("quorum", Unit.MEMBERS)}
    assert rules.quorum(present=needed, **given).is_reached
    short = rules.quorum(present=needed - 1, **given)
    assert not short.is_reached
    assert (short.needed, short.missing) == (needed, 1)


def test_crpa_r133_10_who_is_represented_counts() -> None:
    assert rules.quorum(seats=8, present=3, represented=1, one_out_of=2).is_reached


def test_crpa_r133_10_a_second_convocation_needs_no_quorum() -> None:
    assert not rules.quorum(seats=12, present=2, represented=0, one_out_of=2).is_reached
    assert rules.quorum(seats=12, present=2, represented=0, one_out_of=2, second=True).is_reached


def test_crpa_r133_11_the_majority_decides() -> None:
    assert rules.result(Count(4, 3, 2), chair=Vote.AGAINST) == rules.Result(Sense.FAVOURABLE)
    assert rules.result(Count(3, 4, 2), chair=Vote.FOR) == rules.Result(Sense.UNFAVOURABLE)


@pytest.mark.parametrize(
    ("chair", "sense"), [(Vote.FOR, Sense.FAVOURABLE), (Vote.AGAINST, Sense.UNFAVOURABLE), (Vote.ABSTAINED, None)]
)
def test_crpa_r133_11_an_even_vote_goes_as_the_chair_voted(chair, sense) -> None:
    assert rules.result(Count(3, 3, 1), chair=chair) == rules.Result(sense, casting=sense is not None)
    assert rules.result(Count(3, 3, 1), chair=None) == rules.Result(None)


def standing(**more) -> Standing:
    given = {"kind": Kind.INDIVIDUAL, "state": State.OPEN, "entitled": True, "present": True, "recused": False}
    return Standing(**{**given, **more})


def test_crpa_r133_12_who_has_an_interest_neither_deliberates_nor_opens_the_file() -> None:
    assert rules.may_deliberate(standing())
    assert rules.may_open_file(standing())
    assert not rules.may_deliberate(standing(recused=True))
    assert not rules.may_open_file(standing(recused=True))
    assert rules.standing([("giver", "kept")], present=["kept"], recused=["kept"]) == frozenset()
    assert rules.standing([("kept", "holder")], present=["holder"], recused=["kept"]) == frozenset()


def test_circulaire_2017_18_the_association_that_presents_does_not_deliberate() -> None:
    assert rules.presents(member_organisation="a", author_organisation="a")
    assert not rules.presents(member_organisation="a", author_organisation="b")
    assert not rules.presents(member_organisation=None, author_organisation=None)


@pytest.mark.parametrize("quality", qualities().values(), ids=lambda quality: quality.code)
def test_decret_du_30_decembre_2025_the_members_it_adds_see_no_individual_file(quality) -> None:
    added = quality.code in ADDED_IN_2025
    assert rules.may_attend(quality, Kind.INDIVIDUAL) is not added
    assert rules.may_attend(quality, Kind.POLICY)
    assert rules.may_attend(quality, Kind.MINORS) is (added or quality.chairs)
    assert (quality.since == dt.date(2025, 12, 30)) is added


@pytest.mark.parametrize(
    ("held", "planned", "on", "missing", "alert"),
    [
        ([], [], dt.date(2027, 6, 30), 2, Alert.NONE),
        ([], [], dt.date(2027, 7, 1), 2, Alert.PLAN),
        ([dt.date(2027, 3, 1)], [], dt.date(2027, 10, 1), 1, Alert.LATE),
        ([dt.date(2027, 3, 1)], [dt.date(2027, 11, 5)], dt.date(2027, 10, 1), 0, Alert.NONE),
        # Last year's count for nothing, and a planned day that passed was not held.
        ([dt.date(2026, 12, 31)], [dt.date(2027, 11, 5)], dt.date(2027, 12, 1), 2, Alert.LATE),
        ([dt.date(2028, 2, 29), dt.date(2028, 12, 31)], [], dt.date(2028, 12, 31), 0, Alert.NONE),
    ],
)
def test_decret_du_30_decembre_2025_policy_is_discussed_twice_a_year(held, planned, on, missing, alert) -> None:
    year = rules.policy_year(held=held, planned=planned, on=on, least=value("policy_meetings", Unit.MEETINGS))
    assert (year.missing, year.alert) == (missing, alert)
    assert rules.missed_last_year(held=held, on=dt.date(2027, 1, 1), least=2) == 2 - sum(d.year == 2026 for d in held)


def test_every_fact_is_dated_sourced_and_to_be_read_again() -> None:
    for record in [*FACTS.all.values(), *qualities().values()]:
        assert record.article
        assert record.source
        assert record.checked_on < record.expires_on
        assert not record.is_sure(record.expires_on)
    assert FACTS["quorum"].is_verified(FACTS["quorum"].expires_on - dt.timedelta(days=1))


def test_what_no_official_text_was_read_for_is_never_shown_as_certain() -> None:
    unsure = {code for code, fact in FACTS.all.items() if fact.confidence is not Confidence.VERIFIED}
    assert unsure == {"crpa_applies", "presenting", "policy_meetings"}
    assert not any(quality.is_verified(quality.checked_on) for quality in qualities().values())
