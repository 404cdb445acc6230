"""A meeting from its preparation to its end, through the services, with real keys."""

import datetime as dt

import pytest

from maillon.commission import services
from maillon.commission.enums import Emergency, Kind, Mode, RecusalReason, State, Topic
from maillon.commission.models import Recusal, Session
from maillon.commission.refusals import (
    EmptyAgenda,
    NotAllowed,
    TooLate,
    WrongMoment,
    WrongPoint,
    WrongRoll,
)
from maillon.commission.services import Answered
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault.crypto import CannotOpen
from maillon.vault.enums import KeyOwner
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
    opened,
    planned,
    point_of,
    read,
    roll,
    seat,
)
from tests.reports.factories import AT, make_house, make_person

pytestmark = pytest.mark.django_db
LATER = HELD_AT + dt.timedelta(minutes=30)


@pytest.fixture
def house() -> Commissioned:
    return make_commission()


def keys_of_members() -> int:
    """How many keys to files single members hold."""
    return Grant.objects.filter(key_pair__owner_kind=KeyOwner.MEMBER, item__kind__startswith="exits.").count()


# --- Before -----------------------------------------------------------------------------------------------------------


def test_members_are_convoked_in_time_or_for_an_emergency_that_is_kept(house) -> None:
    by = house.secretary.membership
    session = planned(house, [make_request(house)], held_at=AT + dt.timedelta(days=4))
    with pytest.raises(TooLate):
        services.convoke(session_id=session.pk, by=by, at=AT)
    services.convoke(session_id=session.pk, emergency=Emergency.SAFETY, by=by, at=AT)
    session.refresh_from_db()
    assert (session.state, session.emergency) == (State.CONVOKED, Emergency.SAFETY)
    assert Line.objects.get(action=Action.SESSION_CONVOKED).reason == "safety"


def test_an_emergency_is_not_kept_where_there_was_time(house) -> None:
    session = planned(house, [make_request(house)])
    services.convoke(session_id=session.pk, emergency=Emergency.SAFETY, by=house.secretary.membership, at=AT)
    assert Session.objects.get().emergency == ""


def test_nobody_is_convoked_to_nothing_nor_to_the_past(house) -> None:
    by = house.secretary.membership
    with pytest.raises(EmptyAgenda):
        services.convoke(session_id=planned(house).pk, by=by, at=AT)
    with pytest.raises(WrongMoment):
        planned(house, held_at=AT)


def test_the_agenda_is_fixed_once_members_were_told(house) -> None:
    session, by = convoked(house, [make_request(house)]), house.secretary.membership
    with pytest.raises(NotAllowed):
        services.add_request(session_id=session.pk, request_id=make_request(house).pk, by=by, at=AT)
    with pytest.raises(NotAllowed):
        services.take_off(item_id=point_of(session).pk, by=by, at=AT)
    with pytest.raises(NotAllowed):
        services.convoke(session_id=session.pk, by=by, at=AT)


def test_a_request_stands_on_one_agenda_and_on_none_of_policy(house) -> None:
    request, by = make_request(house), house.secretary.membership
    convoked(house, [request])
    other, policy = planned(house), planned(house, kind=Kind.POLICY)
    for session, found in ((other, request), (policy, make_request(house))):
        with pytest.raises(WrongPoint):
            services.add_request(session_id=session.pk, request_id=found.pk, by=by, at=AT)
    with pytest.raises(WrongPoint):
        services.add_topic(session_id=other.pk, topic=Topic.REVIEW, by=by, at=AT)


def test_another_prefectures_request_is_not_taken(house) -> None:
    stranger = make_request(make_commission())
    with pytest.raises(WrongPoint):
        planned(house, [stranger])


# --- Roll call and files ----------------------------------------------------------------------------------------------


def test_files_open_for_who_is_there_from_opening_to_closing_and_never_else(house) -> None:
    request = make_request(house, association=make_house())
    session = convoked(house, [request])
    item = point_of(session)
    with pytest.raises(NotAllowed):
        read(house, "gendarmerie", item)
    assert keys_of_members() == 0
    opened(house, session, "prefet", "gendarmerie")
    assert read(house, "gendarmerie", item) == PAPERS
    with pytest.raises(NotAllowed):
        read(house, "sante", item)
    closed(house, session)
    assert keys_of_members() == 0
    with pytest.raises(NotAllowed):
        read(house, "gendarmerie", item)


def test_each_opening_is_journalled_with_who_and_when(house) -> None:
    session = convoked(house, [make_request(house)])
    opened(house, session)
    read(house, "gendarmerie", point_of(session), at=LATER)
    line = Line.objects.get(action=Action.OPENED)
    member = house["gendarmerie"].person.membership.member_id
    assert (line.member_id, line.at, line.subject_id, line.reason) == (member, LATER, session.pk, "session")
    assert Line.objects.filter(action=Action.UNSEALED, member_id=member).count() == len(PAPERS)


