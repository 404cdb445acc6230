"""The first page, by what somebody does in her organisation."""

import datetime as dt

import pytest

from maillon.accounts.enums import Role
from maillon.base import clock
from maillon.directory.enums import OrganisationKind
from maillon.reports.models import Transmission
from tests.directory.offers import make_provider, make_service
from tests.portals.pro.report.journey import Page
from tests.reports.factories import AT, make_draft, make_orne, make_person, make_report, minor_content

pytestmark = pytest.mark.django_db


def home(client) -> str:
    return client.get("/").content.decode()


def test_a_reporter_starts_and_goes_on_from_here(signed_in_client):
    orne = make_orne()
    draft = make_draft(orne.firefighter, minor_content(orne.commune, narrative="Un canari"))
    report = make_report(orne)
    page = home(signed_in_client(orne.firefighter.membership))
    links = Page(page).links
    assert "/signaler/" in links
    assert f"/signaler/{draft.id}/" in links
    assert f"/signalements/{report.id}/" in links
    assert "Brouillon, modifié il y a" in page
    assert "canari" not in page
    assert "Reçus par votre organisation" not in page


def test_a_reader_sees_how_much_waits(signed_in_client):
    orne = make_orne()
    make_report(orne)
    make_report(orne)
    page = home(signed_in_client(orne.council.reader.membership))
    assert "<dt>nouveaux</dt>" in page
    assert "<dd>2</dd>" in page


def test_a_lead_sees_who_waits_for_the_key(member_of, signed_in_client):
    lead = member_of(OrganisationKind.COUNCIL, Role.LEAD)
    assert "attend la clé" not in home(signed_in_client(lead))
    member_of(lead.organisation, Role.RECIPIENT, holds_key=False)
    assert "Un membre attend la clé" in home(signed_in_client(lead))


def test_the_prefecture_sees_numbers_of_silence_and_nothing_else(member_of, signed_in_client):
    orne = make_orne()
    report = make_report(orne)
    Transmission.objects.update(counted_at=AT)
    page = home(signed_in_client(member_of(OrganisationKind.PREFECTURE, Role.RECIPIENT)))
    assert orne.council.organisation.name in page
    assert report.number not in page
    assert "sans réponse" not in home(signed_in_client(orne.council.reader.membership))
    assert "sans réponse" not in home(signed_in_client(member_of(OrganisationKind.PREFECTURE, Role.REPORTER)))


def test_an_administrator_is_led_to_the_administration_alone(member_of, signed_in_client):
    page = home(signed_in_client(member_of(OrganisationKind.OTHER, Role.ADMINISTRATOR)))
    assert "/administration/" in Page(page).links
    assert "/signaler/" not in Page(page).links


def test_somebody_elses_drafts_and_reports_are_not_here(signed_in_client):
    orne = make_orne()
    draft = make_draft(orne.firefighter, minor_content(orne.commune))
    colleague = make_person(orne.firefighter.membership.organisation)
    assert str(draft.id) not in home(signed_in_client(colleague.membership))


def test_a_lead_sees_what_her_organisation_has_to_confirm_in_the_directory(member_of, signed_in_client):
    lead = member_of(OrganisationKind.COUNCIL, Role.LEAD)
    long_ago = clock.now() - dt.timedelta(days=200)
    make_service(make_provider(organisation=lead.organisation), at=long_ago)
    make_service(at=long_ago)
    assert "1 fiche à confirmer" in home(signed_in_client(lead)).replace("\u00a0", " ")
    assert "à confirmer</a>" not in home(signed_in_client(member_of(lead.organisation, Role.RECIPIENT)))
    keeper = signed_in_client(member_of(OrganisationKind.OTHER, Role.ADMINISTRATOR))
    assert "2 fiches à confirmer" in home(keeper).replace("\u00a0", " ")
