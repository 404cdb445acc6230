"""Who may do what, for every state and every relation."""

import pytest

from maillon.accounts.enums import Role
from maillon.reports.enums import State
from maillon.reports.models import Transmission
from maillon.reports.rights import Ability, on_draft, on_report, on_transmission
from tests.reports.factories import AT, make_draft, make_orne, make_person, make_report, minor_content, transmission_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def orne():
    return make_orne()


@pytest.fixture
def sent(orne):
    return transmission_to(make_report(orne), orne.council)


def in_state(transmission: Transmission, state: State) -> Transmission:
    transmission.state = state
    return transmission


@pytest.mark.parametrize("state", State)
def test_strangers_ended_memberships_reporters_and_administrators_may_nothing(orne, sent, state):
    former = make_person(orne.council.organisation, Role.RECIPIENT).membership
    former.ended_at = AT
    nobody = [
        None,
        former,
        orne.police.reader.membership,
        make_person(orne.council.organisation, Role.REPORTER).membership,
        make_person(orne.council.organisation, Role.ADMINISTRATOR).membership,
        make_person(orne.firefighter.membership.organisation).membership,
    ]
    for membership in nobody:
        assert on_transmission(membership, in_state(sent, state)) == frozenset()


@pytest.mark.parametrize("state", State)
def test_its_author_follows_it_and_never_reads_a_note(orne, sent, state):
    abilities = on_transmission(orne.firefighter.membership, in_state(sent, state))
    assert abilities <= {Ability.SEE_STATE, Ability.READ_MESSAGES, Ability.WRITE_MESSAGE}
    assert Ability.SEE_STATE in abilities


def test_before_opening_only_clear_facts_and_opening(orne, sent):
    assert on_transmission(orne.council.reader.membership, sent) == {Ability.SEE, Ability.SEE_STATE, Ability.OPEN}


@pytest.mark.parametrize("state", State)
def test_a_lead_may_what_a_recipient_may(orne, sent, state):
    lead = make_person(orne.council.organisation, Role.LEAD).membership
    here = in_state(sent, state)
    assert on_transmission(lead, here) == on_transmission(orne.council.reader.membership, here)


def test_what_was_given_back_is_seen_and_not_read(orne, sent):
    assert on_transmission(orne.council.reader.membership, in_state(sent, State.RETURNED)) == {Ability.SEE}


@pytest.mark.parametrize("role", Role)
def test_a_draft_and_a_report_are_their_authors(orne, role):
    content = minor_content(orne.commune)
    author = orne.firefighter
    draft, report = make_draft(author, content), make_report(orne)
    assert on_draft(author.membership, draft)
    assert on_report(author.membership, report)
    colleague = make_person(author.membership.organisation, role).membership
    for membership in (colleague, orne.council.reader.membership, None):
        assert on_draft(membership, draft) == frozenset()
        assert on_report(membership, report) == frozenset()


def test_an_author_who_has_left_may_nothing(orne):
    report, draft = make_report(orne), make_draft(orne.firefighter, minor_content(orne.commune))
    membership = orne.firefighter.membership
    membership.ended_at = AT
    assert on_report(membership, report) == on_draft(membership, draft) == frozenset()
