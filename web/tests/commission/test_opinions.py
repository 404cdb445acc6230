"""Quorum, proxies, voices, opinions and minutes of a meeting, through the services, with real keys."""

import datetime as dt

import pytest

from maillon.base.states import IllegalTransition
from maillon.commission import selectors, services
from maillon.commission.enums import Kind, RecusalReason, Sense, Topic, Vote
from maillon.commission.models import Attendance, Opinion
from maillon.commission.refusals import (
    AlreadyThere,
    NoMajority,
    NoQuorum,
    NotAllowed,
    NothingAdvised,
    WrongCount,
    WrongPoint,
    WrongProxy,
)
from maillon.commission.rules import Count
from maillon.commission.services import Advice
from maillon.exits.enums import RequestState
from maillon.vault.models import Grant
from tests.commission.factories import (
    HELD_AT,
    PAPERS,
    Commissioned,
    agreed,
    closed,
    convoked,
    make_commission,
    make_request,
    minuted,
    opened,
    point_of,
    read,
)
from tests.reports.factories import AT, make_house

pytestmark = pytest.mark.django_db
LATER = HELD_AT + dt.timedelta(minutes=30)


@pytest.fixture
def house() -> Commissioned:
    return make_commission()


# --- Quorum, proxies, voices ------------------------------------------------------------------------------------------


def test_without_a_quorum_nothing_opens_and_a_second_convocation_needs_none(house) -> None:
    session, by = convoked(house, [make_request(house)]), house.secretary.membership
    with pytest.raises(NoQuorum):
        opened(house, session, "prefet")
    services.lapse(session_id=session.pk, by=by, at=HELD_AT)
    second = services.repeat(session_id=session.pk, held_at=HELD_AT + dt.timedelta(days=7), by=by, at=HELD_AT)
    with pytest.raises(AlreadyThere):
        services.repeat(session_id=session.pk, held_at=HELD_AT + dt.timedelta(days=7), by=by, at=HELD_AT)
    assert [item.request for item in second.items.all()] == [item.request for item in session.items.all()]
    with pytest.raises(WrongPoint):
        services.add_request(session_id=second.pk, request_id=make_request(house).pk, by=by, at=HELD_AT)
    services.convoke(session_id=second.pk, by=by, at=HELD_AT)
    opened(house, second, "prefet", at=second.held_at)
    assert Attendance.objects.filter(session=second).count() == 1


def test_a_proxy_makes_the_quorum_and_carries_a_voice(house) -> None:
    session = convoked(house, [make_request(house, association=make_house())])
    giver, holder = house["sante"], house["gendarmerie"]
    services.give_proxy(
        session_id=session.pk,
        giver_id=giver.mandate.seat_id,
        holder_id=holder.mandate.seat_id,
        by=giver.person.membership,
        at=AT,
    )
    opened(house, session, "gendarmerie")
    assert selectors.table_of(session).voices() == 2
    given = {"item_id": point_of(session).pk, "by": house.secretary.membership, "at": HELD_AT}
    with pytest.raises(WrongCount):
        services.give_opinion(advice=Advice(count=Count(1, 0, 0)), **given)
    with pytest.raises(NoMajority):
        services.give_opinion(advice=Advice(count=Count(1, 1, 0)), **given)
    services.give_opinion(advice=Advice(count=Count(2, 0, 0)), **given)
    assert Opinion.objects.get().sense == Sense.FAVOURABLE


def test_who_carries_a_proxy_gets_no_second_and_members_speak_for_themselves_alone(house) -> None:
    session = convoked(house, [make_request(house)])
    seats = {quality: seated.mandate.seat_id for quality, seated in house.seated.items()}
    health, other = house["sante"].person.membership, house["association"].person.membership
    act = {"session_id": session.pk, "holder_id": seats["gendarmerie"], "at": AT}
    services.give_proxy(giver_id=seats["sante"], by=health, **act)
    with pytest.raises(WrongProxy):
        services.give_proxy(giver_id=seats["association"], by=other, **act)
    with pytest.raises(NotAllowed):
        services.give_proxy(giver_id=seats["prefet"], by=other, **act)
    with pytest.raises(WrongProxy):
        services.give_proxy(giver_id=seats["conseil_departemental"], by=house.secretary.membership, **act)
    services.take_proxy_back(session_id=session.pk, giver_id=seats["sante"], by=health, at=AT)
    services.give_proxy(giver_id=seats["association"], by=other, **act)


