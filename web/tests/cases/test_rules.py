"""The pure rules: states, types of violence, names that look alike, days of erasure."""

import datetime as dt
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.base.states import IllegalTransition
from maillon.cases import facts, marks, rules
from maillon.cases.content import PIECES, Identity, Piece, SafetyPlan, Situation, read_piece
from maillon.cases.enums import CaseMove, CaseState, EntryKind, Likeness, Sealed, Violence
from maillon.cases.rules.duplicates import name_keys, reasons
from maillon.cases.rules.gbvims import Facts, Question, questions, violence_type
from maillon.cases.rules.retention import Reminder, case_ends_on, may_go, reminder
from maillon.directory.enums import OrganisationKind

YES = st.booleans()
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))


def test_a_case_moves_as_the_table_says_and_in_no_other_way() -> None:
    assert rules.CASE.targets() == {
        (CaseState.OPEN, CaseMove.CLOSE): CaseState.CLOSED,
        (CaseState.CLOSED, CaseMove.REOPEN): CaseState.OPEN,
        (CaseState.OPEN, CaseMove.TRANSFER): CaseState.TRANSFERRED,
        (CaseState.TRANSFERRED, CaseMove.TAKE_BACK): CaseState.OPEN,
    }
    with pytest.raises(IllegalTransition):
        rules.CASE.after(CaseState.TRANSFERRED, CaseMove.CLOSE)


@pytest.mark.guardrail("G6")
@pytest.mark.parametrize("kind", OrganisationKind)
def test_who_polices_prosecutes_decides_or_protects_children_neither_follows_nor_receives(kind) -> None:
    allowed = kind in {OrganisationKind.ASSOCIATION, OrganisationKind.HEALTH}
    assert rules.may_follow(kind) == allowed
    assert rules.may_receive(kind) == allowed


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"penetration": True, "physical": True}, Violence.RAPE),
        ({"sexual_contact": True, "physical": True}, Violence.SEXUAL_ASSAULT),
        ({"physical": True, "forced_marriage": True}, Violence.PHYSICAL_ASSAULT),
        ({"forced_marriage": True, "denial": True}, Violence.FORCED_MARRIAGE),
        ({"denial": True, "psychological": True}, Violence.DENIAL),
        ({"psychological": True}, Violence.PSYCHOLOGICAL),
        ({"physical": True, "gender_based": False}, Violence.NOT_GENDER_BASED),
        ({}, None),
        ({"gender_based": False}, None),
    ],
)
def test_the_first_yes_in_the_order_of_gbvims_gives_the_one_type(told, found) -> None:
    assert violence_type(Facts(**told)) == found


@given(st.builds(Facts, **{question.value: YES for question in Question}))
def test_a_less_specific_act_never_changes_the_type(facts_) -> None:
    answers = [getattr(facts_, question.value) for question in questions()]
    if not any(answers):
        assert violence_type(facts_) is None
        return
    first = questions()[answers.index(True)]
    assert violence_type(facts_) == violence_type(Facts(**{first.value: True}))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lune", "  LUNE "), ("Inès", "ines"), ("Marie Lune", "Lune  Marie"), ("Zoé-Anne", "anne zoe"), ("سارة", "سارة")],
)
def test_the_same_name_is_the_same_however_it_is_typed(one, other) -> None:
    assert name_keys(one)[Likeness.SAME_NAME] == name_keys(other)[Likeness.SAME_NAME]


@pytest.mark.parametrize(
    ("one", "other"), [("Katia", "Catia"), ("Sofia", "Sophia"), ("Ouissam", "Wissam"), ("Tania", "Thania")]
)
def test_names_that_sound_alike_are_told(one, other) -> None:
    keys, others = name_keys(one), name_keys(other)
    assert keys[Likeness.SAME_NAME] != others[Likeness.SAME_NAME]
    assert keys[Likeness.NAME_SOUNDS_ALIKE] == others[Likeness.NAME_SOUNDS_ALIKE]


def test_other_names_are_not() -> None:
    assert name_keys("Lune")[Likeness.NAME_SOUNDS_ALIKE] != name_keys("Léna")[Likeness.NAME_SOUNDS_ALIKE]
    assert Likeness.NAME_SOUNDS_ALIKE not in name_keys("A.")
    assert name_keys("···") == {}


