"""Who may do what with a referral and its steps, for every state and every relation."""

import pytest

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.referrals.enums import Basis, ReferralState, StepState
from maillon.referrals.models import Draft, Link, Referral, Step
from maillon.referrals.rights import Ability, by_link, may_refer, of_the_person, on_draft, on_referral, on_step
from maillon.referrals.rules import FINAL
from tests.reports.factories import AT

HOME, THERE, ELSEWHERE = new_id(), new_id(), new_id()
AUTHOR = Membership(id=new_id(), organisation_id=HOME, role=Role.REPORTER)
SEE, READ = Ability.SEE, Ability.READ


def member(organisation_id, role, **more) -> Membership:
    return Membership(id=new_id(), organisation_id=organisation_id, role=role, **more)


# Whoever must never be able to do anything, in any state.
NOBODY = [
    None,
    member(ELSEWHERE, Role.LEAD),
    member(HOME, Role.REPORTER),
    member(HOME, Role.ADMINISTRATOR),
    member(THERE, Role.REPORTER),
    member(THERE, Role.ADMINISTRATOR),
    member(THERE, Role.LEAD, ended_at=AT),
    member(HOME, Role.LEAD, ended_at=AT),
]


def step_in(state: StepState, *, basis=Basis.CONSENT, here=True, **more) -> Step:
    referral = Referral(
        id=new_id(),
        author=AUTHOR,
        organisation_id=HOME,
        basis=basis,
        minor=basis != Basis.CONSENT,
        code_key_id=new_id(),
    )
    asked = state not in {StepState.ASKED, StepState.PLANNED}
    given = {"proposed_at": AT if asked else None, "recipient_id": THERE if here else None, **more}
    if state in FINAL - {StepState.DONE}:
        given["shut_at"] = AT
    return Step(id=new_id(), referral=referral, state=state, **given)


AS_SERVICE = {
    StepState.ASKED: set(),
    StepState.PLANNED: set(),
    StepState.PROPOSED: {SEE, READ, Ability.OPEN, Ability.REFUSE},
    StepState.SEEN: {SEE, READ, Ability.ACCEPT, Ability.REFUSE},
    StepState.ACCEPTED: {SEE, READ, Ability.MEET, Ability.REFUSE, Ability.APPOINT},
    StepState.MET: {SEE, READ, Ability.FINISH},
    StepState.DONE: {SEE, READ},
    StepState.REFUSED: {SEE},
    StepState.SILENT: {SEE},
    StepState.WITHDRAWN: {SEE},
}


@pytest.mark.parametrize("state", StepState)
def test_a_service_may_what_its_state_says(state) -> None:
    for role in (Role.RECIPIENT, Role.LEAD):
        assert on_step(member(THERE, role), step_in(state)) == AS_SERVICE[state]


@pytest.mark.guardrail("G6")
@pytest.mark.parametrize("state", StepState)
def test_strangers_reporters_administrators_and_those_who_left_may_nothing(state) -> None:
    step = step_in(state, words_id=new_id())
    for nobody in NOBODY:
        assert on_step(nobody, step) == frozenset()
        assert on_referral(nobody, step.referral) == frozenset()


@pytest.mark.parametrize("state", StepState)
def test_who_refers_answers_for_nobody_here(state) -> None:
    for person in (AUTHOR, member(HOME, Role.RECIPIENT), member(HOME, Role.LEAD)):
        may = on_step(person, step_in(state))
        assert may <= {SEE, Ability.WITHDRAW_STEP, Ability.RECORD_REVOCATION}
        assert (Ability.WITHDRAW_STEP in may) == (state not in FINAL)
        assert Ability.RECORD_REVOCATION not in on_step(person, step_in(state, basis=Basis.CHILD_PROTECTION))


def test_for_a_service_without_an_account_she_writes_down_what_it_said() -> None:
    may = {state: on_step(AUTHOR, step_in(state, here=False)) - on_step(AUTHOR, step_in(state)) for state in StepState}
    link = {Ability.MAKE_LINK, Ability.END_LINK}
    assert may[StepState.PROPOSED] == link | {Ability.ACCEPT, Ability.REFUSE}
    assert may[StepState.ACCEPTED] == link | {Ability.APPOINT, Ability.MEET, Ability.REFUSE}
    assert may[StepState.MET] == link | {Ability.FINISH}
    assert not any(may[state] for state in FINAL | {StepState.ASKED, StepState.PLANNED})


@pytest.mark.guardrail("G6")
@pytest.mark.parametrize("state", StepState)
def test_the_person_takes_back_what_she_agreed_to_and_a_minor_nothing(state) -> None:
    may = of_the_person(step_in(state))
    shut = state in FINAL - {StepState.DONE}
    assert (Ability.REVOKE in may) == (state is not StepState.ASKED and not shut)
    assert (Ability.AGREE in may) == (Ability.DECLINE in may) == (state is StepState.ASKED)
    minor = of_the_person(step_in(state, basis=Basis.CHILD_PROTECTION))
    assert minor <= {SEE, READ, Ability.SAY_MET}


def test_without_a_code_there_is_no_person_to_ask() -> None:
    step = step_in(StepState.SEEN)
    step.referral.code_key_id = None
    assert of_the_person(step) == frozenset()


@pytest.mark.parametrize("state", StepState)
def test_what_was_erased_is_only_seen(state) -> None:
    step = step_in(state, words_id=new_id())
    step.referral.erased_at = AT
    for may in (on_step(AUTHOR, step), on_step(member(THERE, Role.LEAD), step), of_the_person(step)):
        assert may <= {SEE}
    assert on_referral(AUTHOR, step.referral) == {SEE}


@pytest.mark.parametrize("state", StepState)
def test_a_link_reads_and_answers_until_it_is_answered_and_no_longer(state) -> None:
    link = Link(step=step_in(state, here=False), expires_at=AT)
    assert by_link(link, AT) == frozenset()
    link.expires_at = AT.replace(year=AT.year + 1)
    expected = {
        StepState.PROPOSED: {Ability.OPEN},
        StepState.SEEN: {Ability.OPEN, READ, Ability.ACCEPT, Ability.REFUSE},
        # Through a new link, which was given nothing to read.
        StepState.ACCEPTED: {SEE, Ability.MEET},
        StepState.MET: {SEE, Ability.FINISH},
    }
    assert by_link(link, AT) == expected.get(state, set())
    link.ended_at = AT
    assert by_link(link, AT) == frozenset()


def test_an_ended_referral_is_read_and_goes_on_only_when_nobody_was_left() -> None:
    referral = step_in(StepState.REFUSED).referral
    further = {}
    for state in ReferralState:
        referral.state = state
        further[state] = on_referral(AUTHOR, referral) - {SEE, READ, Ability.READ_WORDS}
    assert further[ReferralState.EXHAUSTED] == {Ability.ADD_RECIPIENT}
    assert further[ReferralState.OPEN] == {Ability.ADD_RECIPIENT, Ability.WITHDRAW}
    assert further[ReferralState.DONE] == further[ReferralState.WITHDRAWN] == frozenset()


def test_a_draft_is_its_authors_alone() -> None:
    draft = Draft(author=AUTHOR)
    assert Ability.SEND in on_draft(AUTHOR, draft)
    assert not any(on_draft(nobody, draft) for nobody in [*NOBODY, member(HOME, Role.LEAD)])
    assert not may_refer(member(HOME, Role.ADMINISTRATOR))
    assert not may_refer(None)
