"""Speaking without an account: everything or nothing, once however often it is asked for, read by whom she chose."""

import datetime as dt
import threading

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from maillon.guidance.enums import AgeClass, OffenceKnown, Wish
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import selectors
from maillon.reports.content import Trace, TraceKind
from maillon.reports.enums import State
from maillon.reports.models import Report
from maillon.reports.refusals import NoRecipient, NotComplete, RequiredRecipient, UnknownRecipient
from maillon.reports.services import submit
from maillon.speaking import services
from maillon.speaking.code import new_code
from maillon.speaking.enums import SourceLevel
from maillon.speaking.models import Speaker
from tests.reports.acting import open_as
from tests.reports.factories import AT, make_draft, make_house, make_orne, make_report
from tests.speaking.factories import speak, telling, wish

pytestmark = pytest.mark.django_db


@pytest.fixture
def orne(db):
    return make_orne()


def test_it_reaches_those_she_chose_with_a_clock_and_her_language(orne):
    spoken = speak(orne)
    transmission = spoken.at(orne.association)
    assert (transmission.state, transmission.sender, transmission.ground) == (State.SENT, None, "consent")
    assert transmission.acknowledge_by == AT + dt.timedelta(hours=72)
    report = spoken.report
    assert (report.author, report.organisation, report.language) == (None, None, "ro")
    assert Speaker.objects.get().report == report


def test_the_journal_says_that_it_came_from_somebody_without_an_account(orne):
    lines = Line.objects.filter(subject_id=speak(orne).report.id, subject_kind="report")
    assert {line.action for line in lines} == {Action.REPORT_SUBMITTED, Action.TRANSMITTED}
    assert all((line.member_id, line.organisation_id) == (None, None) for line in lines)
    assert all(line.details["by"] == "code" for line in lines)


def test_the_recipient_reads_what_she_said_and_how_to_reach_her(orne):
    spoken = speak(orne, told=telling(orne, narrative="Mes mots à moi.", identity="Alma", contact=wish("06 11")))
    opened = open_as(orne.association.reader, spoken.at(orne.association))
    assert opened.content.narrative.startswith("Mes mots à moi.")
    assert opened.identity == "Alma"
    assert b"06 11" in opened.contact


def test_sent_again_under_the_same_code_it_is_the_same_report(orne):
    told, code = telling(orne), new_code()
    first = speak(orne, told=told, code=code)
    counts = (ProcrastinateJob.objects.count(), Line.objects.count())
    assert speak(orne, told=told, code=code).report == first.report
    assert (Report.objects.count(), Speaker.objects.count()) == (1, 1)
    assert (ProcrastinateJob.objects.count(), Line.objects.count()) == counts


@pytest.mark.django_db(transaction=True)
def test_two_taps_at_once_make_one_report():
    orne, code = make_orne(), new_code()
    told, together, numbers = telling(orne), threading.Barrier(2), []

    def tap() -> None:
        together.wait(timeout=10)
        numbers.append(speak(orne, told=told, code=code).report.number)
        connections.close_all()

    taps = [threading.Thread(target=tap) for _ in range(2)]
    for thread in taps:
        thread.start()
    for thread in taps:
        thread.join(timeout=20)
    assert len(numbers) == 2
    assert len(set(numbers)) == Report.objects.count() == 1


def queries_of(send) -> int:
    with CaptureQueriesContext(connection) as captured:
        send()
    return len([query for query in captured.captured_queries if "SAVEPOINT" not in query["sql"]])


def test_it_costs_no_more_queries_than_a_members_report(orne):
    told, code = telling(orne), new_code()
    chosen = services.proposed(told, AT.date()).reachable().keys()
    # Once before counting, so that what is read once and kept is not counted.
    speak(orne)
    make_report(orne)
    without = queries_of(lambda: speak(orne, told=told, code=code, chosen=chosen))
    author = orne.firefighter
    draft = make_draft(author, told.report_content())
    member = queries_of(
        lambda: submit(
            draft_id=draft.id,
            seen_version=draft.version,
            chosen=chosen,
            by=author.membership,
            keyring=author.keyring,
            at=AT,
        )
    )
    assert without <= member


def test_a_busy_source_is_accepted_and_stands_to_be_sorted_without_a_notice(orne):
    jobs = ProcrastinateJob.objects.count()
    spoken = speak(orne, source=SourceLevel.BUSY)
    transmission = spoken.at(orne.association)
    assert transmission.held_at == AT
    assert ProcrastinateJob.objects.count() == jobs
    assert Line.objects.filter(action=Action.HELD, subject_id=spoken.report.id).count() == 1
    reader = orne.association.reader.membership
    assert list(selectors.held(reader)) == [transmission]
    assert selectors.counts(reader, at=AT)["new"] == 0
    assert speak(orne, repeats=True).at(orne.association).held_at == AT


def test_who_speaks_for_herself_agrees_by_choosing_and_nobody_is_forced(orne):
    told = telling(orne, agreement=False, wish=Wish.NOT_ASKED, identity="Alma")
    spoken = speak(orne, told=told, chosen=[orne.association.organisation.id])
    assert open_as(orne.association.reader, spoken.at(orne.association)).identity == "Alma"
    assert not services.proposed(telling(orne, minor=True), AT.date()).required_ids()


def test_an_identity_that_somebody_else_gives_goes_only_where_the_rules_let_it(orne):
    told = telling(orne, for_self=False, agreement=False, wish=Wish.NOT_ASKED, identity="Alma")
    spoken = speak(orne, told=told)
    assert spoken.report.identity is None
    assert open_as(orne.association.reader, spoken.at(orne.association)).identity == ""


def test_what_the_law_orders_a_witness_is_said_before_and_not_left_out(orne):
    told = telling(orne, minor=True, for_self=False, age=AgeClass.UNDER_15)
    proposal = services.proposed(told, AT.date())
    assert {item.organisation.id for item in proposal.recipients if item.required} >= {orne.council.organisation.id}
    with pytest.raises(RequiredRecipient):
        speak(orne, told=told, chosen=[orne.prosecutor.organisation.id])


def test_traces_go_to_the_authorities_alone(orne):
    traces = (Trace(TraceKind.HANDLE, "@nom_inventé"),)
    told = telling(orne, minor=True, for_self=False, age=AgeClass.UNDER_15, traces=traces)
    spoken = speak(orne, told=told)
    assert open_as(orne.prosecutor.reader, spoken.at(orne.prosecutor)).traces == traces
    assert open_as(orne.council.reader, spoken.at(orne.council)).traces == ()
    nobody = speak(orne, told=telling(orne, traces=traces))
    assert nobody.report.traces is None


def test_police_is_never_proposed_ticked_to_an_adult(orne):
    police = orne.police.organisation
    told = telling(orne, offence=OffenceKnown.CRIME_OR_DELIT)
    steps = {item.organisation.id: item.step for item in services.proposed(told, AT.date()).recipients}
    assert not steps[police.id].preselected


@pytest.mark.parametrize("missing", [{"commune": ""}, {"commune": "00000"}])
def test_what_the_routing_needs_must_be_answered_and_nothing_is_left_behind(orne, missing):
    with pytest.raises(NotComplete):
        speak(orne, told=telling(orne, **missing), chosen=[orne.association.organisation.id])
    assert not Speaker.objects.exists()
    assert not Report.objects.exists()


def test_only_who_was_proposed_can_be_chosen_and_somebody_must_be(orne):
    with pytest.raises(UnknownRecipient):
        speak(orne, chosen=[make_house(prosecutor=True).organisation.id])
    with pytest.raises(NoRecipient):
        speak(orne, chosen=[])
