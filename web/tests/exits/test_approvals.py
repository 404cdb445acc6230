"""An association's approval: asked for, completed, decided by the préfet or by four months of his silence."""

import datetime as dt

import pytest

from maillon.accounts.enums import Role
from maillon.directory.models import Organisation
from maillon.exits import services
from maillon.exits.enums import ApprovalState
from maillon.exits.models import Approval
from maillon.exits.refusals import AlreadyOpen, NoDepartement, NoPrefecture, NotAllowed, TooLate, WrongDay
from maillon.exits.rights import Ability, on_approval
from maillon.exits.selectors import approvals_of, approvals_received, is_approved
from maillon.journal.enums import Action
from maillon.journal.models import Line
from tests.exits.factories import DAY, TODAY
from tests.reports.factories import AT, House, Person, make_house, make_person
from tests.territories.factories import DepartementFactory


@pytest.fixture
def home(db) -> House:
    return make_house()


@pytest.fixture
def lead(home) -> Person:
    return make_person(home.organisation, Role.LEAD)


@pytest.fixture
def prefecture(db) -> House:
    return make_house(prefecture=True)


def at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(9), tzinfo=dt.UTC)


def ask(lead: Person, prefecture: House, **more) -> Approval:
    given = {
        "prefecture_id": prefecture.organisation.pk,
        "departements": [prefecture.organisation.departement_id],
        "asked_on": TODAY,
        "by": lead.membership,
        "at": AT,
    }
    return services.ask_approval(**{**given, **more})


def test_granted_it_lasts_three_years_and_the_directory_knows(home, lead, prefecture) -> None:
    approval = ask(lead, prefecture)
    assert not is_approved(home.organisation, prefecture.organisation, TODAY)
    services.decide_approval(
        approval_id=approval.pk, granted=True, decided_on=TODAY, by=prefecture.reader.membership, at=AT
    )
    approval = Approval.objects.get()
    assert (approval.state, approval.until_on) == (ApprovalState.GRANTED, dt.date(2029, 11, 22))
    organisation = Organisation.objects.get(pk=home.organisation.pk)
    assert (organisation.psp_approved_from, organisation.psp_approved_until) == (TODAY, dt.date(2029, 11, 23))
    for day, approved in (
        (TODAY - DAY, False),
        (TODAY, True),
        (approval.until_on, True),
        (approval.until_on + DAY, False),
    ):
        assert is_approved(organisation, prefecture.organisation, day) is approved
    assert [line.reason for line in Line.objects.filter(action=Action.APPROVAL_DECIDED)] == ["grant"]


def test_an_approval_counts_in_the_departements_that_it_names(home, lead, prefecture) -> None:
    other = make_house(prefecture=True, departement=DepartementFactory(code="14", name="Calvados"))
    approval = ask(lead, prefecture)
    services.decide_approval(
        approval_id=approval.pk, granted=True, decided_on=TODAY, by=prefecture.reader.membership, at=AT
    )
    organisation = Organisation.objects.get(pk=home.organisation.pk)
    assert is_approved(organisation, prefecture.organisation, TODAY)
    assert not is_approved(organisation, other.organisation, TODAY)


def test_silence_approves_once_it_has_lasted_and_never_before(home, lead, prefecture) -> None:
    approval = ask(lead, prefecture)
    services.complete_approval(approval_id=approval.pk, complete_on=TODAY, by=prefecture.reader.membership, at=AT)
    first = dt.date(2027, 3, 24)
    assert services.watch_approvals(at=at(first - DAY)) == 0
    assert services.watch_approvals(at=at(first)) == 1
    assert services.watch_approvals(at=at(first)) == 0
    approval = Approval.objects.get()
    assert (approval.state, approval.from_on, approval.decided_by) == (ApprovalState.TACIT, first, None)
    assert is_approved(Organisation.objects.get(pk=home.organisation.pk), prefecture.organisation, first)
    assert Line.objects.get(action=Action.APPROVAL_DECIDED).reason == "fall_silent"


def test_a_missing_paper_stops_silence_until_it_is_given(lead, prefecture) -> None:
    approval, officer = ask(lead, prefecture), prefecture.reader.membership
    later = TODAY + 30 * DAY
    services.claim_papers(approval_id=approval.pk, claimed_on=later, by=officer, at=at(later))
    assert services.watch_approvals(at=at(TODAY + 900 * DAY)) == 0
    with pytest.raises(WrongDay):
        services.supply_papers(approval_id=approval.pk, supplied_on=later - DAY, by=lead.membership, at=at(later))
    services.supply_papers(approval_id=approval.pk, supplied_on=later, by=lead.membership, at=at(later))
    assert services.watch_approvals(at=at(later + 150 * DAY)) == 0
    assert services.watch_approvals(at=at(later + 190 * DAY)) == 1


def test_a_paper_is_not_asked_for_after_two_months(lead, prefecture) -> None:
    approval = ask(lead, prefecture)
    late = dt.date(2027, 1, 24)
    with pytest.raises(TooLate):
        services.claim_papers(approval_id=approval.pk, claimed_on=late, by=prefecture.reader.membership, at=at(late))