def test_a_sound_needs_the_same_commune_beside_it_and_each_reason_is_said() -> None:
    same, alike = frozenset({Likeness.SAME_NAME}), frozenset({Likeness.NAME_SOUNDS_ALIKE})
    assert reasons(same, same_commune=False, same_language=False) == (Likeness.SAME_NAME,)
    assert reasons(same | alike, same_commune=True, same_language=True) == (
        Likeness.SAME_NAME,
        Likeness.SAME_COMMUNE,
        Likeness.SAME_LANGUAGE,
    )
    assert reasons(alike, same_commune=False, same_language=True) == ()
    assert reasons(alike, same_commune=True, same_language=False) == (
        Likeness.NAME_SOUNDS_ALIKE,
        Likeness.SAME_COMMUNE,
    )
    assert reasons(frozenset(), same_commune=True, same_language=True) == ()


@given(st.text(max_size=40))
def test_any_name_gives_keys_that_are_stable_under_case_and_spaces(name) -> None:
    assert name_keys(name) == name_keys(f"  {name} ")


@given(DAYS)
def test_a_case_ends_two_calendar_years_after_the_last_contact_leap_day_or_not(last) -> None:
    ends = case_ends_on(last, facts.retention())
    assert (ends.year, ends.month) == (last.year + 2, last.month)
    assert ends.day == (28 if (last.month, last.day) == (2, 29) else last.day)


@given(DAYS, st.integers(-100, 100), st.none() | st.integers(-200, 0), st.none() | st.integers(-50, 50))
def test_nothing_goes_early_untold_or_held(ends, later, reminded, held) -> None:
    today = ends + dt.timedelta(days=later)
    told = None if reminded is None else today + dt.timedelta(days=reminded)
    until = None if held is None else today + dt.timedelta(days=held)
    goes = may_go(ends, today, reminded_on=told, held_until=until, notice=30)
    assert goes == (
        today >= ends and told is not None and (today - told).days >= 30 and (until is None or until < today)
    )


@given(DAYS, st.integers(0, 120))
def test_reminders_come_in_order(ends, before) -> None:
    due = reminder(ends, ends - dt.timedelta(days=before), facts.retention().reminders)
    assert due == (Reminder.LAST if before <= 30 else Reminder.FIRST if before <= 60 else Reminder.NONE)


def test_digests_of_two_organisations_have_nothing_in_common() -> None:

    here, there = uuid4(), uuid4()
    ours, theirs = marks.digests("Sofia", organisation_id=here), marks.digests("Sofia", organisation_id=there)
    assert ours == marks.digests("sofia ", organisation_id=here)
    assert not set(ours.values()) & set(theirs.values())
    assert all(len(digest) == 32 for digest in ours.values())


def test_another_secret_gives_other_digests(settings) -> None:

    key = UUID(int=1)
    before = marks.digests("Sofia", organisation_id=key)
    settings.SECRET_KEY = "another"
    assert not set(before.values()) & set(marks.digests("Sofia", organisation_id=key).values())


@pytest.mark.parametrize(
    "piece",
    [
        Piece(text="des mots"),
        Identity(first_name="Ana", birth_on="1999-02-28"),
        SafetyPlan(to_take="papiers", text="le reste"),
        Situation(control=("DebtBondage",), age_then=19),
    ],
)
def test_a_piece_is_read_as_it_was_written_and_does_not_show_itself(piece) -> None:
    assert type(piece).from_bytes(piece.to_bytes()) == piece
    for value in ("des mots", "Ana", "papiers", "DebtBondage", "1999"):
        assert value not in repr(piece)


def test_a_field_that_is_not_known_any_more_is_left_out() -> None:
    raw = b'{"version": 9, "text": "x", "gone": 1}'
    assert read_piece(EntryKind.NOTE, raw) == Piece(text="x")


def test_each_kind_is_sealed_under_a_name_of_its_own() -> None:
    names = [kind.sealed_as for kind in EntryKind] + list(Sealed.values)
    assert len(names) == len(set(names))
    assert set(PIECES) <= set(EntryKind)
