"""Assessing an information préoccupante, from its reception to its end."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.base.states import IllegalTransition
from maillon.guidance.enums import Ground
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.protection import services
from maillon.protection.content import SaidOfParents
from maillon.protection.enums import (
    ActKind,
    AssessmentState,
    Outcome,
    ProsecutorGround,
    ShorterReason,
    WritingKind,
)
from maillon.protection.models import Assessment
from maillon.protection.refusals import (
    AlreadyAssessed,
    Empty,
    NoMinor,
    NotAllowed,
    NotAnAssessor,
    NotYet,
    ParentsUnclear,
    TooLate,
    WrongDay,
)
from maillon.protection.rules import Alert, Ending, Missing
from maillon.protection.selectors import assessable, assessments_of
from maillon.referrals.enums import ParentsReason
from maillon.speaking.enums import SourceLevel
from maillon.vault.crypto import CannotOpen
from maillon.vault.models import Grant, SealedItem
from tests.accounts.factories import make_membership
from tests.protection.factories import (
    CHILD,
    INFORMED,
    NOT_INFORMED,
    TODAY,
    Place,
    as_person,
    ended,
    make_place,
    new,
    opened,
    started,
    under_way,
)
from tests.reports.acting import acknowledged, open_as, transferred
from tests.reports.factories import AT, adult_content, make_report, transmission_to
from tests.speaking.factories import speak, telling

DAY = dt.timedelta(days=1)
HELP = Ending(Outcome.HELP)
SEIZED = Ending(Outcome.PROSECUTOR, ProsecutorGround.GRAVE_DANGER, TODAY)


@pytest.fixture
def place(db) -> Place:
    return make_place()


def test_from_a_report_its_day_of_reception_and_commune_are_taken_and_the_two_clocks_agree(place) -> None:
    transmission = transmission_to(make_report(place.orne), place.council)
    assert not assessable(place.reader.membership, transmission)
    transmission = acknowledged(place.council, transmission)
    assert assessable(place.reader.membership, transmission)
    made = started(place, transmission_id=transmission.pk, received_on=None)
    assert (made.received_on, made.commune_id) == (TODAY, place.orne.commune.pk)
    assert made.due_on == made.latest_on == transmission.answer_by == dt.date(2027, 2, 23)
    assert not assessable(place.reader.membership, transmission)
    with pytest.raises(AlreadyAssessed):
        started(place, transmission_id=transmission.pk)


def test_the_day_of_reception_is_the_one_on_the_clocks_of_france(place) -> None:
    late = dt.datetime(2026, 11, 29, 23, 30, tzinfo=dt.UTC)
    transmission = acknowledged(
        place.council, transmission_to(make_report(place.orne, at=late), place.council), at=late
    )
    made = started(place, transmission_id=transmission.pk, at=late)
    assert (made.received_on, made.due_on) == (dt.date(2026, 11, 30), dt.date(2027, 2, 28))


def test_the_same_sending_twice_is_one_assessment(place) -> None:
    key = new_id()
    assert started(place, key=key).pk == started(place, key=key).pk
    assert Assessment.objects.count() == 1


def test_an_adults_report_and_one_of_another_recipient_start_nothing(place) -> None:
    orne = place.orne
    ours = acknowledged(place.council, transmission_to(make_report(orne), place.council))
    elsewhere = transferred(place.council, ours, orne.prosecutor, Ground.CASF_L226_4)
    acknowledged(orne.prosecutor, elsewhere)
    report = make_report(orne, content=adult_content(orne.commune))
    first = report.transmissions.first()
    acknowledged_at = next(house for house in (orne.police, orne.association) if house.organisation == first.recipient)
    acknowledged(acknowledged_at, first)
    adults = acknowledged(place.council, transferred(acknowledged_at, first, place.council, Ground.CONSENT))
    assert not assessable(place.reader.membership, adults)
    with pytest.raises(NoMinor):
        started(place, transmission_id=adults.pk)
    with pytest.raises(NotAllowed):
        started(place, transmission_id=elsewhere.pk)
    with pytest.raises(NotAllowed):
        started(place, by=orne.prosecutor.reader, transmission_id=elsewhere.pk)


def test_what_waits_to_be_sorted_is_not_assessed_yet(place) -> None:
    transmission = speak(place.orne, told=telling(place.orne, minor=True), source=SourceLevel.BUSY).at(place.council)
    open_as(place.reader, transmission)
    transmission.refresh_from_db()
    assert transmission.held_at is not None
    assert not assessable(place.reader.membership, transmission)
    with pytest.raises(NotAllowed):
        started(place, transmission_id=transmission.pk)


def test_received_tomorrow_or_about_nobody_is_refused(place) -> None:
    for broken in ({"received_on": TODAY + DAY}, {"received_on": None}, {"copied_on": TODAY + DAY}):
        with pytest.raises(WrongDay):
            started(place, **broken)
    with pytest.raises(Empty):
        started(place, child=" ")


def test_what_is_sealed_is_for_the_council_alone(place) -> None:
    made = started(place)
    assert [grant.key_pair.owner_id for grant in Grant.objects.all()] == [place.council.organisation.pk]
    for person in (place.reader, place.lead, place.second):
        assert opened(made, person).child == CHILD
    for person in (place.orne.firefighter, place.orne.police.reader, place.prefecture.reader):
        with pytest.raises(NotAllowed):
            opened(made, person)
        assert not assessments_of(person.membership).exists()
    without_key = as_person(make_membership(place.council.organisation, Role.RECIPIENT, holds_key=False))
    with pytest.raises(CannotOpen):
        opened(made, without_key)


def test_d226_2_4_a_shorter_time_needs_its_reason_and_a_longer_one_does_not_exist(place) -> None:
    made, by = started(place), place.reader.membership
    for due_on, reason in (
        (made.latest_on + DAY, ShorterReason.DANGER),
        (TODAY + 10 * DAY, None),
        (TODAY - DAY, "age"),
    ):
        with pytest.raises(TooLate):
            services.set_due(assessment_id=made.pk, due_on=due_on, reason=reason, by=by, at=AT)
    soon = services.set_due(assessment_id=made.pk, due_on=TODAY + 10 * DAY, reason=ShorterReason.BOTH, by=by, at=AT)
    assert (soon.due_on, soon.due_reason) == (TODAY + 10 * DAY, "both")
    back = services.set_due(assessment_id=made.pk, due_on=made.latest_on, reason=None, by=by, at=AT)
    assert (back.due_on, back.due_reason) == (made.latest_on, "")
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.filter(pk=made.pk).update(due_on=made.latest_on + DAY)


def test_it_is_given_to_who_assesses_there_and_to_nobody_else(place) -> None:
    made = under_way(place)
    assert (made.state, made.assessor) == (AssessmentState.UNDER_WAY, place.reader.membership)
    elsewhere, reporter = place.orne.police.reader.membership, make_membership(place.council.organisation)
    for nobody in (elsewhere, reporter):
        with pytest.raises(NotAnAssessor):
            services.assign(assessment_id=made.pk, to=nobody, by=place.reader.membership, at=AT)
    moved = services.assign(assessment_id=made.pk, to=place.second.membership, by=place.reader.membership, at=AT)
    assert moved.assessor == place.second.membership


def test_a_newer_synthesis_destroys_the_older_and_notes_stay(place) -> None:
    made, by, at = started(place), place.reader.membership, AT
    for kind, text in (("note", "Un"), ("synthesis", "Avant"), ("note", "Deux"), ("synthesis", "Après")):
        at += dt.timedelta(minutes=1)
        services.write(assessment_id=made.pk, kind=WritingKind(kind), text=text, by=by, at=at)
    read = opened(made, place.lead)
    assert ([note.text for note in read.notes], read.synthesis) == (["Un", "Deux"], "Après")
    assert SealedItem.objects.count() == 4
    with pytest.raises(Empty):
        services.write(assessment_id=made.pk, kind=WritingKind.NOTE, text=" ", by=by, at=AT)


def test_visits_and_meetings_are_dated_and_those_with_the_family_are_contacts(place) -> None:
    received = TODAY - 10 * DAY
    made, by = under_way(place, received_on=received), place.reader.membership

    def done(kind, on):
        services.record_act(assessment_id=made.pk, kind=kind, on=on, words="Mots", by=by, at=AT)
        made.refresh_from_db()
        return made.last_contact_on

    assert done(ActKind.PROFESSIONALS, TODAY) == received
    assert done(ActKind.HOME_VISIT, TODAY - 3 * DAY) == TODAY - 3 * DAY
    assert done(ActKind.CHILD_MET, TODAY - 5 * DAY) == TODAY - 3 * DAY
    assert set(opened(made, place.reader).acts.values()) == {"Mots"}
    for wrong in (TODAY + DAY, received - DAY):
        with pytest.raises(WrongDay):
            done(ActKind.CALL, wrong)


def test_l226_2_1_parents_are_informed_or_a_reason_stands(place) -> None:
    made, by = under_way(place), place.reader.membership
    both = SaidOfParents(informed=True, on=TODAY, reason=ParentsReason.INVOLVED)
    for unclear in (SaidOfParents(informed=True, on=TODAY), SaidOfParents(informed=False), both):
        with pytest.raises(ParentsUnclear):
            services.say_parents(assessment_id=made.pk, said=unclear, by=by, at=AT)
    with pytest.raises(NotYet) as refused:
        services.end(assessment_id=made.pk, ending=HELP, by=by, at=AT)
    assert refused.value.what is Missing.PARENTS
    services.say_parents(assessment_id=made.pk, said=NOT_INFORMED, by=by, at=AT)
    services.say_parents(assessment_id=made.pk, said=INFORMED, by=by, at=AT)
    assert [told.informed for told in made.parents.order_by("said_at", "pk")].count(True) == 1
    assert services.end(assessment_id=made.pk, ending=HELP, by=by, at=AT).outcome == Outcome.HELP
    assert Line.objects.filter(action=Action.PARENTS_INFORMED).count() == 2


def test_l226_4_the_prosecutor_is_told_before_anybody_is_assigned(place) -> None:
    made, by = started(place), place.reader.membership
    services.say_parents(assessment_id=made.pk, said=NOT_INFORMED, by=by, at=AT)
    with pytest.raises(NotAllowed):
        services.end(assessment_id=made.pk, ending=HELP, by=by, at=AT)
    tomorrow = Ending(Outcome.PROSECUTOR, ProsecutorGround.GRAVE_DANGER, TODAY + DAY)
    with pytest.raises(WrongDay):
        services.end(assessment_id=made.pk, ending=tomorrow, by=by, at=AT)
    over = services.end(assessment_id=made.pk, ending=SEIZED, by=by, at=AT)
    assert (over.ground, over.seized_on, over.state) == ("grave_danger", TODAY, "ended")


def test_what_ended_is_read_and_noted_and_nothing_else(place) -> None:
    made, by = ended(place, Ending(Outcome.NO_FOLLOW_UP, why="Rien ne s’est confirmé.")), place.reader.membership
    assert opened(made, place.reader).outcome == "Rien ne s’est confirmé."
    services.write(assessment_id=made.pk, kind=WritingKind.NOTE, text="Un courrier est arrivé.", by=by, at=AT)
    for act in (
        lambda: services.end(assessment_id=made.pk, ending=HELP, by=by, at=AT),
        lambda: services.set_due(assessment_id=made.pk, due_on=TODAY, reason="age", by=by, at=AT),
        lambda: services.record_act(assessment_id=made.pk, kind=ActKind.CALL, on=TODAY, words="", by=by, at=AT),
        lambda: services.say_parents(assessment_id=made.pk, said=INFORMED, by=by, at=AT),
    ):
        with pytest.raises((NotAllowed, IllegalTransition)):
            act()


def test_each_act_leaves_a_line_that_names_no_child(place) -> None:
    made, by = under_way(place), place.reader.membership
    services.write(assessment_id=made.pk, kind=WritingKind.NOTE, text="Une note", by=by, at=AT)
    services.record_act(assessment_id=made.pk, kind=ActKind.CALL, on=TODAY, words="", by=by, at=AT)
    services.say_parents(assessment_id=made.pk, said=INFORMED, by=by, at=AT)
    services.end(assessment_id=made.pk, ending=HELP, by=by, at=AT)
    opened(made, place.second)
    lines = Line.objects.filter(subject_kind="assessment", subject_id=made.pk)
    assert set(lines.values_list("action", flat=True)) == {
        Action.ASSESSMENT_STARTED,
        Action.ASSIGNED,
        Action.ASSESSMENT_WRITTEN,
        Action.STEP_DONE,
        Action.PARENTS_INFORMED,
        Action.ASSESSMENT_ENDED,
        Action.OPENED,
    }
    assert Line.objects.filter(action=Action.UNSEALED, subject_id=made.pk, reason="assessing").exists()
    assert "Lune" not in str(list(Line.objects.values_list("details", flat=True)))


def at_noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)


def test_alerts_come_before_the_end_once_each_and_what_is_late_reaches_the_leads_again(place) -> None:
    made = under_way(place)
    due, given = made.due_on, []
    around = (-31, -30, -29, -8, -7, -6, -1, 0, 1, 2, 30, 31, 32, 60, 61)
    for day in (due + days * DAY for days in around):
        given += [(day, level) for level, count in services.watch_due(at=at_noon(day)).items() if count and level]
    assert given == [
        (due - 30 * DAY, Alert.FIRST),
        (due - 7 * DAY, Alert.LAST),
        (due + DAY, Alert.LATE),
        (due + 31 * DAY, Alert.LATE),
        (due + 61 * DAY, Alert.LATE),
    ]
    assert Line.objects.filter(action=Action.ESCALATED).count() == 3


def test_a_shorter_time_starts_the_alerts_anew_and_the_end_stops_them(place) -> None:
    made, by = under_way(place), place.reader.membership
    services.watch_due(at=at_noon(made.due_on + DAY))
    later = at_noon(made.due_on - 20 * DAY)
    short = services.set_due(
        assessment_id=made.pk, due_on=made.due_on - 10 * DAY, reason=ShorterReason.AGE, by=by, at=later
    )
    assert (short.late_told_on, short.reminded_on) == (None, None)
    assert services.watch_due(at=at_noon(short.due_on - 7 * DAY))[Alert.LAST] == 1
    services.say_parents(assessment_id=made.pk, said=INFORMED, by=by, at=AT)
    services.end(assessment_id=made.pk, ending=HELP, by=by, at=AT)
    assert not any(services.watch_due(at=at_noon(made.due_on + 100 * DAY)).values())


def test_when_the_assessor_has_left_the_organisation_is_alerted(place) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    made = under_way(place)
    Membership.objects.filter(pk=place.reader.membership.pk).update(ended_at=AT)
    before = ProcrastinateJob.objects.filter(task_name="reports.notify_organisation").count()
    services.watch_due(at=at_noon(made.due_on - 7 * DAY))
    assert ProcrastinateJob.objects.filter(task_name="reports.notify_organisation").count() == before + 1


def test_new_says_nothing_of_the_child_when_printed() -> None:
    assert "Lune" not in repr(new())
    assert "ensemble" not in repr(INFORMED)
