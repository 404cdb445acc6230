"""Who may do what with an adult's file: section 9.3 of the facts, asked of the rights themselves."""

import datetime as dt

import pytest

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.cases import selectors
from maillon.cases.enums import CaseState, EntryKind, TransferState
from maillon.cases.models import Case, Share, Transfer
from maillon.cases.rights import Ability, may_open, on_case, on_share, on_transfer
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from tests.cases.factories import TODAY, Place, make_place, open_case, shared

pytestmark = pytest.mark.guardrail("G6")
DAY = dt.timedelta(days=1)


def member(organisation: Organisation, role: Role = Role.RECIPIENT, **more: object) -> Membership:
    return Membership(id=new_id(), organisation=organisation, organisation_id=organisation.pk, role=role, **more)


def house(kind: str = "association") -> Organisation:
    return Organisation(id=new_id(), kind=kind)


HOME = house()


def a_case(**more: object) -> Case:
    return Case(id=new_id(), organisation=HOME, state=CaseState.OPEN, **more)


def test_the_responsible_does_everything_but_review_her_own_work() -> None:
    nadia = member(HOME)
    assert on_case(nadia, a_case(responsible=nadia), TODAY) == {
        Ability.SEE,
        Ability.READ,
        Ability.WRITE,
        Ability.SHARE,
        Ability.UNSHARE,
        Ability.CONSENT,
        Ability.WITHDRAW_CONSENT,
        Ability.REPLACE,
        Ability.HAND_OVER,
        Ability.ASK_CORRECTION,
        Ability.DECIDE_CORRECTION,
        Ability.TRANSFER,
        Ability.CLOSE,
        Ability.HOLD,
        Ability.EXPORT,
        Ability.ERASE,
    }


def test_a_replacement_writes_and_ends_nothing() -> None:
    nadia, other = member(HOME), member(HOME)
    case = a_case(responsible=nadia, replacement=other, replaced_until=TODAY)
    may = on_case(other, case, TODAY)
    assert {Ability.READ, Ability.WRITE} <= may
    assert not may & {Ability.CLOSE, Ability.TRANSFER, Ability.HAND_OVER, Ability.ERASE, Ability.HOLD, Ability.REVIEW}
    assert on_case(other, case, TODAY + DAY) == frozenset()


def test_a_lead_reads_reviews_and_hands_over_but_does_not_write_in_her_place() -> None:
    may = on_case(member(HOME, Role.LEAD), a_case(responsible=member(HOME)), TODAY)
    assert {Ability.READ, Ability.REVIEW, Ability.HAND_OVER, Ability.CLOSE} <= may
    assert not may & {Ability.WRITE, Ability.SHARE, Ability.CONSENT, Ability.TRANSFER}


@pytest.mark.parametrize("role", Role)
def test_no_other_member_of_the_organisation_sees_it_unless_she_leads(role) -> None:
    may = on_case(member(HOME, role), a_case(responsible=member(HOME)), TODAY)
    assert bool(may) == (role is Role.LEAD)


@pytest.mark.parametrize("kind", OrganisationKind)
@pytest.mark.parametrize("role", Role)
def test_nobody_of_another_organisation_sees_it_whatever_that_is(kind, role) -> None:
    stranger = member(house(kind), role)
    assert on_case(stranger, a_case(responsible=member(HOME)), TODAY) == frozenset()
    assert on_case(None, a_case(responsible=member(HOME)), TODAY) == frozenset()


def test_whoever_left_or_reads_no_more_has_lost_it() -> None:
    for gone in (
        member(HOME, ended_at=dt.datetime.now(dt.UTC)),
        member(HOME, Role.REPORTER),
        member(HOME, Role.ADMINISTRATOR),
    ):
        assert on_case(gone, a_case(responsible=gone), TODAY) == frozenset()


