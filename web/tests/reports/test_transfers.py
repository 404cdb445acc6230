"""Passing a sealed report on, having it back, and never holding it in two hands."""

import datetime as dt

import pytest

from maillon.accounts.enums import Role
from maillon.directory.models import Organisation
from maillon.guidance.enums import Ground
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import selectors, services
from maillon.reports.enums import Outcome, ReturnReason, State
from maillon.reports.refusals import AlreadyThere, NoGround, NotAllowed, StillElsewhere, Unreachable
from maillon.reports.rights import Ability, on_transmission
from maillon.vault.refusals import CannotOpen
from maillon.vault.services import open_item
from tests.accounts.factories import keyring_of, make_membership
from tests.directory.factories import OrganisationFactory
from tests.reports.acting import acknowledged, act, in_hand, open_as, transferred
from tests.reports.factories import AT, adult_content, make_house, make_orne, make_report, transmission_to

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(hours=2)


@pytest.fixture
def orne():
    return make_orne()


@pytest.fixture
def first(orne):
    """A minor's report, in hand at the council."""
    return in_hand(orne.council, transmission_to(make_report(orne), orne.council))


@pytest.fixture
def health():
    return make_house(health=True)


def given_back(house, transmission, *, at=LATER, reason=ReturnReason.NOT_COMPETENT):
    open_as(house.reader, transmission, at=at)
    return act(services.return_transfer, house, transmission, at=at, reason=reason)


def test_the_new_organisation_opens_what_the_first_one_opened(orne, first, health):
    onward = transferred(orne.council, first, health, Ground.CASF_L226_2_2)
    assert open_as(health.reader, onward).content == open_as(orne.council.reader, first).content


def test_both_ends_of_a_transfer_are_in_the_journal_with_its_ground(orne, first, health):
    transferred(orne.council, first, health, Ground.CASF_L226_2_2)
    line = Line.objects.get(action=Action.TRANSFERRED)
    assert (line.organisation_id, line.recipient_organisation_id) == (
        orne.council.organisation.id,
        health.organisation.id,
    )
    assert line.reason == Ground.CASF_L226_2_2


def test_the_new_clock_starts_at_the_transfer(orne, first, health):
    onward = transferred(orne.council, first, health, Ground.CASF_L226_2_2, at=LATER)
    assert onward.acknowledge_by == LATER + dt.timedelta(hours=24)
    assert onward.answer_by is None


def test_the_council_that_is_transferred_a_minor_has_the_laws_three_months(orne):
    report = make_report(orne, chosen=None)
    other = make_house(council=True, name="Conseil départemental fictif voisin")
    here = in_hand(orne.council, transmission_to(report, orne.council))
    onward = transferred(orne.council, here, other, Ground.CASF_L226_2_1)
    assert onward.answer_by == dt.date(2027, 2, 23)


def test_a_council_that_is_transferred_an_adult_has_no_legal_delay(orne):
    report = make_report(orne, content=adult_content(orne.commune))
    received = acknowledged(orne.association, transmission_to(report, orne.association))
    assert transferred(orne.association, received, orne.council, Ground.CONSENT).answer_by is None


def test_no_transfer_without_a_ground(orne, first):
    lodging = make_house(lodging=True)
    for ground in Ground:
        with pytest.raises(NoGround):
            transferred(orne.council, first, lodging, ground)


def test_no_transfer_to_an_organisation_without_a_reader(orne, first):
    nobody = OrganisationFactory(health=True)
    with pytest.raises(Unreachable):
        services.transfer(
            transmission_id=first.id,
            recipient=nobody,
            ground=Ground.CASF_L226_2_2,
            by=orne.council.reader.membership,
            keyring=orne.council.reader.keyring,
            at=AT,
        )


def test_no_transfer_to_who_has_it_already(orne, first):
    onward = transferred(orne.council, first, orne.prosecutor, Ground.CASF_L226_4)
    acknowledged(orne.prosecutor, onward)
    with pytest.raises(AlreadyThere):
        transferred(orne.prosecutor, onward, orne.council, Ground.CASF_L226_2_1)


def test_nobody_transfers_unopened_or_unacknowledged(orne, health):
    sent = transmission_to(make_report(orne), orne.council)
    with pytest.raises(NotAllowed):
        transferred(orne.council, sent, health, Ground.CASF_L226_2_2)
    open_as(orne.council.reader, sent)
    with pytest.raises(NotAllowed):
        transferred(orne.council, sent, health, Ground.CASF_L226_2_2)


