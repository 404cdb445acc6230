"""The invented instance: whoever signs in sees what her role is for."""

import pytest
from django.core.management import call_command

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.accounts.selectors import demo_memberships
from maillon.base import clock
from maillon.cases.enums import CaseState, EntryKind
from maillon.cases.models import Case, Entry, Share
from maillon.demo.invented import invented as invented_data
from maillon.demo.services import NotEmpty, load_demo
from maillon.demo.tellings import demo_code
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Place, Service, ZoneProposal
from maillon.reports.enums import State
from maillon.reports.models import Transmission
from maillon.speaking.services import enter, follow
from maillon.territories.models import Commune
from maillon.vault.models import Grant

pytestmark = pytest.mark.django_db
# Those to whom the law or the person's wish leads: none of them opens an empty inbox.
RECEIVING = {
    OrganisationKind.GENDARMERIE,
    OrganisationKind.POLICE,
    OrganisationKind.PROSECUTOR,
    OrganisationKind.COUNCIL,
    OrganisationKind.HEALTH,
    OrganisationKind.ASSOCIATION,
}


def test_everybody_who_receives_finds_something(invented):
    received = set(Transmission.objects.values_list("recipient__kind", flat=True))
    assert received >= {kind.value for kind in RECEIVING}
    readers = [item for item in demo_memberships() if item.role in {Role.RECIPIENT, Role.LEAD}]
    empty = {
        item.organisation.name
        for item in readers
        if item.organisation.kind in RECEIVING and not Transmission.objects.filter(recipient=item.organisation).exists()
    }
    assert empty == set()


def test_some_of_it_waits_and_some_of_it_has_ended(invented):
    states = set(Transmission.objects.values_list("state", flat=True))
    assert {State.SENT, State.OPENED, State.ACKNOWLEDGED, State.CLOSED} <= states


def test_the_force_is_told_a_place_and_never_a_name(invented):
    forces = {OrganisationKind.GENDARMERIE, OrganisationKind.POLICE}
    to_forces = list(Transmission.objects.filter(recipient__kind__in=forces).select_related("report"))
    assert len(to_forces) >= 2
    for item in to_forces:
        theirs = Grant.objects.filter(key_pair__owner_id=item.recipient_id)
        assert theirs.filter(item=item.report.account_id).exists()
        assert not theirs.filter(item=item.report.identity_id).exists()


def test_it_is_loaded_once(invented):
    before = Membership.objects.count(), Commune.objects.count()
    with pytest.raises(NotEmpty):
        load_demo(at=clock.now(), tell=print)
    assert (Membership.objects.count(), Commune.objects.count()) == before


def test_newcomers_can_come_back_with_an_invented_code(invented):
    names = [row["name"] for row in invented_data()["tellings"]]
    entered = [enter(code=demo_code(name), at=clock.now()) for name in names]
    assert len({item.report for item in entered}) == len(names) == 2
    shown = [follow(keyring=item.keyring, speaker_id=item.speaker_id, at=clock.now()) for item in entered]
    assert any(words.words.asks for way in shown[0].ways for words in way.messages)
    assert all(way.transmission.held_at for way in shown[1].ways)


def test_the_codes_are_listed_with_the_sign_ins_as_somebody_would_type_them(invented, capsys):
    call_command("demo_accounts")
    listed = capsys.readouterr().out
    for row in invented_data()["tellings"]:
        assert " ".join(demo_code(row["name"]).words) in listed


def test_every_invented_service_says_so_and_the_hidden_address_is_nowhere(invented):
    services = Service.objects.all()
    assert services.count() == 7
    assert all("invent" in service.name for service in services)
    assert all(service.provider.organisation_id or "invent" in service.provider.name for service in services)
    assert not Place.objects.filter(service__is_confidential=True).exists()
    assert services.filter(is_confidential=True).get().capacities.exists()
    assert ZoneProposal.objects.filter(decided="").count() == 1


def test_the_association_follows_somebody_and_the_clinic_reads_a_part(invented):
    states = set(Case.objects.values_list("state", flat=True))
    assert states == {CaseState.OPEN, CaseState.CLOSED}
    assert {entry.kind for entry in Entry.objects.all()} >= {
        EntryKind.NEED,
        EntryKind.GOAL,
        EntryKind.ACTION,
        EntryKind.APPOINTMENT,
        EntryKind.SAFETY_PLAN,
    }
    assert Share.objects.get().organisation.kind == OrganisationKind.HEALTH