def test_what_is_closed_is_read_and_opened_again_and_not_written_in() -> None:
    nadia = member(HOME)
    case = a_case(responsible=nadia)
    case.state = CaseState.CLOSED
    may = on_case(nadia, case, TODAY)
    assert {Ability.READ, Ability.REOPEN, Ability.EXPORT, Ability.WITHDRAW_CONSENT, Ability.DECIDE_CORRECTION} <= may
    assert not may & {Ability.WRITE, Ability.SHARE, Ability.CONSENT, Ability.CLOSE, Ability.TRANSFER}
    case.state = CaseState.TRANSFERRED
    assert not on_case(nadia, case, TODAY) & {Ability.WRITE, Ability.REOPEN, Ability.CLOSE}


@pytest.mark.parametrize("kind", OrganisationKind)
def test_a_share_opens_for_associations_and_health_alone(kind) -> None:
    there = house(kind)
    case = a_case(responsible=member(HOME))
    share = Share(case=case, organisation=there, kinds=[EntryKind.NOTE], until=TODAY)
    allowed = kind in {OrganisationKind.ASSOCIATION, OrganisationKind.HEALTH}
    assert bool(on_share(member(there), share, TODAY)) == allowed
    assert on_share(member(there, Role.REPORTER), share, TODAY) == frozenset()
    assert on_share(member(there), share, TODAY + DAY) == frozenset()
    assert on_share(member(house(kind)), share, TODAY) == frozenset()
    hers = Share(case=case, member=member(there), kinds=[EntryKind.NOTE], until=TODAY)
    assert bool(on_share(hers.member, hers, TODAY)) == allowed
    assert on_share(member(there, Role.LEAD), hers, TODAY) == frozenset()


@pytest.mark.parametrize("kind", OrganisationKind)
def test_a_transfer_is_taken_over_by_who_follows_people_alone(kind) -> None:
    there = house(kind)
    offer = Transfer(case=a_case(responsible=member(HOME)), recipient=there, state=TransferState.WAITING)
    allowed = kind in {OrganisationKind.ASSOCIATION, OrganisationKind.HEALTH}
    assert (Ability.RECEIVE in on_transfer(member(there), offer)) == allowed
    assert on_transfer(member(there, Role.REPORTER), offer) == frozenset()
    assert on_transfer(member(house(kind)), offer) == frozenset()
    offer.state = TransferState.REFUSED
    assert Ability.READ_SHARED not in on_transfer(member(there), offer)
    assert may_open(member(there)) == allowed


@pytest.fixture
def place(db) -> Place:
    return make_place()


def test_lists_show_what_the_rights_allow_and_nothing_else(place) -> None:
    case = open_case(place)
    share = shared(case, place.nadia, place.clinic)
    people = [place.nadia, place.colleague, place.lead, place.volunteer, place.clinic.reader, place.police.reader]
    for person in people:
        who = person.membership
        sees = bool(on_case(who, case, TODAY))
        assert selectors.cases_of(who, TODAY).filter(pk=case.pk).exists() == sees
        assert (selectors.case_for(case.pk, who, TODAY) is not None) == sees
        assert (selectors.share_for(share.pk, who, TODAY) is not None) == bool(on_share(who, share, TODAY))


def test_a_second_case_is_warned_of_inside_one_organisation_with_reasons_and_whom_to_ask(place) -> None:
    case = open_case(place, pseudonym="Sofia")
    asked = {"pseudonym": "Sophia", "commune_code": place.commune.pk, "language": "fr"}
    found = selectors.likely_same(organisation_id=place.home.organisation.pk, **asked)
    assert [(one.case, [str(reason) for reason in one.reasons]) for one in found] == [
        (case, ["name_sounds_alike", "same_commune", "same_language"])
    ]
    assert found[0].case.responsible.member.name
    assert selectors.likely_same(organisation_id=place.other.organisation.pk, **asked) == []
    assert selectors.likely_same(organisation_id=place.home.organisation.pk, exclude=case.pk, **asked) == []
