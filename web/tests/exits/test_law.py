"""What the law says, one test a rule, named after its article; the numbers stand here as they were read."""

import datetime as dt
from decimal import Decimal

import pytest

from maillon.exits import rules
from maillon.exits.enums import (
    ApprovalMove,
    ApprovalState,
    PaperKind,
    PathState,
    PermitKind,
    RequestKind,
    RequestMove,
    RequestState,
    Said,
    Stay,
)
from maillon.exits.rules import Alert, Asked, Need, Period, Situation

DAY = dt.date
ON = DAY(2026, 11, 26)


def test_casf_l121_9_six_months_renewable_up_to_twenty_four_in_all() -> None:
    granted: list[Period] = []
    while (period := rules.next_period(granted, DAY(2026, 1, 15) if not granted else None)) is not None:
        granted.append(period)
    assert granted == [
        Period(DAY(2026, 1, 15), DAY(2026, 7, 14)),
        Period(DAY(2026, 7, 15), DAY(2027, 1, 14)),
        Period(DAY(2027, 1, 15), DAY(2027, 7, 14)),
        Period(DAY(2027, 7, 15), DAY(2028, 1, 14)),
    ]
    assert not rules.may_renew(granted)
    assert rules.may_renew(granted[:3])
    assert not rules.may_renew([])


@pytest.mark.parametrize(
    ("first", "last"),
    [
        # A leap day, the day after it, ends of months, and a day on which clocks change.
        (DAY(2028, 2, 29), DAY(2028, 8, 28)),
        (DAY(2027, 8, 29), DAY(2028, 2, 28)),
        (DAY(2027, 8, 30), DAY(2028, 2, 29)),
        (DAY(2026, 8, 31), DAY(2027, 2, 28)),
        (DAY(2027, 8, 31), DAY(2028, 2, 29)),
        (DAY(2026, 3, 29), DAY(2026, 9, 28)),
        (DAY(2026, 12, 1), DAY(2027, 5, 31)),
    ],
)
def test_casf_l121_9_months_are_those_of_the_calendar(first: dt.date, last: dt.date) -> None:
    assert rules.next_period([], first) == Period(first, last)


def test_casf_l121_9_what_ends_with_a_short_month_still_ends_after_twenty_four() -> None:
    granted: list[Period] = []
    while (period := rules.next_period(granted, DAY(2025, 8, 31) if not granted else None)) is not None:
        granted.append(period)
    assert (len(granted), granted[-1].until_on) == (4, DAY(2027, 8, 30))


def test_casf_l121_9_the_prefet_decides_after_the_opinion_of_the_commission() -> None:
    assert RequestMove.GRANT not in rules.REQUEST.actions(RequestState.SUBMITTED)
    assert RequestMove.REFUSE not in rules.REQUEST.actions(RequestState.SUBMITTED)
    assert {RequestMove.GRANT, RequestMove.REFUSE} <= rules.REQUEST.actions(RequestState.OPINION)


def test_casf_l121_9_no_state_of_a_request_is_reached_by_silence() -> None:
    assert set(rules.REQUEST.actions(RequestState.SUBMITTED)) == {
        RequestMove.SEND_BACK,
        RequestMove.OPINE,
        RequestMove.WITHDRAW,
    }


def test_circulaire_2017_the_association_gives_its_own_opinion_with_the_file() -> None:
    for kind in RequestKind:
        assert PaperKind.ASSOCIATION in rules.papers_of(kind)


def test_casf_r121_12_12_a_file_holds_actions_and_commitments() -> None:
    for kind in RequestKind:
        assert PaperKind.ENGAGEMENT in rules.missing(kind, set(PaperKind) - {PaperKind.ENGAGEMENT})


def test_circulaire_2017_annexes_6_and_7_what_a_file_is_made_of() -> None:
    assert rules.missing(RequestKind.ENTRY, ()) == (
        PaperKind.IDENTITY,
        PaperKind.SITUATION,
        PaperKind.ENGAGEMENT,
        PaperKind.SWORN,
        PaperKind.ASSOCIATION,
    )
    assert rules.missing(RequestKind.RENEWAL, set(rules.papers_of(RequestKind.ENTRY))) == (PaperKind.REVIEW,)


