"""Who may do what with a path: those who follow her and the préfecture that was asked; nobody else, ever."""

import pytest

from maillon.accounts.enums import Role
from maillon.directory.enums import OrganisationKind
from maillon.exits import services
from maillon.exits.enums import Opinion, Reading
from maillon.exits.refusals import NotAllowed
from maillon.exits.rights import Ability, may_ask_approval, may_start, on_path, on_request
from maillon.exits.selectors import paths_of, request_of, requests_received, requests_waiting
from tests.accounts.factories import MembershipFactory, make_organisation
from tests.exits.factories import (
    DAY,
    TODAY,
    World,
    advised,
    asked,
    fresh,
    granted,
    last_of,
    make_world,
    opened,
    started,
    submitted,
)
from tests.reports.factories import AT, Person, make_person

pytestmark = pytest.mark.guardrail("G6")


@pytest.fixture
def world(db) -> World:
    return make_world()


def may(person: Person, request) -> set[Ability]:
    return set(on_request(person.membership, request_of(request.pk), TODAY))


def test_only_who_follows_her_in_an_association_starts_a_path(world) -> None:
    assert may_start(world.worker.membership, world.case, TODAY)
    assert not may_start(world.colleague.membership, world.case, TODAY)
    assert not may_start(world.elsewhere.reader.membership, world.case, TODAY)
    assert not may_start(world.officer.membership, world.case, TODAY)
    assert not may_start(None, world.case, TODAY)


def test_what_the_association_may_do_follows_the_state(world) -> None:
    path = started(world)
    worker, lead = world.worker.membership, world.lead.membership
    first = {Ability.SEE, Ability.READ, Ability.EXPLAIN, Ability.RESIDENCE, Ability.END, Ability.ASK}
    assert on_path(worker, path, TODAY) == first
    # A lead reads, and does not write in her worker's place.
    assert on_path(lead, path, TODAY) == {Ability.SEE, Ability.READ}
    assert on_path(world.colleague.membership, path, TODAY) == set()
    assert on_path(world.officer.membership, path, TODAY) == set()


def test_the_file_is_the_associations_while_it_is_written_and_the_prefectures_to_decide(world) -> None:
    path = asked(world)
    request = last_of(path)
    assert may(world.worker, request) == {
        Ability.SEE,
        Ability.READ,
        Ability.WRITE,
        Ability.SUBMIT,
        Ability.WITHDRAW,
    }
    assert may(world.officer, request) == set()
    submitted(world, path)
    assert may(world.worker, request) == {Ability.SEE, Ability.READ, Ability.WITHDRAW}
    assert may(world.officer, request) == {Ability.SEE, Ability.READ, Ability.SEND_BACK, Ability.OPINE}
    advised(world, request, Opinion.UNFAVOURABLE)
    assert may(world.officer, request) == {Ability.SEE, Ability.READ, Ability.DECIDE}
    services.grant(request_id=request.pk, decided_on=TODAY, by=world.officer.membership, at=AT)
    assert may(world.officer, request) == {Ability.SEE, Ability.READ}
    assert may(world.worker, request) == {Ability.SEE, Ability.READ}


def test_a_stand_in_does_what_her_colleague_does_until_her_last_day(world) -> None:
    path = started(world)
    world.case.replacement, world.case.replaced_until = world.colleague.membership, TODAY
    world.case.save()
    path = fresh(path)
    assert Ability.ASK in on_path(world.colleague.membership, path, TODAY)
    assert on_path(world.colleague.membership, path, TODAY + DAY) == set()


@pytest.mark.parametrize("kind", [kind for kind in OrganisationKind if kind != OrganisationKind.ASSOCIATION])
def test_no_other_body_has_anything_of_it_whatever_the_role(world, kind) -> None:
    request = submitted(world, asked(world))
    organisation = make_organisation(kind)
    for role in Role:
        membership = MembershipFactory(organisation=organisation, role=role, member__key=False)
        assert on_request(membership, request_of(request.pk), TODAY) == set()
        assert on_path(membership, fresh(request.path), TODAY) == set()
        assert not requests_received(membership).exists()
        assert not paths_of(membership, TODAY).exists()


def test_strangers_and_those_who_left_have_nothing(world) -> None:
    request = submitted(world, asked(world))
    strangers = [world.colleague, world.elsewhere.reader, world.other_prefecture.reader]
    strangers.append(make_person(world.prefecture.organisation, Role.REPORTER))
    for person in strangers:
        assert may(person, request) == set()
        with pytest.raises(NotAllowed):
            opened(person, request)
    assert on_request(None, request_of(request.pk), TODAY) == set()
    for person in (world.worker, world.officer):
        person.membership.ended_at = AT
        person.membership.save()
        assert may(person, request) == set()


def test_who_sees_which_lists(world) -> None:
    path = asked(world)
    assert not requests_received(world.officer.membership).exists()
    request = submitted(world, path)
    assert list(paths_of(world.worker.membership, TODAY)) == [path]
    assert list(paths_of(world.lead.membership, TODAY)) == [path]
    assert not paths_of(world.colleague.membership, TODAY).exists()
    assert list(requests_received(world.officer.membership)) == [request]
    assert not requests_received(world.other_prefecture.reader.membership).exists()
    assert list(requests_waiting(world.prefecture.organisation)) == [request]
    granted(world, request)
    assert not requests_waiting(world.prefecture.organisation).exists()


def test_nobody_acts_in_the_place_of_the_other_side(world) -> None:
    path = asked(world)
    request = submitted(world, path)
    worker, officer = world.worker, world.officer
    today = {"at": AT, "request_id": request.pk}
    with pytest.raises(NotAllowed):
        services.note_opinion(opinion=Opinion.FAVOURABLE, given_on=TODAY, by=worker.membership, **today)
    with pytest.raises(NotAllowed):
        services.send_back(wanted="x", by=worker.membership, **today)
    with pytest.raises(NotAllowed):
        services.withdraw_request(by=officer.membership, **today)
    advised(world, request)
    with pytest.raises(NotAllowed):
        services.refuse(decided_on=TODAY, reasons="x", by=worker.membership, **today)
    with pytest.raises(NotAllowed):
        services.read_permits(
            path_id=path.pk, by=officer.membership, keyring=officer.keyring, at=AT, reason=Reading.INSTRUCTING
        )


def test_a_lead_of_an_association_asks_for_an_approval_and_nobody_else(world) -> None:
    assert may_ask_approval(world.lead.membership)
    assert not may_ask_approval(world.worker.membership)
    assert not may_ask_approval(make_person(world.prefecture.organisation, Role.LEAD).membership)
    assert not may_ask_approval(None)
