"""What a departure changes about reports."""

import pytest

from maillon.accounts import services as accounts
from maillon.accounts.enums import Role
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import services
from tests.accounts.factories import make_membership
from tests.reports.acting import acknowledged, act, in_hand
from tests.reports.factories import AT, make_orne, make_report, transmission_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def orne():
    return make_orne()


def leaves(membership):
    administrator = make_membership(membership.organisation, Role.ADMINISTRATOR)
    accounts.end_membership(membership=membership, by=administrator, at=AT)
    return administrator


def test_what_a_leaver_had_in_hand_is_there_for_her_colleagues(orne):
    transmission = in_hand(orne.council, transmission_to(make_report(orne), orne.council))
    leaver = orne.council.reader.membership
    colleague = make_membership(orne.council.organisation, Role.RECIPIENT)
    assert transmission.assigned_to == leaver
    by = leaves(leaver)
    transmission.refresh_from_db()
    assert transmission.assigned_to is None
    line = Line.objects.get(action=Action.ASSIGNED, reason="left")
    assert (line.subject_id, line.member_id, line.details) == (transmission.pk, by.member_id, {"to": None})
    services.assign(transmission_id=transmission.pk, to=colleague, by=colleague, at=AT)
    transmission.refresh_from_db()
    assert transmission.assigned_to == colleague


def test_what_a_colleague_has_stays_hers(orne):
    transmission = acknowledged(orne.council, transmission_to(make_report(orne), orne.council))
    colleague = make_membership(orne.council.organisation, Role.RECIPIENT)
    act(services.assign, orne.council, transmission, to=colleague)
    leaves(orne.council.reader.membership)
    transmission.refresh_from_db()
    assert transmission.assigned_to == colleague
    assert not Line.objects.filter(action=Action.ASSIGNED, reason="left").exists()


def test_who_reads_no_longer_gives_back_what_she_had_in_hand(orne):
    transmission = in_hand(orne.council, transmission_to(make_report(orne), orne.council))
    lead = make_membership(orne.council.organisation, Role.LEAD)
    reader = orne.council.reader.membership
    accounts.change_role(membership=reader, role=Role.LEAD, by=lead, at=AT)
    transmission.refresh_from_db()
    assert transmission.assigned_to == reader
    accounts.change_role(membership=reader, role=Role.REPORTER, by=lead, at=AT)
    transmission.refresh_from_db()
    assert transmission.assigned_to is None
    assert Line.objects.get(action=Action.ASSIGNED, reason="reads_no_longer").subject_id == transmission.pk
