"""Following somebody: opening, writing, planning, and reading it again."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from maillon.base.ids import new_id
from maillon.cases import selectors, services
from maillon.cases.content import Identity, NewViolence, Reaching, SafetyPlan, Situation
from maillon.cases.enums import (
    ActionState,
    AppointmentState,
    Area,
    CaseState,
    Control,
    DocumentKind,
    Doer,
    EntryKind,
    GoalState,
    Means,
    NeedLevel,
    Violence,
    ViolenceContext,
)
from maillon.cases.models import Case, Entry
from maillon.cases.plain import plain_timeline
from maillon.cases.refusals import (
    AlreadyEnded,
    MinorsAreProtected,
    NoName,
    NotAllowed,
    NothingWritten,
    WrongChoice,
    WrongMoment,
)
from maillon.cases.rules.gbvims import Facts
from maillon.journal.enums import Action
from maillon.journal.models import Line
from tests.cases import pdfs
from tests.cases.factories import LATER, NAME, Place, acting, make_place, open_case, read, with_key
from tests.referrals.factories import accepted, make_town, refer
from tests.reports.factories import AT, House, make_orne, make_report

DAY = dt.timedelta(days=1)


@pytest.fixture
def place(db) -> Place:
    return make_place()


def test_a_pseudonym_is_enough(place) -> None:
    case = open_case(place, commune_code=None)
    assert (case.state, case.responsible, case.commune_id) == (CaseState.OPEN, place.nadia.membership, None)
    assert read(case, place.nadia).pseudonym == NAME
    assert Line.objects.filter(action=Action.CASE_OPENED, subject_id=case.pk).count() == 1


def test_the_same_opening_sent_twice_is_one_case(place) -> None:
    key = new_id()
    assert open_case(place, draft_id=key) == open_case(place, draft_id=key)
    assert Case.objects.count() == 1


def test_another_members_opening_is_not_given_away(place) -> None:
    case = open_case(place)
    with pytest.raises(NotAllowed):
        open_case(place, by=place.colleague, draft_id=case.draft_id)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_some_name_must_be_given_and_a_short_one(place, name) -> None:
    with pytest.raises(NoName):
        open_case(place, pseudonym=name)


def test_nobody_opens_a_case_of_a_minor_and_the_route_is_named(place) -> None:
    with pytest.raises(MinorsAreProtected) as refused:
        open_case(place, adult=False)
    assert "119" in str(refused.value.message)
    assert "CRIP" in str(refused.value.message)
    assert not Case.objects.exists()


def test_a_report_about_a_minor_or_somebody_who_may_be_one_opens_no_case(place) -> None:
    orne = make_orne()
    report = make_report(orne)
    report.organisation = place.home.organisation
    report.save()
    with pytest.raises(MinorsAreProtected):
        open_case(place, report_id=report.pk)
    report.facts["age"] = "doubtful"
    report.save()
    with pytest.raises(MinorsAreProtected):
        open_case(place, report_id=report.pk)
    report.facts["age"] = "adult"
    report.save()
    assert open_case(place, report_id=report.pk).report == report


def test_a_report_of_another_organisation_opens_no_case(place) -> None:
    report = make_report(make_orne())
    with pytest.raises(NotAllowed):
        open_case(place, report_id=report.pk)


def test_an_accepted_referral_becomes_a_case_and_another_services_does_not(place) -> None:
    town = make_town()
    step = accepted(refer(town), town.first)
    house: House = town.first.house
    case = open_case(place, by=house.reader, step_id=step.pk)
    assert case.step == step
    with pytest.raises(NotAllowed):
        open_case(place, step_id=step.pk)


@pytest.mark.parametrize("who", ["police", "council", "prefecture"])
def test_police_council_and_prefecture_open_none(place, who) -> None:
    with pytest.raises(NotAllowed):
        open_case(place, by=getattr(place, who).reader)


def test_an_unknown_language_or_commune_is_refused(place) -> None:
    with pytest.raises(WrongChoice):
        open_case(place, language="xx")
    with pytest.raises(WrongChoice):
        open_case(place, commune_code="00000")


def test_everything_that_is_written_can_be_read_again(place) -> None:
    case = open_case(place)
    act = {"case_id": case.pk, **acting(place.nadia)}
    services.write_piece(piece=Identity(first_name="Ana", birth_on="1999-02-28"), **act)
    services.write_piece(piece=Reaching(phone="06", text="le matin"), **act)
    services.write_piece(piece=SafetyPlan(safe_people="Inès"), **act)
    services.write_piece(piece=Situation(control=(Control.DEBT,)), **act)
    services.assess(area=Area.HOUSING, level=NeedLevel.WANTED, **act)
    goal = services.set_goal(text="Un travail", **act)
    services.plan_action(text="Appeler", doer=Doer.TOGETHER, goal_id=goal.pk, due_on=AT.date() + DAY, **act)
    services.appoint(starts_at=AT + DAY, minutes=45, text="À l’accueil de jour", **act)
    services.record_contact(means=Means.PHONE, made=True, happened_at=AT, **act)
    services.write_note(text="Une note", **act)
    facts = NewViolence(facts=Facts(physical=True), contexts=frozenset({ViolenceContext.EXPLOITATION}))
    services.record_violence(new=facts, **act)
    opened = read(case, place.nadia)
    assert opened.latest(EntryKind.IDENTITY).piece == Identity(first_name="Ana", birth_on="1999-02-28")
    assert opened.latest(EntryKind.SITUATION).piece.control == (Control.DEBT,)
    assert opened.latest(EntryKind.NEED).codes == {"area": "housing", "level": "wanted"}
    assert opened.latest(EntryKind.VIOLENCE).codes["type"] == Violence.PHYSICAL_ASSAULT
    assert opened.latest(EntryKind.APPOINTMENT).text == "À l’accueil de jour"
    assert {entry.kind for entry in opened.entries} == set(EntryKind) - {
        EntryKind.DOCUMENT,
        EntryKind.REVIEW,
        EntryKind.CORRECTION,
        EntryKind.ENDING,
    }
    assert Line.objects.filter(action=Action.CASE_WRITTEN, subject_id=case.pk).count() == 11


def test_the_newest_stands_first_and_pages_go_back_in_time(place) -> None:
    case = open_case(place)
    for hour in range(3):
        services.write_note(case_id=case.pk, text=str(hour), **acting(place.nadia, AT + dt.timedelta(hours=hour)))
    first = read(case, place.nadia, AT + DAY, limit=2)
    assert [entry.text for entry in first.entries] == ["2", "1"]
    rest = read(case, place.nadia, AT + DAY, before=first.entries[-1].happened_at)
    assert [entry.text for entry in rest.entries] == ["0"]


def test_a_new_version_leaves_the_old_one_readable_as_replaced(place) -> None:
    case = open_case(place)
    first = services.write_note(case_id=case.pk, text="avant", **acting(place.nadia))
    services.write_note(case_id=case.pk, text="après", replaces=first.pk, **acting(place.nadia, LATER))
    assert [(entry.text, entry.replaced) for entry in read(case, place.nadia, LATER).entries] == [
        ("après", False),
        ("avant", True),
    ]
    with pytest.raises(AlreadyEnded):
        services.write_note(case_id=case.pk, text="encore", replaces=first.pk, **acting(place.nadia, LATER))


def test_a_need_seen_anew_replaces_the_one_of_its_area_alone(place) -> None:
    case = open_case(place)
    for area, level in (("housing", "wanted"), ("health", "wanted"), ("housing", "met")):
        services.assess(case_id=case.pk, area=Area(area), level=NeedLevel(level), **acting(place.nadia))
    standing = Entry.objects.filter(case=case, replaced_by=None).values_list("need__area", "need__level")
    assert set(standing) == {("health", "wanted"), ("housing", "met")}


def test_nothing_empty_and_no_unknown_code_is_written(place) -> None:
    case = open_case(place)
    for wrong in (Identity(), SafetyPlan()):
        with pytest.raises(NothingWritten):
            services.write_piece(case_id=case.pk, piece=wrong, **acting(place.nadia))
    with pytest.raises(NothingWritten):
        services.write_note(case_id=case.pk, text="  ", **acting(place.nadia))
    with pytest.raises(NothingWritten):
        services.record_violence(case_id=case.pk, new=NewViolence(facts=Facts()), **acting(place.nadia))
    with pytest.raises(WrongChoice):
        services.write_piece(case_id=case.pk, piece=Situation(control=("Hypnosis",)), **acting(place.nadia))
    assert not Entry.objects.exists()


def test_goals_and_actions_end_once(place) -> None:
    case = open_case(place)
    goal = services.set_goal(case_id=case.pk, text="Un logement", **acting(place.nadia))
    action = services.plan_action(case_id=case.pk, text="Dossier", doer=Doer.WORKER, **acting(place.nadia))
    services.finish_action(action_id=action.pk, state=ActionState.DONE, **acting(place.nadia, LATER))
    services.end_goal(goal_id=goal.pk, state=GoalState.REACHED, **acting(place.nadia, LATER))
    with pytest.raises(AlreadyEnded):
        services.finish_action(action_id=action.pk, state=ActionState.DROPPED, **acting(place.nadia, LATER))
    with pytest.raises(AlreadyEnded):
        services.end_goal(goal_id=goal.pk, state=GoalState.LEFT, **acting(place.nadia, LATER))


def test_moments_that_can_not_be_are_refused(place) -> None:
    case = open_case(place)
    act = {"case_id": case.pk, **acting(place.nadia)}
    wrong = [
        lambda: services.appoint(starts_at=AT, minutes=30, **act),
        lambda: services.appoint(starts_at=AT + DAY, minutes=1, **act),
        lambda: services.record_contact(means=Means.PHONE, made=True, happened_at=LATER, **act),
        lambda: services.plan_action(text="x", doer=Doer.WORKER, due_on=AT.date() - DAY, **act),
        lambda: services.write_note(text="x", happened_at=LATER, **act),
    ]
    for attempt in wrong:
        with pytest.raises(WrongMoment):
            attempt()


def test_only_a_contact_that_was_made_counts_as_one(place) -> None:
    case = open_case(place)
    later = AT + 10 * DAY
    services.record_contact(
        case_id=case.pk, means=Means.MESSAGE, made=False, happened_at=later, **acting(place.nadia, later)
    )
    case.refresh_from_db()
    assert case.last_contact_on == AT.date()
    held = services.appoint(case_id=case.pk, starts_at=later + DAY, minutes=30, **acting(place.nadia, later))
    with pytest.raises(WrongMoment):
        services.settle_appointment(appointment_id=held.pk, state=AppointmentState.HELD, **acting(place.nadia, later))
    services.settle_appointment(
        appointment_id=held.pk, state=AppointmentState.HELD, **acting(place.nadia, later + 2 * DAY)
    )
    case.refresh_from_db()
    assert case.last_contact_on == (later + DAY).date()


def test_a_page_of_names_is_opened_at_once_and_each_leaves_a_line(place) -> None:
    cases = [open_case(place, pseudonym=name) for name in ("Lune", "Inès", "Maé")]
    names = services.read_names(cases=cases, **with_key(place.nadia))
    assert list(names.values()) == ["Lune", "Inès", "Maé"]
    assert Line.objects.filter(action=Action.UNSEALED, subject_kind="case.pseudonym").count() == 3
    assert services.read_names(cases=cases, **with_key(place.police.reader)) == {}


def test_the_rows_of_a_page_come_in_the_order_of_the_list(place) -> None:
    for day in (0, 2, 1):
        open_case(place, pseudonym=str(day), at=AT + day * DAY)
    keys = selectors.cases_of(place.nadia.membership, LATER.date()).values_list("pk", flat=True)
    rows = selectors.rows_of(keys[:2])
    names = services.read_names(cases=rows, **with_key(place.nadia, AT + 2 * DAY))
    assert [names[row.pk] for row in rows] == ["2", "1"]
    assert selectors.rows_of([]) == []


def test_a_timeline_loads_no_file_and_asks_as_often_for_many_entries_as_for_one(place) -> None:
    case, asked = open_case(place), []
    for title in ("Un", "Deux"):
        services.add_document(
            case_id=case.pk, kind=DocumentKind.LETTER, title=title, data=pdfs.plain(), **acting(place.nadia)
        )
        services.write_note(case_id=case.pk, text=title, **acting(place.nadia))
        with CaptureQueriesContext(connection) as queries:
            read(case, place.nadia)
        asked.append([query["sql"] for query in queries])
    assert len(asked[0]) == len(asked[1])
    assert not [sql for sql in asked[1] if '"cases_document"."file_id" =' in sql]


def test_her_timeline_in_plain_words_is_in_order_and_leaves_out_what_was_replaced(place) -> None:
    case = open_case(place)
    services.assess(case_id=case.pk, area=Area.HOUSING, level=NeedLevel.WANTED, **acting(place.nadia))
    services.assess(case_id=case.pk, area=Area.HOUSING, level=NeedLevel.MET, **acting(place.nadia, LATER))
    services.set_goal(case_id=case.pk, text="Dormir", **acting(place.nadia, LATER + DAY))
    lines = plain_timeline(read(case, place.nadia, LATER + DAY))
    assert [(line.title, line.words) for line in lines] == [
        ("Logement\u00a0: C’est réglé.", ()),
        ("Vous avez dit ce que vous voulez.", ("Dormir",)),
    ]
    assert "Dormir" not in repr(lines)
