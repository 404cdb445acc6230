"""Refusals “not in our zone” propose a correction, and a person decides."""

import datetime as dt

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from maillon.base.ids import new_id
from maillon.directory import refusals
from maillon.directory.enums import Decided, ZoneKind
from maillon.directory.models import Service, ZoneDoubt, ZoneProposal
from maillon.directory.services import decide_zone, note_out_of_zone
from maillon.journal.models import Line
from tests.directory.factories import OrganisationFactory
from tests.directory.offers import AT, make_provider, make_service
from tests.territories.factories import Somebody, load_known_communes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def communes():
    return load_known_communes()


@pytest.fixture
def service():
    return make_service(make_provider(organisation=OrganisationFactory()))


def refused(service, commune="61169", day=0, refusal=None):
    at = AT + dt.timedelta(days=day)
    note_out_of_zone(refusal_id=refusal or new_id(), service_id=service.pk, commune_code=commune, at=at)


def proposal_of(service, *communes):
    for number, commune in enumerate(communes or ["61169"] * 3):
        refused(service, commune, number)
    return ZoneProposal.objects.get(service=service, decided="")


def decided(proposal, accept, day=10):
    return decide_zone(proposal.pk, accept, by=Somebody(), at=AT + dt.timedelta(days=day))


def test_the_third_refusal_opens_one_proposal_and_tells_the_organisation(service):
    refused(service)
    refused(service, day=1)
    assert not ZoneProposal.objects.exists()
    refused(service, "61214", day=2)
    proposal = ZoneProposal.objects.get()
    assert (proposal.commune_codes, proposal.doubts, proposal.decided) == (["61169", "61214"], 3, "")
    job = ProcrastinateJob.objects.get(task_name="directory.notify_organisation")
    assert job.args == {"organisation_id": str(service.provider.organisation_id)}
    assert Line.objects.get(action="zone_proposed").member_id is None


def test_one_refusal_told_three_times_counts_once(service):
    same = new_id()
    for day in range(3):
        refused(service, day=day, refusal=same)
    assert ZoneDoubt.objects.count() == 1
    assert not ZoneProposal.objects.exists()


def test_refusals_half_a_year_apart_do_not_add_up(service):
    for day in (0, 100, 181):
        refused(service, day=day)
    assert not ZoneProposal.objects.exists()


def test_a_commune_that_the_entry_does_not_claim_raises_no_doubt(service):
    for _ in range(3):
        refused(service, "88315")
    assert not ZoneDoubt.objects.exists()


def test_further_refusals_join_the_open_proposal(service):
    proposal_of(service)
    refused(service, "61293", 5)
    proposal = ZoneProposal.objects.get()
    assert (proposal.commune_codes, proposal.doubts) == (["61169", "61293"], 4)


def test_accepting_turns_the_departement_into_its_other_communes(service, communes):
    decided(proposal_of(service), accept=True)
    service = Service.objects.get(pk=service.pk)
    orne = {f"C{code}" for code, commune in communes.items() if commune.departement_id == "61"}
    assert (service.zone_kind, set(service.zone)) == (ZoneKind.COMMUNES, orne - {"C61169"})


def test_dismissing_leaves_the_zone_and_counting_starts_anew(service):
    by_then = decided(proposal_of(service), accept=False)
    assert by_then.decided == Decided.DISMISSED
    assert Service.objects.get(pk=service.pk).zone == ["D61"]
    refused(service, day=20)
    refused(service, day=21)
    assert ZoneProposal.objects.count() == 1
    refused(service, day=22)
    assert ZoneProposal.objects.get(decided="").doubts == 3


def test_nobody_decides_twice_and_a_decision_is_in_the_journal(service):
    proposal = proposal_of(service)
    decided(proposal, accept=False)
    with pytest.raises(refusals.Decided):
        decided(proposal, accept=True)
    assert Line.objects.get(action="zone_decided").details == {"decided": "dismissed"}


def test_a_zone_is_never_emptied():
    lonely = make_service(zone_kind=ZoneKind.COMMUNES, zone=("C61169",))
    proposal = proposal_of(lonely)
    with pytest.raises(refusals.NothingLeft):
        decided(proposal, accept=True)
    assert ZoneProposal.objects.get().decided == ""
