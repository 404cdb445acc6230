"""What keeps an entry believable: confirmations, answered calls, accepted referrals, dated places."""

import datetime as dt

import pytest
from django.utils.timezone import localdate

from maillon.base.enums import Confidence
from maillon.directory import refusals
from maillon.directory.enums import Confirmed, Need
from maillon.directory.models import Call, Capacity, Service
from maillon.directory.rules import Standing, standing
from maillon.directory.selectors import capacity_of
from maillon.directory.services import confirm, end_service, note_success, say_answered, say_capacity
from maillon.journal.models import Line
from tests.directory.offers import AT, make_service
from tests.territories.factories import Somebody

pytestmark = pytest.mark.django_db


def days(number):
    return AT + dt.timedelta(days=number)


def stands(service, at):
    return standing(Service.objects.get(pk=service.pk).due_on, localdate(at))


def test_confirming_makes_a_stale_entry_fresh_and_sure():
    made = make_service(confidence=Confidence.SECONDARY)
    assert stands(made, days(200)) is Standing.STALE
    by = Somebody()
    confirm(made.pk, by=by, by_name="Camille Roussel", at=days(200))
    made.refresh_from_db()
    assert stands(made, days(200)) is Standing.FRESH
    assert (made.confidence, made.confirmed_by) == (Confidence.VERIFIED, "Camille Roussel")
    last = made.confirmations.order_by("-at").first()
    assert (last.way, last.by) == (Confirmed.CONFIRMED, by.member_id)
    assert Line.objects.filter(action="service_confirmed", subject_id=made.pk).count() == 1


def test_an_answered_call_puts_the_due_date_off():
    made = make_service(needs=(Need.LISTENING,))
    say_answered(made.pk, True, by=Somebody(), at=days(89))
    assert stands(made, days(119)) is Standing.DUE
    assert stands(made, days(120)) is Standing.STALE


def test_a_members_second_word_of_a_day_replaces_her_first():
    made, by = make_service(), Somebody()
    say_answered(made.pk, False, by=by, at=AT)
    say_answered(made.pk, True, by=by, at=AT + dt.timedelta(minutes=5))
    say_answered(made.pk, False, by=by, at=days(1))
    assert list(Call.objects.order_by("at").values_list("answered", flat=True)) == [True, False]


def test_one_member_alone_sinks_no_service_but_two_do():
    made, one = make_service(), Somebody()
    for day in range(4):
        say_answered(made.pk, False, by=one, at=days(day))
    assert stands(made, days(4)) is Standing.FRESH
    say_answered(made.pk, False, by=Somebody(), at=days(4))
    assert stands(made, days(4)) is Standing.STALE


def test_an_answer_in_between_clears_the_silence():
    made = make_service()
    for day in range(2):
        say_answered(made.pk, False, by=Somebody(), at=days(day))
    say_answered(made.pk, True, by=Somebody(), at=days(2))
    say_answered(made.pk, False, by=Somebody(), at=days(3))
    assert stands(made, days(3)) is Standing.FRESH


def test_an_accepted_referral_proves_the_service_and_keeps_the_latest_day():
    made = make_service()
    note_success(made.pk, days(170).date())
    note_success(made.pk, days(20).date())
    made.refresh_from_db()
    assert made.last_success_on == days(170).date()
    assert made.due_on == days(230).date()


@pytest.mark.parametrize(("need", "hours"), [(Need.SHELTER, 24), (Need.LEGAL, 7 * 24)])
def test_free_places_are_believed_until_they_expire(need, hours):
    made = make_service(needs=(need,))
    said = say_capacity(made.pk, 2, 8, by=Somebody(), by_name="Camille Roussel", at=AT)
    made_at = AT + dt.timedelta(hours=hours)
    assert capacity_of(made, made_at - dt.timedelta(seconds=1)) == said
    assert capacity_of(made, made_at) is None


def test_the_last_word_on_places_counts():
    made = make_service()
    say_capacity(made.pk, 2, None, by=Somebody(), by_name="A", at=AT)
    latest = say_capacity(made.pk, 0, 8, by=Somebody(), by_name="B", at=AT + dt.timedelta(hours=1))
    assert capacity_of(made, days(1)) == latest


def test_more_free_than_there_are_is_refused():
    with pytest.raises(refusals.MoreFreeThanThereAre):
        say_capacity(make_service().pk, 9, 8, by=Somebody(), by_name="A", at=AT)
    assert not Capacity.objects.exists()


def test_of_an_ended_service_nothing_more_is_said():
    made, by = make_service(), Somebody()
    end_service(made.pk, by=by, at=AT)
    for act in (
        lambda: confirm(made.pk, by=by, by_name="A", at=AT),
        lambda: say_answered(made.pk, True, by=by, at=AT),
        lambda: say_capacity(made.pk, 1, 2, by=by, by_name="A", at=AT),
    ):
        with pytest.raises(refusals.Ended):
            act()