def test_the_association_that_presents_is_kept_from_its_request_and_reads_the_others(house) -> None:
    own, other = make_request(house), make_request(house, association=make_house())
    session = convoked(house, [own, other])
    opened(house, session)
    recusal = Recusal.objects.get()
    assert (recusal.item, recusal.reason) == (point_of(session, own), RecusalReason.PRESENTS)
    assert recusal.seat == house["association"].mandate.seat
    with pytest.raises(NotAllowed):
        read(house, "association", point_of(session, own))
    assert read(house, "association", point_of(session, other)) == PAPERS


def test_who_was_added_in_2025_can_not_be_called_to_a_meeting_on_requests(house) -> None:
    session = convoked(house, [make_request(house)])
    with pytest.raises(WrongRoll):
        opened(house, session, "prefet", "gendarmerie", "conseil_departemental")
    opened(house, session)
    with pytest.raises(NotAllowed):
        read(house, "conseil_departemental", point_of(session))


def test_without_the_undertaking_of_secrecy_no_file_is_handed_out(house) -> None:
    person = make_person(make_house(police=True).organisation)
    house.seated["police"] = seat(house, "police", person, pledged=False)
    session = convoked(house, [make_request(house)])
    opened(house, session, "prefet", "gendarmerie", "police")
    with pytest.raises(NotAllowed):
        read(house, "police", point_of(session))
    services.pledge(mandate_id=house["police"].mandate.pk, by=person.membership, at=HELD_AT)
    with pytest.raises(CannotOpen):
        read(house, "police", point_of(session))


def test_who_leaves_can_open_nothing_and_who_comes_back_can(house) -> None:
    session, by = convoked(house, [make_request(house)]), house.secretary
    opened(house, session)
    seat_id, item = house["sante"].mandate.seat_id, point_of(session)
    services.leave(session_id=session.pk, seat_id=seat_id, by=by.membership, at=LATER)
    with pytest.raises(NotAllowed):
        read(house, "sante", item, at=LATER)
    answered = Answered(house["sante"].mandate.pk, Mode.REMOTE)
    act = {"session_id": session.pk, "answered": answered, "by": by.membership, "keyring": by.keyring}
    services.arrive(**act, at=LATER)
    assert read(house, "sante", item, at=LATER) == PAPERS
    with pytest.raises(WrongRoll):
        services.arrive(**act, at=LATER)


def test_a_forgotten_meeting_loses_its_files_at_the_end_of_its_day(house) -> None:
    session = convoked(house, [make_request(house)])
    opened(house, session)
    midnight = dt.datetime(2026, 12, 1, 23, 0, tzinfo=dt.UTC)
    assert services.shut_forgotten(at=midnight - dt.timedelta(seconds=1)) == 0
    assert services.shut_forgotten(at=midnight) == 1
    assert keys_of_members() == 0
    with pytest.raises(NotAllowed):
        read(house, "gendarmerie", point_of(session), at=midnight)
    # Who comes after that is handed none either, and the opinion may still be noted.
    answered = Answered(house["sante"].mandate.pk, Mode.ON_SITE)
    services.leave(
        session_id=session.pk, seat_id=house["sante"].mandate.seat_id, by=house.secretary.membership, at=midnight
    )
    services.arrive(
        session_id=session.pk,
        answered=answered,
        by=house.secretary.membership,
        keyring=house.secretary.keyring,
        at=midnight,
    )
    assert keys_of_members() == 0
    agreed(house, point_of(session), at=midnight)
    assert closed(house, session, at=midnight).state == State.CLOSED


def test_a_meeting_opens_on_its_day_alone_and_by_who_holds_the_key(house) -> None:
    session = convoked(house, [make_request(house)])
    for days in (-1, 1):
        with pytest.raises(WrongMoment):
            opened(house, session, at=HELD_AT + dt.timedelta(days=days))
    keyless = make_person(house.prefecture.organisation)
    with pytest.raises(NotAllowed):
        services.open_session(
            session_id=session.pk, roll=roll(house), by=keyless.membership, keyring=keyless.keyring, at=HELD_AT
        )
    with pytest.raises(CannotOpen):
        services.open_session(
            session_id=session.pk,
            roll=roll(house),
            by=house.secretary.membership,
            keyring=keyless.keyring,
            at=HELD_AT,
        )
    assert keys_of_members() == 0


def test_nobody_takes_part_from_afar_where_that_is_not_open(house) -> None:
    session = convoked(house, [make_request(house)], remote=False)
    given = {"session_id": session.pk, "by": house.secretary.membership, "keyring": house.secretary.keyring}
    with pytest.raises(WrongRoll):
        services.open_session(roll=roll(house, mode=Mode.REMOTE), at=HELD_AT, **given)
    with pytest.raises(WrongRoll):
        services.open_session(roll=[*roll(house), *roll(house, "prefet")], at=HELD_AT, **given)
