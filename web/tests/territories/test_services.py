"""Loading, loading again, and correcting by hand."""

import dataclasses
import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from maillon.base.enums import Confidence
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.territories.models import Commune, CommuneName, Competence, Departement, Jurisdiction
from maillon.territories.selectors import commune, jurisdictions_of
from maillon.territories.services import (
    OtherDepartement,
    load_communes,
    load_files,
    load_jurisdictions,
    set_competence,
)
from maillon.territories.services.competences import NoSource
from maillon.territories.services.files import jurisdiction_files
from tests.territories.factories import CommuneFactory, JurisdictionFactory, Somebody, known_rows

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
TODAY = AT.date()


def orne():
    (data,) = jurisdiction_files()
    return data


def test_known_communes_are_loaded_with_their_search_names(communes):
    assert communes["61214"].name == "L’Aigle"
    assert communes["61214"].label == "L’Aigle (61300)"
    assert communes["61168"].label == "La Ferté Macé (61)"
    assert str(communes["61214"].departement) == "Orne (61)"
    assert set(CommuneName.objects.filter(commune_id="61372").values_list("key", flat=True)) == {
        "saint ceneri gerei",
        "ceneri gerei",
        "gerei",
        "61250",
    }


def test_a_second_run_changes_nothing(communes, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        assert load_communes(known_rows()) == 0


def test_a_changed_row_is_changed_with_its_names(communes):
    sees = next(row for row in known_rows() if row.code == "61464")
    assert load_communes([dataclasses.replace(sees, name="Sées-sur-Orne", postal_codes=["61501"])]) == 1
    assert Commune.objects.get(pk="61464").search_key == "sees orne"
    assert set(CommuneName.objects.filter(commune_id="61464").values_list("key", flat=True)) == {
        "sees orne",
        "orne",
        "61501",
    }
    assert Commune.objects.count() == len(known_rows())


def test_jurisdictions_of_the_orne(communes):
    assert load_jurisdictions(orne()) == 3 * 10
    alencon, flers, sees = (jurisdictions_of(communes[code]) for code in ("61001", "61169", "61464"))
    assert {kind.value: found.jurisdiction_id for kind, found in alencon.items()} == {
        "prosecutor": "parquet-alencon",
        "force": "police-alencon",
        "council": "conseil-departemental-orne",
    }
    assert flers["prosecutor"].jurisdiction_id == "parquet-argentan"
    assert sees["force"].jurisdiction_id == "gendarmerie-orne"
    assert alencon["prosecutor"].to_confirm
    assert not alencon["council"].to_confirm
    assert jurisdictions_of(communes["88315"]) == {}
    assert load_jurisdictions(orne()) == 0


def test_a_corrected_competence_is_recorded_and_survives_loading(communes):
    load_jurisdictions(orne())
    police = Jurisdiction.objects.get(pk="police-alencon")
    by = Somebody()
    competence = set_competence(
        communes["61464"], police, Confidence.VERIFIED, " Arrêté préfectoral ", TODAY, by=by, at=AT
    )
    load_jurisdictions(orne())
    found = jurisdictions_of(communes["61464"])["force"]
    assert (found.pk, found.jurisdiction_id, found.confidence, found.source, found.edited_at) == (
        competence.pk,
        "police-alencon",
        "verified",
        "Arrêté préfectoral",
        AT,
    )
    line = Line.objects.get(action=Action.COMPETENCE_CHANGED)
    assert (line.subject_id, line.member_id, line.at) == (competence.pk, by.member_id, AT)
    assert line.details == {
        "commune": "61464",
        "kind": "force",
        "before": "gendarmerie-orne",
        "after": "police-alencon",
        "confidence": "verified",
    }


def test_a_competence_that_a_person_gave_first_survives_loading(communes):
    alencon = JurisdictionFactory(argentan=True)
    set_competence(communes["61001"], alencon, Confidence.SECONDARY, "Appel au parquet", TODAY, by=Somebody(), at=AT)
    load_jurisdictions(orne())
    assert jurisdictions_of(communes["61001"])["prosecutor"].jurisdiction_id == "parquet-argentan"
    assert Competence.objects.filter(commune_id="61001").count() == 3


def test_a_service_of_another_departement_is_refused(communes):
    with pytest.raises(OtherDepartement):
        set_competence(
            communes["88315"], JurisdictionFactory(), Confidence.VERIFIED, "Décret", TODAY, by=Somebody(), at=AT
        )
    assert not Competence.objects.exists()


def test_a_fact_without_a_source_is_refused(communes):
    with pytest.raises(NoSource):
        set_competence(communes["61001"], JurisdictionFactory(), Confidence.VERIFIED, " ", TODAY, by=Somebody(), at=AT)
    assert not Line.objects.exists()


def test_one_departement_is_loaded_and_loaded_again(db, capsys):
    call_command("load_territories", departement="61")
    assert "Changed: 1 départements, 381 communes, 1143 competences." in capsys.readouterr().out
    call_command("load_territories", departement="61")
    assert "Changed: 0 départements, 0 communes, 0 competences." in capsys.readouterr().out
    assert list(Departement.objects.values_list("code", flat=True)) == ["61"]


def test_an_unknown_departement_writes_nothing(db):
    with pytest.raises(CommandError, match="no département 20"):
        call_command("load_territories", departement="20")
    assert not Departement.objects.exists()


def test_a_commune_made_elsewhere_is_completed(db):
    CommuneFactory(name="Alencon")
    assert load_files("61").communes == 381
    assert commune("61001").name == "Alençon"
    assert commune("00000") is None