def test_the_chairs_voice_decides_an_even_vote(house) -> None:
    session = convoked(house, [make_request(house, association=make_house())])
    opened(house, session)
    given = {"item_id": point_of(session).pk, "by": house.secretary.membership, "at": HELD_AT}
    even = Count(2, 2, 0)
    with pytest.raises(WrongCount):
        services.give_opinion(advice=Advice(count=even), **given)
    with pytest.raises(NoMajority):
        services.give_opinion(advice=Advice(count=Count(1, 1, 2), chair=Vote.ABSTAINED), **given)
    services.give_opinion(advice=Advice(count=even, chair=Vote.AGAINST), **given)
    opinion = Opinion.objects.get()
    assert (opinion.sense, opinion.casting) == (Sense.UNFAVOURABLE, True)


def test_who_presents_has_no_voice_on_it(house) -> None:
    session = convoked(house, [make_request(house)])
    opened(house, session)
    given = {"item_id": point_of(session).pk, "by": house.secretary.membership, "at": HELD_AT}
    with pytest.raises(WrongCount):
        services.give_opinion(advice=Advice(count=Count(4, 0, 0), chair=Vote.FOR), **given)
    services.give_opinion(advice=Advice(count=Count(3, 0, 0), chair=Vote.FOR), **given)


def test_a_recusal_in_session_takes_the_file_back_and_an_opinion_with_it(house) -> None:
    session = convoked(house, [make_request(house, association=make_house())])
    opened(house, session)
    item, health = point_of(session), house["sante"]
    agreed(house, item, words="Motifs")
    services.recuse(
        item_id=item.pk,
        seat_id=health.mandate.seat_id,
        reason=RecusalReason.INTEREST,
        by=health.person.membership,
        at=LATER,
    )
    with pytest.raises(NotAllowed):
        read(house, "sante", item, at=LATER)
    assert not Opinion.objects.exists()
    assert read(house, "gendarmerie", item, at=LATER) == PAPERS


def test_nobody_recuses_somebody_else_but_the_secretary(house) -> None:
    session = convoked(house, [make_request(house)])
    given = {"item_id": point_of(session).pk, "reason": RecusalReason.INTEREST, "at": AT}
    seat_id = house["sante"].mandate.seat_id
    with pytest.raises(NotAllowed):
        services.recuse(seat_id=seat_id, by=house["gendarmerie"].person.membership, **given)
    services.recuse(seat_id=seat_id, by=house.secretary.membership, **given)


def test_the_quorum_holds_at_each_point(house) -> None:
    session = convoked(house, [make_request(house, association=make_house())])
    opened(house, session, "gendarmerie", "sante")
    services.leave(
        session_id=session.pk,
        seat_id=house["sante"].mandate.seat_id,
        by=house.secretary.membership,
        at=LATER,
    )
    with pytest.raises(NoQuorum):
        agreed(house, point_of(session), at=LATER)


# --- Opinions, minutes ------------------------------------------------------------------------------------------------


def test_an_opinion_reaches_the_prefet_with_the_closing_and_what_had_none_is_free_again(house) -> None:
    advised, put_off = make_request(house), make_request(house)
    session = convoked(house, [advised, put_off])
    opened(house, session)
    agreed(house, point_of(session, advised))
    advised.refresh_from_db()
    assert advised.state == RequestState.SUBMITTED
    closed(house, session)
    for request in (advised, put_off):
        request.refresh_from_db()
    assert (advised.state, advised.opinion) == (RequestState.OPINION, Sense.FAVOURABLE)
    assert put_off.state == RequestState.SUBMITTED
    assert list(selectors.ready_requests(house.commission)) == [put_off]
    assert [opinion.item.request for opinion in selectors.follow_up(house.commission)] == [advised]


def test_an_opinion_noted_again_takes_the_place_of_the_first(house) -> None:
    session = convoked(house, [make_request(house)])
    opened(house, session)
    item = point_of(session)
    agreed(house, item, words="Premiers motifs")
    agreed(house, item, Sense.UNFAVOURABLE)
    assert Opinion.objects.get().sense == Sense.UNFAVOURABLE
    assert not Grant.objects.filter(item__kind="commission.words").exists()


