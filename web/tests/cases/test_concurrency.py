"""Two at once: a case is never in two hands, two places or an unknown state, and what she takes back opens nothing."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from maillon.accounts.services import end_membership
from maillon.base.errors import Refusal
from maillon.cases import services
from maillon.cases.content import NewShare
from maillon.cases.enums import CaseState, EntryKind, Purpose, ShareEnd, TransferRefusal, TransferState
from maillon.cases.models import Case, Share, Transfer
from maillon.cases.refusals import AlreadyEnded, NoConsent, NotAllowed, NotReceivable, WrongSuccessor
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault.models import Grant, SealedItem
from tests.cases.factories import TODAY, Place, acting, consent, make_place, open_case, read, shared, with_key
from tests.concurrency import before, together
from tests.reports.factories import House, Person

pytestmark = pytest.mark.django_db(transaction=True)
MONTH = dt.timedelta(days=30)


@pytest.fixture
def place() -> Place:
    return make_place()


@pytest.fixture
def case(place) -> Case:
    case = open_case(place)
    services.write_note(case_id=case.pk, text="La note", **acting(place.nadia))
    return case


def refused(results: list[Any]) -> list[type]:
    return [type(result) for result in results if isinstance(result, Refusal)]


def new_share(place: Place, agreed: Any) -> NewShare:
    return NewShare(
        kinds=frozenset({EntryKind.NOTE}),
        until=TODAY + MONTH,
        organisation_id=place.clinic.organisation.pk,
        consent_id=agreed.pk,
    )


def keys_of(case: Case, house: House) -> int:
    return Grant.objects.filter(item__subject_id=case.pk, key_pair__owner_id=house.organisation.pk).count()


def hand_over(case: Case, place: Place, by: Person) -> Callable[[], Any]:
    return lambda: services.hand_over(case_id=case.pk, to_id=place.colleague.membership.pk, **acting(by))


def close(case: Case, by: Person) -> Callable[[], Any]:
    return lambda: services.close(case_id=case.pk, reason="her_choice", **acting(by))


# --- Hand-over and closing --------------------------------------------------------------------------------------------


def test_handed_over_while_it_is_closed_it_is_in_one_hand_and_closed_at_most_once(place, case) -> None:
    results = together(hand_over(case, place, place.nadia), close(case, place.nadia))
    case.refresh_from_db()
    assert case.responsible == place.colleague.membership
    # Handed over first, it is no longer hers to close.
    assert refused(results) == ([] if case.state == CaseState.CLOSED else [NotAllowed])
    assert Line.objects.filter(action=Action.CLOSED).count() == (case.state == CaseState.CLOSED)


def test_whoever_was_handed_out_of_a_case_does_not_close_it_a_moment_later(place, case) -> None:
    result = before(hand_over(case, place, place.nadia), close(case, place.nadia))
    assert isinstance(result, NotAllowed)
    case.refresh_from_db()
    assert (case.state, case.closed_at) == (CaseState.OPEN, None)


def test_two_leads_hand_it_over_at_once_and_one_of_them_is_the_last(place, case) -> None:
    results = together(hand_over(case, place, place.lead), hand_over(case, place, place.nadia))
    assert refused(results) in ([WrongSuccessor], [NotAllowed])
    case.refresh_from_db()
    assert case.responsible == place.colleague.membership
    assert Line.objects.filter(action=Action.CASE_HANDED_OVER).count() == 1


def test_it_is_not_handed_to_somebody_who_is_just_leaving(place, case) -> None:
    member = place.colleague.membership
    leaving = lambda: end_membership(membership=member, by=place.lead.membership, at=acting(place.lead)["at"])  # noqa: E731
    result = before(leaving, hand_over(case, place, place.nadia))
    assert isinstance(result, WrongSuccessor)
    case.refresh_from_db()
    assert case.responsible == place.nadia.membership


# --- Sharing ----------------------------------------------------------------------------------------------------------


def test_two_shares_with_one_organisation_at_once_are_one_that_counts(place, case) -> None:
    new = new_share(place, consent(case, place.nadia, place.clinic))
    act = lambda: services.share(case_id=case.pk, new=new, **with_key(place.nadia))  # noqa: E731
    assert refused(together(act, act)) == []
    assert sorted(Share.objects.values_list("end", flat=True)) == ["", ShareEnd.REPLACED]
    living = Share.objects.get(ended_at=None)
    opened = services.read_shared(share_id=living.pk, **with_key(place.clinic.reader))
    assert [entry.text for entry in opened.entries] == ["La note"]


def test_taken_back_twice_at_once_it_ends_once_and_no_key_stays(place, case) -> None:
    made = shared(case, place.nadia, place.clinic)
    act = lambda: services.unshare(share_id=made.pk, **acting(place.nadia))  # noqa: E731
    assert refused(together(act, act)) == [AlreadyEnded]
    assert keys_of(case, place.clinic) == 0
    assert Line.objects.filter(action=Action.CASE_UNSHARED).count() == 1


def test_what_is_written_while_a_share_is_taken_back_opens_for_nobody_outside(place, case) -> None:
    made = shared(case, place.nadia, place.clinic)
    together(
        lambda: services.write_note(case_id=case.pk, text="Une autre", **acting(place.nadia)),
        lambda: services.unshare(share_id=made.pk, **acting(place.nadia)),
        lambda: services.write_note(case_id=case.pk, text="Encore une", **acting(place.nadia)),
    )
    assert case.entries.filter(kind=EntryKind.NOTE).count() == 3
    assert keys_of(case, place.clinic) == 0


@pytest.mark.guardrail("G6")
def test_her_agreement_taken_back_while_it_is_shared_leaves_no_share_and_no_key(place, case) -> None:
    agreed = consent(case, place.nadia, place.clinic)
    new = new_share(place, agreed)
    results = together(
        lambda: services.share(case_id=case.pk, new=new, **with_key(place.nadia)),
        lambda: services.withdraw_consent(consent_id=agreed.pk, **acting(place.nadia)),
    )
    assert refused(results) in ([], [NoConsent])
    assert not Share.objects.filter(ended_at=None).exists()
    assert keys_of(case, place.clinic) == 0


@pytest.mark.guardrail("G6")
def test_her_agreement_taken_back_a_moment_before_stops_the_share(place, case) -> None:
    agreed = consent(case, place.nadia, place.clinic)
    result = before(
        lambda: services.withdraw_consent(consent_id=agreed.pk, **acting(place.nadia)),
        lambda: services.share(case_id=case.pk, new=new_share(place, agreed), **with_key(place.nadia)),
    )
    assert isinstance(result, NoConsent)
    assert not Share.objects.exists()


def test_nothing_is_shared_with_somebody_who_is_just_leaving(place, case) -> None:
    member = place.colleague.membership
    new = NewShare(kinds=frozenset({EntryKind.NOTE}), until=TODAY, member_id=member.pk)
    result = before(
        lambda: end_membership(membership=member, by=place.lead.membership, at=acting(place.lead)["at"]),
        lambda: services.share(case_id=case.pk, new=new, **with_key(place.nadia)),
    )
    assert isinstance(result, NotReceivable)
    assert not Grant.objects.filter(item__subject_id=case.pk, key_pair__owner_id=member.member_id).exists()


def test_a_share_made_while_the_case_is_closed_is_over_with_it(place, case) -> None:
    new = new_share(place, consent(case, place.nadia, place.clinic))
    together(lambda: services.share(case_id=case.pk, new=new, **with_key(place.nadia)), close(case, place.nadia))
    case.refresh_from_db()
    assert case.state == CaseState.CLOSED
    assert not Share.objects.filter(ended_at=None).exists()
    assert keys_of(case, place.clinic) == 0


# --- Transfer ---------------------------------------------------------------------------------------------------------


def test_transferred_twice_at_once_it_is_offered_once(place, case) -> None:
    agreed = consent(case, place.nadia, place.clinic, purpose=Purpose.TRANSFER)
    act = lambda: services.transfer(case_id=case.pk, consent_id=agreed.pk, **with_key(place.nadia))  # noqa: E731
    assert refused(together(act, act)) == [NotAllowed]
    assert Transfer.objects.count() == 1


def test_offered_to_two_at_once_one_of_them_holds_a_key(place, case) -> None:
    agreed = [consent(case, place.nadia, house, purpose=Purpose.TRANSFER).pk for house in (place.clinic, place.other)]
    acts = [
        lambda key=key: services.transfer(case_id=case.pk, consent_id=key, **with_key(place.nadia)) for key in agreed
    ]
    assert refused(together(*acts)) == [NotAllowed]
    assert sorted(bool(keys_of(case, house)) for house in (place.clinic, place.other)) == [False, True]


def test_received_twice_at_once_it_is_one_case(place, case) -> None:
    offer = offered(place, case)
    act = lambda: services.receive_transfer(transfer_id=offer.pk, **with_key(place.clinic.reader))  # noqa: E731
    results = together(act, act)
    assert refused(results) == []
    assert results[0] == results[1]
    assert Case.objects.exclude(pk=case.pk).count() == 1


def test_received_and_refused_at_once_it_is_one_of_the_two(place, case) -> None:
    offer, reader = offered(place, case), place.clinic.reader
    results = together(
        lambda: services.receive_transfer(transfer_id=offer.pk, **with_key(reader)),
        lambda: services.refuse_transfer(transfer_id=offer.pk, reason=TransferRefusal.FULL, **acting(reader)),
    )
    assert refused(results) == [NotAllowed]
    offer.refresh_from_db()
    case.refresh_from_db()
    received = offer.state == TransferState.RECEIVED
    assert Case.objects.exclude(pk=case.pk).count() == received
    assert case.state == (CaseState.TRANSFERRED if received else CaseState.OPEN)
    assert keys_of(case, place.clinic) == 0


@pytest.mark.guardrail("G6")
def test_taken_back_while_it_is_received_it_is_hers_to_say_and_in_one_place(place, case) -> None:
    offer = offered(place, case)
    results = together(
        lambda: services.receive_transfer(transfer_id=offer.pk, **with_key(place.clinic.reader)),
        lambda: services.withdraw_consent(consent_id=offer.consent_id, **acting(place.nadia)),
    )
    offer.refresh_from_db()
    case.refresh_from_db()
    if offer.state == TransferState.RECEIVED:
        assert (refused(results), case.state) == ([], CaseState.TRANSFERRED)
    else:
        assert (refused(results), case.state) == ([NotAllowed], CaseState.OPEN)
        assert Case.objects.count() == 1
    assert keys_of(case, place.clinic) == 0


def offered(place: Place, case: Case) -> Transfer:
    agreed = consent(case, place.nadia, place.clinic, purpose=Purpose.TRANSFER)
    return services.transfer(case_id=case.pk, consent_id=agreed.pk, **with_key(place.nadia))


# --- What hangs on the case's row -------------------------------------------------------------------------------------


@pytest.mark.guardrail("G8")
def test_erased_while_she_is_renamed_the_new_name_goes_too(place, case) -> None:
    before(
        lambda: services.rename(case_id=case.pk, pseudonym="Aube", **acting(place.nadia)),
        lambda: services.erase_asked(case_id=case.pk, **acting(place.nadia)),
    )
    case.refresh_from_db()
    assert case.erased_at is not None
    assert not SealedItem.objects.filter(subject_id=case.pk).exists()


def test_read_while_she_is_renamed_the_page_bears_the_new_name(place, case) -> None:
    opened = before(
        lambda: services.rename(case_id=case.pk, pseudonym="Aube", **acting(place.nadia)),
        lambda: read(case, place.nadia),
    )
    assert opened.pseudonym == "Aube"
