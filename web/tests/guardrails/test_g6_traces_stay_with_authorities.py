"""G6: online traces and identifiers are offence data (LIL art. 46): sealed to authorities, and to nobody else."""

import datetime as dt

import pytest

from maillon.guidance.enums import Ground
from maillon.reports import services
from maillon.reports.content import Trace, TraceKind
from maillon.vault.refusals import CannotOpen
from maillon.vault.services import open_item
from tests.directory.factories import OrganisationFactory
from tests.reports.acting import acknowledged, open_as, transferred
from tests.reports.factories import AT, make_house, make_orne, make_person, make_report, minor_content, transmission_to

pytestmark = [pytest.mark.guardrail, pytest.mark.django_db]
TRACE = Trace(TraceKind.HANDLE, "compte-inventé-4711")


@pytest.fixture
def orne():
    return make_orne()


@pytest.fixture
def report(orne):
    """By a police officer, who may note traces, to the council and the prosecutor."""
    content = minor_content(orne.commune, grave=True, traces=(TRACE,))
    return make_report(orne, author=orne.police.reader, content=content)


def opens(person, item, organisation_id):
    """Whether the person's key opens the item, on her own or through an organisation."""
    try:
        open_item(
            item=item,
            keyring=person.keyring,
            organisation_id=organisation_id,
            by=person.membership,
            at=AT,
            reason="handling",
        )
    except CannotOpen:
        return False
    return True


def test_the_prosecutor_reads_the_traces(orne, report):
    assert open_as(orne.prosecutor.reader, transmission_to(report, orne.prosecutor)).traces == (TRACE,)


def test_a_recipient_that_is_no_authority_gets_the_account_without_them(orne, report):
    opened = open_as(orne.council.reader, transmission_to(report, orne.council))
    assert opened.traces == ()
    assert TRACE.value not in repr(opened)


def test_their_author_keeps_no_way_back_to_them(orne, report):
    author = orne.police.reader
    again = services.open_own_report(
        report=report, by=author.membership, keyring=author.keyring, at=AT, reason="author"
    )
    assert again.traces == ()
    assert TRACE.value not in repr(again)
    assert not opens(author, report.traces, None)


def test_every_other_key_fails(orne, report):
    allowed = orne.prosecutor
    for house in (orne.council, orne.police, orne.association):
        assert not opens(house.reader, report.traces, house.organisation.id)
        assert not opens(house.reader, report.traces, allowed.organisation.id)
        assert not opens(house.reader, report.traces, None)
    assert opens(allowed.reader, report.traces, allowed.organisation.id)


def test_a_reporter_who_may_not_hold_offence_data_seals_none(orne):
    content = minor_content(orne.commune, grave=True, traces=(TRACE,))
    assert make_report(orne, content=content).traces is None


def test_a_justice_approved_association_may_note_traces_and_receives_none(orne):
    approved = make_house(justice_approved=True)
    author = make_person(approved.organisation)
    content = minor_content(orne.commune, grave=True, traces=(TRACE,))
    report = make_report(orne, author=author, content=content)
    assert open_as(orne.prosecutor.reader, transmission_to(report, orne.prosecutor)).traces == (TRACE,)
    council = acknowledged(orne.council, transmission_to(report, orne.council))
    onward = transferred(orne.council, council, approved, Ground.CASF_L226_2_2)
    assert open_as(approved.reader, onward).traces == ()
    assert not opens(approved.reader, report.traces, approved.organisation.id)


def test_an_approval_that_has_ended_lets_no_trace_in(orne):
    ended = OrganisationFactory(justice_approved_until=AT.date() - dt.timedelta(days=1))
    content = minor_content(orne.commune, grave=True, traces=(TRACE,))
    assert make_report(orne, author=make_person(ended), content=content).traces is None


def test_between_authorities_they_go_along(orne, report):
    prosecutor = acknowledged(orne.prosecutor, transmission_to(report, orne.prosecutor))
    onward = transferred(orne.prosecutor, prosecutor, orne.police, Ground.JUDICIAL_REQUEST)
    assert open_as(orne.police.reader, onward).traces == (TRACE,)


def test_to_anybody_else_they_do_not(orne, report):
    prosecutor = acknowledged(orne.prosecutor, transmission_to(report, orne.prosecutor))
    health = make_house(health=True)
    council = acknowledged(orne.council, transmission_to(report, orne.council))
    onward = transferred(orne.council, council, health, Ground.CASF_L226_2_2)
    assert open_as(health.reader, onward).traces == ()
    assert not opens(health.reader, report.traces, health.organisation.id)
    assert prosecutor.report.traces_id == report.traces_id