def test_casf_r121_12_3_a_file_without_a_word_is_complete_after_two_months() -> None:
    asked = Asked(asked_on=DAY(2026, 1, 15))
    assert rules.complete_on(asked) == DAY(2026, 3, 16)
    assert rules.may_claim(asked, DAY(2026, 3, 15))
    assert not rules.may_claim(asked, DAY(2026, 3, 16))
    assert rules.complete_on(Asked(asked_on=DAY(2027, 12, 31))) == DAY(2028, 3, 1)


def test_casf_r121_12_3_a_paper_asked_for_in_time_holds_the_file_until_it_is_given() -> None:
    claimed = Asked(asked_on=DAY(2026, 1, 15), claimed_on=DAY(2026, 3, 15))
    assert rules.complete_on(claimed) is None
    assert rules.approved_by_silence_on(claimed) is None
    supplied = Asked(asked_on=DAY(2026, 1, 15), claimed_on=DAY(2026, 3, 15), supplied_on=DAY(2026, 4, 1))
    assert rules.complete_on(supplied) == DAY(2026, 6, 2)
    late = Asked(asked_on=DAY(2026, 1, 15), claimed_on=DAY(2026, 3, 16))
    assert rules.complete_on(late) == DAY(2026, 3, 16)


def test_casf_r121_12_3_four_months_of_silence_are_an_approval() -> None:
    said = Asked(asked_on=DAY(2026, 1, 15), complete_on=DAY(2026, 1, 20))
    assert rules.approved_by_silence_on(said) == DAY(2026, 5, 21)
    assert rules.approved_by_silence_on(Asked(asked_on=DAY(2026, 1, 15))) == DAY(2026, 7, 17)
    assert ApprovalMove.FALL_SILENT in rules.APPROVAL.actions(ApprovalState.COMPLETE)
    assert ApprovalMove.FALL_SILENT not in rules.APPROVAL.actions(ApprovalState.MISSING)


def test_casf_r121_12_3_an_approval_lasts_three_years() -> None:
    assert rules.approval_until(DAY(2026, 1, 15)) == DAY(2029, 1, 14)
    assert rules.approval_until(DAY(2028, 2, 29)) == DAY(2031, 2, 28)


CAN_HAVE_IT = Situation(age=18, stay=Stay.APS, income_below=Said.YES, rsa_or_ada=Said.NO, children=0)


