"""Who may do what with members: the whole matrix, not examples."""

import itertools

import pytest

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.accounts.rights import Ability, abilities, may_see_members, roles_to_give, roles_to_invite
from maillon.base.ids import new_id
from maillon.directory.models import Organisation
from tests.accounts.factories import AT

HERE, THERE = Organisation(id=new_id(), name="Ici"), Organisation(id=new_id(), name="Là")
MANAGED = {Role.REPORTER, Role.RECIPIENT, Role.LEAD}


def acting(role, organisation, ended_at=None):
    return Membership(id=new_id(), member_id=new_id(), organisation=organisation, role=role, ended_at=ended_at)


def expected(by, other):
    if by.role == Role.ADMINISTRATOR:
        return {Ability.END, Ability.RESET_SECOND_FACTOR, Ability.CHANGE_ROLE}
    if by.role == Role.LEAD and by.organisation == other.organisation and other.role in MANAGED:
        reads = {Ability.HAND_KEY} if Role(other.role).reads else set()
        return {Ability.END, Ability.RESET_SECOND_FACTOR, Ability.CHANGE_ROLE} | reads
    return set()


@pytest.mark.parametrize(("mine", "theirs", "where"), list(itertools.product(Role, Role, (HERE, THERE))))
def test_what_one_may_do_with_another(mine, theirs, where):
    by, other = acting(mine, HERE), acting(theirs, where)
    assert abilities(by, other) == expected(by, other)


@pytest.mark.parametrize("role", Role)
def test_with_oneself_one_may_only_leave(role):
    by = acting(role, HERE)
    assert abilities(by, by) == {Ability.END}


@pytest.mark.parametrize(("mine", "theirs", "where"), list(itertools.product(Role, Role, (HERE, THERE))))
def test_a_role_is_given_by_whoever_may_invite_to_it(mine, theirs, where):
    by, other = acting(mine, HERE), acting(theirs, where)
    given = set()
    if mine == Role.ADMINISTRATOR:
        given = {Role.LEAD, Role.ADMINISTRATOR}
    elif mine == Role.LEAD and where is HERE and theirs in MANAGED:
        given = MANAGED
    assert set(roles_to_give(by, other)) == given - {theirs}
    assert roles_to_give(by, by) == []


@pytest.mark.parametrize("role", Role)
def test_whoever_has_left_may_nothing(role):
    gone = acting(role, HERE, ended_at=AT)
    assert abilities(gone, acting(Role.REPORTER, HERE)) == frozenset()
    assert roles_to_invite(gone, HERE) == []
    assert not may_see_members(gone, HERE)
    assert abilities(acting(Role.LEAD, HERE), gone) == frozenset()


def test_nobody_may_nothing():
    assert abilities(None, acting(Role.REPORTER, HERE)) == frozenset()
    assert roles_to_invite(None, HERE) == []
    assert not may_see_members(None, HERE)


@pytest.mark.parametrize(
    ("role", "where", "invited"),
    [
        (Role.LEAD, HERE, [Role.REPORTER, Role.RECIPIENT, Role.LEAD]),
        (Role.LEAD, THERE, []),
        (Role.ADMINISTRATOR, THERE, [Role.LEAD, Role.ADMINISTRATOR]),
        (Role.RECIPIENT, HERE, []),
        (Role.REPORTER, HERE, []),
    ],
)
def test_whom_one_may_invite(role, where, invited):
    assert roles_to_invite(acting(role, HERE), where) == invited
    assert may_see_members(acting(role, HERE), where) == bool(invited)


@pytest.mark.parametrize(
    ("role", "reports", "reads"),
    [
        (Role.REPORTER, True, False),
        (Role.RECIPIENT, True, True),
        (Role.LEAD, True, True),
        (Role.ADMINISTRATOR, False, False),
    ],
)
def test_what_a_role_implies(role, reports, reads):
    assert (role.reports, role.reads) == (reports, reads)