def test_a_return_says_why_and_runs_the_clock_at_who_transferred(orne, first, health):
    onward = transferred(orne.council, first, health, Ground.CASF_L226_2_2)
    given_back(health, onward)
    onward.refresh_from_db()
    first.refresh_from_db()
    assert (onward.state, onward.return_reason) == (State.RETURNED, ReturnReason.NOT_COMPETENT)
    assert (first.state, first.handed_back_at) == (State.TRANSFERRED, LATER)
    assert first.take_up_by == LATER + dt.timedelta(hours=24)


def test_what_was_given_back_is_out_of_reach_even_of_the_key(orne, first, health):
    onward = transferred(orne.council, first, health, Ground.CASF_L226_2_2)
    given_back(health, onward)
    with pytest.raises(NotAllowed):
        open_as(health.reader, onward, at=LATER)
    with pytest.raises(CannotOpen):
        open_item(
            item=first.report.account,
            keyring=health.reader.keyring,
            organisation_id=health.organisation.id,
            by=health.reader.membership,
            at=LATER,
            reason="handling",
        )
    assert open_as(orne.council.reader, first, at=LATER).content.narrative


def test_taken_back_it_is_in_hand_again_and_its_clock_stops(orne, first, health):
    onward = transferred(orne.council, first, health, Ground.CASF_L226_2_2)
    given_back(health, onward)
    taken = act(services.take_back, orne.council, first, at=LATER)
    assert (taken.state, taken.take_up_by, taken.handed_back_at) == (State.IN_HAND, None, None)


@pytest.mark.parametrize("service", [services.take_back, services.close])
def test_while_the_other_has_it_in_hand_nobody_takes_it_back_or_closes_it(orne, first, health, service):
    transferred(orne.council, first, health, Ground.CASF_L226_2_2)
    more = {"outcome": Outcome.PROTECTED} if service is services.close else {}
    with pytest.raises(StillElsewhere):
        act(service, orne.council, first, **more)


def test_once_the_other_has_closed_it_the_first_may_close_it_too(orne, first, health):
    onward = transferred(orne.council, first, health, Ground.CASF_L226_2_2)
    in_hand(health, onward)
    act(services.close, health, onward, outcome=Outcome.ACCOMPANIED)
    assert act(services.close, orne.council, first, outcome=Outcome.ACCOMPANIED).state == State.CLOSED


def test_who_gave_it_back_can_be_given_it_again(orne, first, health):
    onward = transferred(orne.council, first, health, Ground.CASF_L226_2_2)
    given_back(health, onward, reason=ReturnReason.INCOMPLETE)
    act(services.take_back, orne.council, first, at=LATER)
    again = transferred(orne.council, first, health, Ground.CASF_L226_2_2, at=LATER)
    assert open_as(health.reader, again, at=LATER).content.narrative


def test_what_came_straight_from_its_author_has_nowhere_to_go_back_to(orne, first):
    assert Ability.RETURN not in on_transmission(orne.council.reader.membership, first)
    with pytest.raises(NotAllowed):
        act(services.return_transfer, orne.council, first, reason=ReturnReason.OUT_OF_AREA)


def test_a_reader_without_the_key_transfers_nothing(orne, first, health):
    newcomer = make_membership(orne.council.organisation, Role.RECIPIENT, holds_key=False)
    with pytest.raises(CannotOpen):
        services.transfer(
            transmission_id=first.id,
            recipient=health.organisation,
            ground=Ground.CASF_L226_2_2,
            by=newcomer,
            keyring=keyring_of(newcomer),
            at=AT,
        )
    first.refresh_from_db()
    assert first.state == State.IN_HAND
    assert not first.transfers.exists()


def test_targets_are_active_readable_and_without_the_report(orne, first, health):
    OrganisationFactory(health=True)
    gone = make_house(health=True)
    Organisation.objects.filter(pk=gone.organisation.pk).update(is_active=False)
    elsewhere = set(first.report.transmissions.values_list("recipient_id", flat=True))
    found = {target.id for target in selectors.transfer_targets(first)}
    assert health.organisation.id in found
    assert not found & elsewhere
    assert gone.organisation.id not in found
    assert found <= {house.organisation.id for house in (orne.prosecutor, orne.police, orne.association, health)}