def test_a_topic_gets_no_opinion(house) -> None:
    session = convoked(house, [Topic.REVIEW], kind=Kind.POLICY)
    opened(house, session, "prefet", "gendarmerie", "conseil_departemental")
    with pytest.raises(NothingAdvised):
        agreed(house, point_of(session))


def test_minutes_name_who_was_there_the_proxies_each_sense_and_who_disagreed(house) -> None:
    session = convoked(house, [make_request(house), make_request(house, association=make_house())])
    giver, holder = house["sante"], house["gendarmerie"]
    services.give_proxy(
        session_id=session.pk,
        giver_id=giver.mandate.seat_id,
        holder_id=holder.mandate.seat_id,
        by=giver.person.membership,
        at=AT,
    )
    opened(house, session, "prefet", "gendarmerie", "association")
    item = point_of(session)
    agreed(house, item, words="Un projet solide")
    services.dissent(item_id=item.pk, words="Il manque un logement", by=holder.person.membership, at=LATER)
    closed(house, session, at=LATER)
    (minutes,) = minuted(house, session, at=LATER)
    assert [one.name for one in minutes.attended] == [
        house[quality].person.membership.member.name for quality in ("prefet", "gendarmerie", "association")
    ]
    assert minutes.absent == ("Santé",)
    assert minutes.proxies == (("Santé", "Commandement du groupement de gendarmerie"),)
    first, second = minutes.points
    assert (first.sense, first.words, first.kept_from) == (
        "avis favorable",
        "Un projet solide",
        (("Association agréée", RecusalReason.PRESENTS),),
    )
    assert [(one.quality, one.words) for one in first.dissents] == [
        ("Commandement du groupement de gendarmerie", "Il manque un logement")
    ]
    assert second.put_off
    assert not first.put_off


def test_minutes_go_to_every_member_of_such_meetings_and_to_nobody_else(house) -> None:
    session = convoked(house, [make_request(house)])
    opened(house, session)
    agreed(house, point_of(session))
    closed(house, session)
    minuted(house, session)
    for quality in ("prefet", "gendarmerie", "association", "sante"):
        person = house[quality].person
        read_by = {"session_id": session.pk, "by": person.membership, "keyring": person.keyring, "at": LATER}
        assert services.read_minutes(**read_by) == b"%PDF invented"
    for person in (house["conseil_departemental"].person, make_house().reader):
        with pytest.raises(NotAllowed):
            services.read_minutes(session_id=session.pk, by=person.membership, keyring=person.keyring, at=LATER)
    secretary = house.secretary
    assert services.read_minutes(
        session_id=session.pk, by=secretary.membership, keyring=secretary.keyring, at=LATER
    ).startswith(b"%PDF")


def test_minutes_are_drawn_once_and_after_the_closing(house) -> None:
    session = convoked(house, [make_request(house)])
    opened(house, session)
    with pytest.raises(NotAllowed):
        minuted(house, session)
    closed(house, session)
    minuted(house, session)
    with pytest.raises(NotAllowed):
        minuted(house, session)


def test_a_disagreement_is_of_who_deliberated_on_an_opinion(house) -> None:
    session = convoked(house, [make_request(house)])
    opened(house, session)
    item = point_of(session)
    with pytest.raises(NotAllowed):
        services.dissent(item_id=item.pk, by=house["gendarmerie"].person.membership, at=LATER)
    agreed(house, item)
    with pytest.raises(NotAllowed):
        services.dissent(item_id=item.pk, by=house["association"].person.membership, at=LATER)
    for words in ("Une fois", "Deux fois"):
        services.dissent(item_id=item.pk, words=words, by=house["gendarmerie"].person.membership, at=LATER)
    assert Opinion.objects.get().dissents.count() == 1


def test_what_was_cancelled_neither_closes_nor_lapses_nor_is_cancelled_again(house) -> None:
    session = convoked(house, [make_request(house)])
    services.cancel(session_id=session.pk, by=house.secretary.membership, at=AT)
    for act in (services.cancel, services.close, services.lapse):
        with pytest.raises((NotAllowed, IllegalTransition)):
            act(session_id=session.pk, by=house.secretary.membership, at=AT)