def with_(**changes: object) -> Situation:
    given = {"age": 18, "stay": Stay.APS, "income_below": Said.YES, "rsa_or_ada": Said.NO, "children": 0}
    return Situation(**{**given, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("situation", "verdict"),
    [
        (CAN_HAVE_IT, Said.YES),
        (with_(age=17), Said.NO),
        (with_(stay=Stay.EUROPEAN), Said.YES),
        (with_(stay=Stay.WORK_PERMIT), Said.YES),
        (with_(stay=Stay.RECEIPT), Said.YES),
        (with_(stay=Stay.NONE), Said.NO),
        (with_(stay=Stay.UNKNOWN), Said.UNKNOWN),
        (with_(income_below=Said.NO), Said.NO),
        (with_(income_below=Said.UNKNOWN), Said.UNKNOWN),
        (with_(rsa_or_ada=Said.YES), Said.NO),
        (with_(rsa_or_ada=Said.UNKNOWN, stay=Stay.NONE), Said.NO),
    ],
)
def test_casf_r121_12_13_1_who_may_have_the_afis(situation: Situation, verdict: Said) -> None:
    simulation = rules.simulate(situation, ON)
    assert simulation.verdict is verdict
    assert [need for need, _answer in simulation.answers] == list(Need)


def test_decret_2022_1340_amount_of_the_afis_by_child_shown_as_to_be_confirmed() -> None:
    alone, with_two = rules.simulate(CAN_HAVE_IT, ON), rules.simulate(with_(children=2), ON)
    assert (alone.month, with_two.month) == (Decimal("343.20"), Decimal("555.36"))
    assert not alone.sure
    assert not with_two.sure
    with pytest.raises(ValueError, match="children"):
        rules.simulate(with_(children=-1), ON)


def test_what_is_asked_for_the_afis_does_not_show_itself_when_printed() -> None:
    assert "aps" not in repr(CAN_HAVE_IT).lower()


def test_ceseda_l425_4_the_aps_lasts_six_months_at_least() -> None:
    assert rules.usual_end(PermitKind.APS, DAY(2026, 1, 15)) == DAY(2026, 7, 14)
    assert rules.is_too_short(PermitKind.APS, DAY(2026, 1, 15), DAY(2026, 7, 13))
    assert not rules.is_too_short(PermitKind.APS, DAY(2026, 1, 15), DAY(2026, 7, 14))


def test_ceseda_l425_1_the_card_after_a_complaint_lasts_a_year() -> None:
    assert rules.usual_end(PermitKind.COMPLAINT, DAY(2028, 2, 29)) == DAY(2029, 2, 28)


def test_ceseda_l425_3_the_card_after_a_conviction_lasts_ten_years() -> None:
    assert rules.usual_end(PermitKind.CONVICTION, DAY(2026, 1, 15)) == DAY(2036, 1, 14)


def test_ceseda_r425_2_thirty_days_to_think_it_over_from_the_receipt() -> None:
    assert rules.reflection_ends(DAY(2028, 2, 1)) == DAY(2028, 3, 2)
    assert rules.usual_end(PermitKind.REFLECTION, DAY(2027, 2, 1)) == DAY(2027, 3, 3)


def test_a_refusal_may_go_to_the_court_and_until_when_is_to_be_confirmed() -> None:
    found = rules.remedy(DAY(2026, 12, 31), ON)
    assert (found.until_on, found.sure) == (DAY(2027, 2, 28), False)


def test_ends_are_recalled_sixty_and_thirty_days_before_our_own_choice() -> None:
    until = DAY(2026, 7, 14)
    assert rules.path_alert(until, DAY(2026, 5, 14)) is Alert.NONE
    assert rules.path_alert(until, DAY(2026, 5, 15)) is Alert.FIRST
    assert rules.path_alert(until, DAY(2026, 6, 14)) is Alert.SECOND
    assert rules.path_alert(until, until) is Alert.SECOND
    assert rules.path_alert(until, DAY(2026, 7, 15)) is Alert.OVER


def test_the_end_of_an_approval_is_recalled_before_it_is_too_late_to_be_answered_in_time() -> None:
    until = DAY(2029, 1, 14)
    assert rules.approval_alert(until, DAY(2028, 5, 13)) is Alert.NONE
    assert rules.approval_alert(until, DAY(2028, 5, 14)) is Alert.FIRST
    asked_at_the_first = Asked(asked_on=DAY(2028, 5, 14))
    assert rules.approved_by_silence_on(asked_at_the_first) < until
    assert rules.approval_alert(until, DAY(2028, 7, 14)) is Alert.SECOND
    assert rules.approval_alert(until, DAY(2029, 1, 15)) is Alert.OVER


def test_nothing_that_was_granted_ends_a_path_by_itself() -> None:
    assert PathState.ENDED not in {target for (_state, move), target in rules.PATH.targets().items() if move != "end"}


def test_content_goes_two_years_after_the_last_contact_and_never_under_a_hold() -> None:
    assert rules.erase_on([DAY(2026, 1, 1), DAY(2024, 2, 29)]) == DAY(2028, 1, 1)
    assert rules.erase_on([DAY(2024, 2, 29)]) == DAY(2026, 2, 28)
    assert rules.erase_on([DAY(2024, 2, 29)], held_until=DAY(2030, 5, 5)) == DAY(2030, 5, 6)
    assert rules.warn_on(DAY(2028, 1, 1)) == DAY(2027, 11, 2)
