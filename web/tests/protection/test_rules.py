"""The law's dates for minors, one test per rule named after its article, and properties over the calendar."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maillon.protection import rules
from maillon.protection.enums import AssessmentState, Move, Outcome, ProsecutorGround, SheetState, ShorterReason
from maillon.protection.rules import Alert, Ending, Missing

DAYS = st.dates(min_value=dt.date(2020, 1, 1), max_value=dt.date(2040, 12, 31))
DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2026-11-23", "2027-02-23"),
        ("2026-11-30", "2027-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2027-11-29", "2028-02-29"),
        ("2028-02-29", "2028-05-29"),
        ("2026-01-31", "2026-04-30"),
        ("2026-12-31", "2027-03-31"),
    ],
)
def test_d226_2_4_three_months_by_the_calendar(received, last) -> None:
    assert rules.latest(day(received)) == day(last)


@given(
    received=DAYS,
    reason=st.sampled_from([None, *ShorterReason]),
    days=st.integers(-400, 400),
    later=st.integers(0, 200),
)
@example(received=dt.date(2027, 11, 30), reason=None, days=91, later=0)
def test_d226_2_4_never_longer_and_shorter_for_danger_or_age_alone(received, reason, days, later) -> None:
    due, today = received + days * DAY, received + later * DAY
    if rules.may_be_due(due, reason, received_on=received, today=today):
        assert due <= rules.latest(received)
        assert (reason is None) == (due == rules.latest(received))
        assert reason is None or due >= max(received, today)


def test_d226_2_4_a_shorter_time_is_possible_to_the_day_itself() -> None:
    received = day("2026-11-23")
    assert rules.may_be_due(received, ShorterReason.DANGER, received_on=received, today=received)
    assert not rules.may_be_due(received, None, received_on=received, today=received)
    assert not rules.may_be_due(received - DAY, ShorterReason.DANGER, received_on=received, today=received)
    assert rules.may_be_due(rules.latest(received), None, received_on=received, today=received)
    assert not rules.may_be_due(rules.latest(received) + DAY, ShorterReason.AGE, received_on=received, today=received)


@given(received=DAYS, days=st.integers(0, 92))
def test_alerts_come_in_order_between_the_reception_and_the_end(received, days) -> None:
    due = received + days * DAY
    when = rules.alerts(received, due)
    assert received <= when.first_on <= when.last_on <= due < when.late_on
    assert rules.alert(when, due) in {Alert.LAST, Alert.FIRST}
    assert rules.alert(when, due + DAY) is Alert.LATE
    assert rules.alert(when, when.first_on - DAY) is Alert.NONE


def test_with_all_the_time_of_the_law_alerts_stand_30_and_7_days_before() -> None:
    received = day("2026-11-23")
    when = rules.alerts(received, rules.latest(received))
    assert (when.first_on, when.last_on, when.late_on) == (day("2027-01-24"), day("2027-02-16"), day("2027-02-24"))


def test_what_is_late_is_said_again_every_thirty_days() -> None:
    told = day("2027-02-24")
    assert not rules.late_again(told, told + 29 * DAY)
    assert rules.late_again(told, told + 30 * DAY)


def test_l226_2_1_nothing_ends_before_the_parents_are_informed_or_the_reason_is_said() -> None:
    for outcome in Outcome:
        assert rules.missing(Ending(outcome, why="x"), parents_said=False) is Missing.PARENTS
    assert rules.missing(Ending(Outcome.HELP), parents_said=True) is None


def test_l226_4_the_prosecutor_is_told_on_a_ground_and_on_a_day() -> None:
    bare = Ending(Outcome.PROSECUTOR)
    assert rules.missing(bare, parents_said=True) is Missing.GROUND
    grounded = Ending(Outcome.PROSECUTOR, ProsecutorGround.GRAVE_DANGER)
    assert rules.missing(grounded, parents_said=True) is Missing.SEIZED_ON
    whole = Ending(Outcome.PROSECUTOR, ProsecutorGround.GRAVE_DANGER, day("2026-11-23"))
    assert rules.missing(whole, parents_said=True) is None
    for outcome in set(Outcome) - {Outcome.PROSECUTOR}:
        odd = Ending(outcome, ProsecutorGround.GRAVE_DANGER, why="x")
        assert rules.missing(odd, parents_said=True) is Missing.GROUND


def test_l226_4_grave_danger_waits_for_no_assessor_and_nothing_else_ends_without_one() -> None:
    assert rules.ASSESSMENT.actions(AssessmentState.RECEIVED) == {Move.ASSIGN, Move.SEIZE}
    assert Ending(Outcome.PROSECUTOR).move is Move.SEIZE
    assert Ending(Outcome.HELP).move is Move.END


def test_loi_2002_305_13_what_the_child_wishes_ends_nothing_and_no_follow_up_wants_words() -> None:
    assert {outcome.value for outcome in Outcome} == {"help", "educational", "prosecutor", "no_follow_up"}
    assert rules.missing(Ending(Outcome.NO_FOLLOW_UP, why=" "), parents_said=True) is Missing.WHY
    assert rules.missing(Ending(Outcome.NO_FOLLOW_UP, why="Rien ne s’est confirmé."), parents_said=True) is None


def test_nothing_follows_the_end() -> None:
    assert rules.ASSESSMENT.actions(AssessmentState.ENDED) == frozenset()
    assert rules.SHEET.actions(SheetState.WITHDRAWN) == frozenset()


@pytest.mark.parametrize(
    ("contact", "over"), [("2026-11-23", "2028-11-23"), ("2028-02-29", "2030-02-28"), ("2026-02-28", "2028-02-28")]
)
def test_cnil_2022_two_years_after_the_last_contact(contact, over) -> None:
    assert rules.over_on(day(contact)) == day(over)


@given(
    contact=DAYS,
    told=st.none() | st.integers(-30, 900),
    hold=st.none() | st.integers(0, 1200),
    now=st.integers(0, 1500),
)
def test_cnil_2022_nothing_goes_early_unannounced_or_against_a_hold(contact, told, hold, now) -> None:
    today = contact + now * DAY
    told_on = None if told is None else contact + told * DAY
    hold_until = None if hold is None else contact + hold * DAY
    if rules.is_over(last_contact_on=contact, told_on=told_on, hold_until=hold_until, today=today):
        assert today >= rules.over_on(contact)
        assert told_on is not None
        assert today - told_on >= rules.NOTICE
        assert hold_until is None or today > hold_until


@given(contact=DAYS)
def test_cnil_2022_announced_in_time_it_goes_on_the_day_itself(contact) -> None:
    on, told = rules.over_on(contact), rules.notice_on(contact)
    given_ = {"last_contact_on": contact, "told_on": told, "hold_until": None}
    assert rules.is_over(**given_, today=on)
    assert not rules.is_over(**given_, today=on - DAY)


def test_a_hold_lasts_a_year_at_most() -> None:
    today = day("2027-03-01")
    assert rules.may_hold(today + DAY, today)
    assert rules.may_hold(day("2028-03-01"), today)
    assert not rules.may_hold(today, today)
    assert not rules.may_hold(today + rules.LONGEST_HOLD + DAY, today)


@pytest.mark.parametrize(
    ("text", "child", "found"),
    [
        ("Une mineure de 16 ans, à l’hôtel.", "Lune Exemple, 16 ans", ()),
        ("Lune va mal.", "Elle se fait appeler Lune", ("Lune",)),
        ("elle dit LUNE puis lûne", "Lune", ("LUNE", "lûne")),
        ("La clairière est loin.", "Claire", ()),
        ("Joindre au 06 12 34 56 78", "", ("06 12 34 56 78",)),
        ("Écrire à a.b@exemple.invalid", "", ("a.b@exemple.invalid",)),
        ("Elle a 16 ans depuis le 12 mars 2026.", "Elle, 16 ans", ()),
        ("Éloïse et Eloise", "Éloïse", ("Éloïse", "Eloise")),
    ],
)
def test_a_sheet_names_nobody(text, child, found) -> None:
    assert rules.names_in(text, child) == found


@given(
    name=st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9).map(str.title),
    before=st.text(max_size=20),
    after=st.text(max_size=20),
)
def test_a_name_that_was_typed_is_always_found_as_a_word(name, before, after) -> None:
    if rules.names_in(name, name):
        assert name in rules.names_in(f"{before} {name} {after}", name)
