"""Who may do what with an entry of the directory."""

import datetime as dt

import pytest

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.accounts.rights import asker
from maillon.base.ids import new_id
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation, Provider, Service
from maillon.directory.rights import Ability, may_add, on_service

HERE, ELSEWHERE = (Organisation(id=new_id(), kind=OrganisationKind.ASSOCIATION) for _ in range(2))
PREFECTURE = Organisation(id=new_id(), kind=OrganisationKind.PREFECTURE)
DAY = dt.date(2026, 11, 24)
LEADS = {
    Ability.SAY_ANSWERED, Ability.SAY_CAPACITY, Ability.CONFIRM, Ability.EDIT, Ability.END, Ability.DECIDE_ZONE,
}  # fmt: skip


def found(role, organisation, *, ended_on=None, ended=False, owner=HERE):
    at = dt.datetime(2026, 11, 24, tzinfo=dt.UTC) if ended else None
    by = asker(Membership(role=role, organisation=organisation, ended_at=at))
    return on_service(by, Service(provider=Provider(organisation=owner), ended_on=ended_on))


@pytest.mark.parametrize("role", [Role.REPORTER, Role.RECIPIENT, Role.LEAD])
def test_any_member_says_whether_the_phone_answered_and_no_more_about_others(role):
    assert found(role, ELSEWHERE) == {Ability.SAY_ANSWERED}


def test_at_home_a_reader_counts_places_and_a_lead_does_everything():
    assert found(Role.REPORTER, HERE) == {Ability.SAY_ANSWERED}
    assert found(Role.RECIPIENT, HERE) == {Ability.SAY_ANSWERED, Ability.SAY_CAPACITY}
    assert found(Role.LEAD, HERE) == LEADS


@pytest.mark.parametrize(("role", "where"), [(Role.ADMINISTRATOR, ELSEWHERE), (Role.LEAD, PREFECTURE)])
def test_keepers_do_everything_with_everybodys(role, where):
    assert found(role, where) == LEADS | {Ability.SET_CONFIDENCE}
    assert found(role, where, owner=None) == LEADS | {Ability.SET_CONFIDENCE}


def test_a_service_that_takes_no_part_has_no_lead():
    assert found(Role.LEAD, ELSEWHERE, owner=None) == {Ability.SAY_ANSWERED}


def test_an_ended_service_can_only_be_reopened():
    assert found(Role.LEAD, HERE, ended_on=DAY) == {Ability.REOPEN}
    assert found(Role.RECIPIENT, HERE, ended_on=DAY) == set()


def test_whoever_has_left_leads_nothing():
    assert found(Role.LEAD, HERE, ended=True) == {Ability.SAY_ANSWERED}
    assert found(Role.ADMINISTRATOR, HERE, ended=True) == {Ability.SAY_ANSWERED}


def test_keepers_and_leads_add():
    for role, where, expected in [
        (Role.ADMINISTRATOR, HERE, True), (Role.LEAD, HERE, True), (Role.RECIPIENT, HERE, False),
        (Role.REPORTER, PREFECTURE, False),
    ]:  # fmt: skip
        assert may_add(asker(Membership(role=role, organisation=where))) is expected