def test_who_asks_names_a_prefecture_and_departements_and_asks_once(lead, prefecture, home) -> None:
    with pytest.raises(NoPrefecture):
        ask(lead, prefecture, prefecture_id=home.organisation.pk)
    for codes in ([], ["99"], [prefecture.organisation.departement_id, "99"]):
        with pytest.raises(NoDepartement):
            ask(lead, prefecture, departements=codes)
    with pytest.raises(WrongDay):
        ask(lead, prefecture, asked_on=TODAY + DAY)
    ask(lead, prefecture)
    with pytest.raises(AlreadyOpen):
        ask(lead, prefecture)
    with pytest.raises(NotAllowed):
        ask(home.reader, prefecture)


def test_a_refusal_ends_it_and_another_may_be_asked(lead, prefecture, home) -> None:
    approval, officer = ask(lead, prefecture), prefecture.reader.membership
    with pytest.raises(WrongDay):
        services.decide_approval(approval_id=approval.pk, granted=True, decided_on=TODAY - DAY, by=officer, at=AT)
    with pytest.raises(WrongDay):
        services.decide_approval(
            approval_id=approval.pk, granted=True, decided_on=TODAY, from_on=TODAY - DAY, by=officer, at=AT
        )
    services.decide_approval(approval_id=approval.pk, granted=False, decided_on=TODAY, by=officer, at=AT)
    assert not is_approved(home.organisation, prefecture.organisation, TODAY)
    ask(lead, prefecture)
    assert [one.state for one in approvals_of(home.organisation)].count(ApprovalState.ASKED) == 1
    assert approvals_received(officer).count() == 2


def test_one_that_is_taken_back_counts_no_more(lead, prefecture, home) -> None:
    approval, officer = ask(lead, prefecture), prefecture.reader.membership
    services.decide_approval(approval_id=approval.pk, granted=True, decided_on=TODAY, by=officer, at=AT)
    services.withdraw_approval(approval_id=approval.pk, withdrawn_on=TODAY, by=officer, at=AT)
    assert not is_approved(Organisation.objects.get(pk=home.organisation.pk), prefecture.organisation, TODAY)


def test_the_next_one_begins_where_the_one_before_ends(lead, prefecture, home) -> None:
    officer = prefecture.reader.membership
    first = ask(lead, prefecture)
    services.decide_approval(approval_id=first.pk, granted=True, decided_on=TODAY, by=officer, at=AT)
    later = dt.date(2029, 6, 1)
    second = ask(lead, prefecture, asked_on=later, at=at(later))
    begins = dt.date(2029, 11, 23)
    services.decide_approval(
        approval_id=second.pk, granted=True, decided_on=later, from_on=begins, by=officer, at=at(later)
    )
    organisation = Organisation.objects.get(pk=home.organisation.pk)
    assert organisation.psp_approved_from == TODAY
    for day in (later, begins - DAY, begins, begins + 500 * DAY):
        assert is_approved(organisation, prefecture.organisation, day)
    services.watch_approvals(at=at(begins))
    assert Organisation.objects.get(pk=home.organisation.pk).psp_approved_from == begins


def test_its_coming_end_is_recalled_to_the_leads_once_a_level(lead, prefecture) -> None:
    approval = ask(lead, prefecture)
    services.decide_approval(
        approval_id=approval.pk, granted=True, decided_on=TODAY, by=prefecture.reader.membership, at=AT
    )
    assert services.watch(at=at(dt.date(2029, 3, 21)))["approvals"] == 0
    assert services.watch(at=at(dt.date(2029, 3, 22)))["approvals"] == 1
    assert services.watch(at=at(dt.date(2029, 3, 23)))["approvals"] == 0
    assert services.watch(at=at(dt.date(2029, 5, 22)))["approvals"] == 1
    asked_on = dt.date(2029, 6, 1)
    ask(lead, prefecture, asked_on=asked_on, at=at(asked_on))
    assert services.watch(at=at(dt.date(2029, 11, 23)))["approvals"] == 0


def test_what_each_side_may_do_with_it(lead, prefecture, home) -> None:
    approval = ask(lead, prefecture)
    assert on_approval(lead.membership, approval) == {Ability.SEE}
    assert on_approval(home.reader.membership, approval) == {Ability.SEE}
    assert on_approval(prefecture.reader.membership, approval) == {
        Ability.SEE,
        Ability.CLAIM,
        Ability.COMPLETE,
        Ability.DECIDE,
    }
    approval.state = ApprovalState.MISSING
    assert on_approval(lead.membership, approval) == {Ability.SEE, Ability.SUPPLY}
    assert on_approval(home.reader.membership, approval) == {Ability.SEE}
    approval.state = ApprovalState.GRANTED
    assert on_approval(prefecture.reader.membership, approval) == {Ability.SEE, Ability.WITHDRAW}
    for other in (make_house().reader, make_house(prefecture=True).reader, make_house(police=True).reader):
        assert on_approval(other.membership, approval) == set()
    assert on_approval(None, approval) == set()
