"""Who may do what with a minor's assessment and a coordination sheet: the council, and nobody else at all."""

import itertools

import pytest
from django.utils import timezone

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.protection.enums import AssessmentState, SheetState
from maillon.protection.models import Assessment, PathSheet
from maillon.protection.rights import Ability, may_assess, on_assessment, on_sheet

COUNCIL = Organisation(id=new_id(), kind=OrganisationKind.COUNCIL)
PREFECTURE = Organisation(id=new_id(), kind=OrganisationKind.PREFECTURE)
READ = {Ability.SEE, Ability.READ}


def member(organisation: Organisation, role: Role, *, ended: bool = False) -> Membership:
    return Membership(id=new_id(), organisation=organisation, role=role, ended_at=timezone.now() if ended else None)


def elsewhere() -> list[Membership]:
    return [
        member(Organisation(id=new_id(), kind=kind), role) for kind, role in itertools.product(OrganisationKind, Role)
    ]


def here_without_reading() -> list[Membership]:
    silent = [member(COUNCIL, role) for role in Role if not role.reads]
    return [*silent, member(COUNCIL, Role.LEAD, ended=True), member(COUNCIL, Role.RECIPIENT, ended=True)]


def assessment(state: AssessmentState) -> Assessment:
    return Assessment(id=new_id(), organisation=COUNCIL, state=state)


@pytest.mark.guardrail("G6")
@pytest.mark.parametrize("state", AssessmentState)
def test_nobody_but_readers_of_that_council_may_anything(state) -> None:
    for nobody in [None, *elsewhere(), *here_without_reading()]:
        assert on_assessment(nobody, assessment(state)) == frozenset()


@pytest.mark.parametrize(
    ("state", "more"),
    [
        (AssessmentState.RECEIVED, {Ability.ASSIGN, Ability.SET_DUE, Ability.SAY_PARENTS, Ability.SEIZE}),
        (
            AssessmentState.UNDER_WAY,
            {Ability.ASSIGN, Ability.SET_DUE, Ability.SAY_PARENTS, Ability.SEIZE, Ability.ACT, Ability.END},
        ),
        (AssessmentState.ENDED, set()),
    ],
)
def test_readers_may_what_the_state_says_and_leads_hold_too(state, more) -> None:
    always = READ | {Ability.WRITE, Ability.WRITE_SHEET}
    one = assessment(state)
    assert on_assessment(member(COUNCIL, Role.RECIPIENT), one) == always | more
    assert on_assessment(member(COUNCIL, Role.LEAD), one) == always | more | {Ability.HOLD}
    one.hold_until = timezone.localdate()
    assert on_assessment(member(COUNCIL, Role.LEAD), one) == always | more | {Ability.LIFT}


def test_what_was_erased_is_only_seen() -> None:
    one = assessment(AssessmentState.ENDED)
    one.erased_at = timezone.now()
    assert on_assessment(member(COUNCIL, Role.LEAD), one) == {Ability.SEE}


def test_only_a_council_assesses() -> None:
    for kind, role in itertools.product(OrganisationKind, Role):
        there = member(Organisation(id=new_id(), kind=kind), role)
        assert may_assess(there) == (kind is OrganisationKind.COUNCIL and role.reads)


def sheet(state: SheetState) -> PathSheet:
    at = None if state is SheetState.WRITTEN else PREFECTURE
    return PathSheet(id=new_id(), organisation=COUNCIL, prefecture=at, state=state)


@pytest.mark.guardrail("G6")
@pytest.mark.parametrize("state", SheetState)
def test_a_sheet_is_its_councils_and_once_submitted_its_secretariats(state) -> None:
    one, author = sheet(state), on_sheet(member(COUNCIL, Role.RECIPIENT), sheet(state))
    keeper = on_sheet(member(PREFECTURE, Role.RECIPIENT), one)
    expected = {
        SheetState.WRITTEN: (READ | {Ability.SUBMIT, Ability.WITHDRAW}, set()),
        SheetState.SUBMITTED: (READ | {Ability.WITHDRAW}, READ | {Ability.SHOW}),
        SheetState.WITHDRAWN: ({Ability.SEE}, set()),
    }
    assert (author, keeper) == expected[state]
    for nobody in [None, *elsewhere(), *here_without_reading(), member(PREFECTURE, Role.REPORTER)]:
        assert on_sheet(nobody, one) == frozenset()


@pytest.mark.parametrize("state", SheetState)
def test_a_member_of_the_meeting_reads_it_while_it_is_shown_and_does_nothing_with_it(state) -> None:
    judge = member(Organisation(id=new_id(), kind=OrganisationKind.OTHER), Role.REPORTER)
    may = on_sheet(judge, sheet(state), shown=True)
    assert may == (READ if state is SheetState.SUBMITTED else set())
    judge.ended_at = timezone.now()
    assert on_sheet(judge, sheet(state), shown=True) == frozenset()
