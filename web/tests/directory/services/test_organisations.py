"""Adding, changing and ending organisations, and what the database itself refuses."""

import dataclasses
import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from maillon.directory.enums import OrganisationKind, Secrecy
from maillon.directory.models import Organisation
from maillon.directory.services import (
    Details,
    NameTaken,
    OnlyAssociations,
    WrongJurisdiction,
    change_organisation,
    create_organisation,
    end_organisation,
    resume_organisation,
)
from maillon.journal.models import Line
from tests.directory.factories import OrganisationFactory
from tests.territories.factories import DepartementFactory, JurisdictionFactory, Somebody

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def details() -> Details:
    return Details(
        name="Association fictive du Perche",
        kind=OrganisationKind.ASSOCIATION,
        departement=DepartementFactory(),
        secrecy=Secrecy.BOUND,
        psp_approved_from=dt.date(2026, 2, 1),
        notice_email="veille@exemple.test",
    )


def test_an_organisation_is_added_and_recorded(details):
    by = Somebody()
    made = Organisation.objects.get(pk=create_organisation(details, by=by, at=AT).pk)
    assert (made.name, made.kind, made.secrecy) == (details.name, "association", "bound")
    assert (made.psp_approved_from, made.psp_approved_until) == (dt.date(2026, 2, 1), dt.date(2029, 2, 1))
    assert made.is_active
    assert made.reporter_statuses == {"secrecy_bound"}
    assert not made.may_hold_offence_data(AT.date())
    line = Line.objects.get()
    assert (line.action, line.subject_kind, line.subject_id) == ("organisation_changed", "organisation", made.pk)
    assert (line.member_id, line.organisation_id, line.at) == (by.member_id, by.organisation_id, AT)
    assert "name" in line.details["fields"]


def test_the_journal_names_fields_and_never_values(details):
    create_organisation(details, by=Somebody(), at=AT)
    assert "Perche" not in str(Line.objects.get().details)


def test_public_kinds_are_public_whatever_was_said(details):
    made = create_organisation(
        dataclasses.replace(details, kind=OrganisationKind.FIRE_RESCUE, psp_approved_from=None), by=None, at=AT
    )
    assert made.is_public_service


def test_a_change_is_recorded_with_what_changed(details):
    made = create_organisation(details, by=Somebody(), at=AT)
    changed = dataclasses.replace(details, secrecy=Secrecy.NONE, psp_approved_from=None)
    found = change_organisation(made.pk, changed, by=Somebody(), at=AT)
    assert (found.secrecy, found.psp_approved_until) == ("none", None)
    assert Line.objects.count() == 2
    assert {"fields": ["psp_approved_from", "psp_approved_until", "secrecy"]} in [
        line.details for line in Line.objects.all()
    ]


def test_saying_the_same_again_writes_nothing(details):
    made = create_organisation(details, by=Somebody(), at=AT)
    change_organisation(made.pk, details, by=Somebody(), at=AT)
    assert Line.objects.count() == 1


def test_an_ended_organisation_stays_and_can_resume(details):
    made = create_organisation(details, by=Somebody(), at=AT)
    assert not end_organisation(made.pk, by=Somebody(), at=AT).is_active
    end_organisation(made.pk, by=Somebody(), at=AT)
    assert resume_organisation(made.pk, by=Somebody(), at=AT).is_active
    assert Line.objects.count() == 3


def test_a_name_is_taken_whatever_its_case(details):
    create_organisation(details, by=Somebody(), at=AT)
    with pytest.raises(NameTaken):
        create_organisation(dataclasses.replace(details, name=details.name.upper()), by=Somebody(), at=AT)


@pytest.mark.parametrize("trait", [{}, {"police_alencon": True}, {"council_orne": True}])
def test_an_association_answers_for_no_area(details, trait):
    with pytest.raises(WrongJurisdiction):
        create_organisation(
            dataclasses.replace(details, jurisdiction=JurisdictionFactory(**trait)), by=Somebody(), at=AT
        )


def test_an_area_must_fit_kind_and_departement(details):
    force = dataclasses.replace(details, kind=OrganisationKind.POLICE, psp_approved_from=None)
    with pytest.raises(WrongJurisdiction):
        create_organisation(dataclasses.replace(force, jurisdiction=JurisdictionFactory()), by=Somebody(), at=AT)
    with pytest.raises(WrongJurisdiction):
        create_organisation(
            dataclasses.replace(
                force,
                jurisdiction=JurisdictionFactory(police_alencon=True),
                departement=DepartementFactory(code="72", name="Sarthe"),
            ),
            by=Somebody(),
            at=AT,
        )
    made = create_organisation(
        dataclasses.replace(force, jurisdiction=JurisdictionFactory(police_alencon=True)), by=Somebody(), at=AT
    )
    assert made.jurisdiction_id == "police-alencon"


@pytest.mark.parametrize("approval", [{"psp_approved_from": AT.date()}, {"justice_approved_until": AT.date()}])
def test_only_an_association_is_approved(details, approval):
    plain = dataclasses.replace(details, kind=OrganisationKind.HEALTH, psp_approved_from=None)
    with pytest.raises(OnlyAssociations):
        create_organisation(dataclasses.replace(plain, **approval), by=Somebody(), at=AT)
    assert not Organisation.objects.exists()
    assert not Line.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"psp_approved_from": dt.date(2026, 1, 1)},
        {"psp_approved_until": dt.date(2026, 1, 1)},
        {"psp_approved_from": dt.date(2026, 1, 1), "psp_approved_until": dt.date(2025, 1, 1)},
        {"health": True, "justice_approved_until": dt.date(2030, 1, 1)},
    ],
)
def test_the_database_refuses_impossible_approvals(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationFactory(**wrong)


def test_the_database_refuses_an_area_for_a_hotel():
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationFactory(lodging=True, jurisdiction=JurisdictionFactory())


@pytest.mark.parametrize(
    "trait",
    ["gendarmerie", "police", "prosecutor", "fire_rescue", "prefecture", "council", "health", "school", "lodging",
     "other", "justice_approved", "psp_approved"],
)  # fmt: skip
def test_every_factory_trait_makes_an_organisation(trait):
    made = OrganisationFactory(**{trait: True})
    assert str(made) == made.name
    assert made.reporter_statuses
