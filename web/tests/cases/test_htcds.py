"""The export as HTCDS 2.0: every field of the standard, nothing that is not held, and the standard's own values."""

import datetime as dt
import json

import pytest
from pydantic import ValidationError

from maillon.cases import services
from maillon.cases.content import Identity, NewViolence, Reaching, Situation
from maillon.cases.enums import (
    ClosingReason,
    Control,
    Doer,
    Exploitation,
    Purpose,
    Reading,
    Recruitment,
    SexualExploitation,
    Trafficking,
)
from maillon.cases.htcds import Section, document_model, fields_of_standard
from maillon.cases.htcds.records import MANY, OURS
from maillon.cases.refusals import NotAllowed
from maillon.cases.rules.gbvims import Facts
from maillon.journal.enums import Action
from maillon.journal.models import Line
from tests.cases.factories import LATER, NAME, TODAY, Place, acting, consent, make_place, open_case, with_key
from tests.referrals.factories import make_town, refer

FIELDS = {field.name: field for field in fields_of_standard()}


def exported(case, person, at=LATER) -> dict:
    raw = services.export_htcds(case_id=case.pk, reason=Reading.PERSON_ASKS, **with_key(person, at))
    document_model().model_validate_json(raw)
    return json.loads(raw)


@pytest.fixture
def place(db) -> Place:
    return make_place()


def test_all_84_fields_of_the_standard_exist_once() -> None:
    assert len(fields_of_standard()) == len(FIELDS) == 84


def test_each_field_says_what_fills_it_or_why_nothing_does() -> None:
    assert all(bool(field.source) != bool(field.why_not) for field in FIELDS.values())


@pytest.mark.guardrail("G1")
def test_nothing_about_suspected_persons_or_citizenship_can_be_filled() -> None:
    held = {field.name for field in FIELDS.values() if field.is_held}
    assert not [name for name in held if name.startswith(("per_", "hte_"))]
    assert not held & {"prs_Citizenship", "prs_IdentityNumber", "vic_RelationshipToTrafficker"}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("vic_TraffickingStatus", Trafficking),
        ("vic_MethodOfRecruitment", Recruitment),
        ("vic_MethodsOfControl", Control),
        ("vic_TypeOfExploitation", Exploitation),
        ("vic_TypeOfSexExploitation", SexualExploitation),
    ],
)
def test_our_codes_are_the_standards(name, codes) -> None:
    assert set(codes.values) == set(FIELDS[name].values)


def test_what_is_held_stands_where_the_standard_wants_it(place) -> None:
    case = open_case(place, language="pt-br")
    act = {"case_id": case.pk, **acting(place.nadia)}
    services.write_piece(piece=Identity(first_name="Ana", last_name="Inventée", birth_on="1999-02-28"), **act)
    services.write_piece(piece=Reaching(phone="0600000000", city="Alençon"), **act)
    situation = Situation(trafficking=Trafficking.POSSIBLE, control=(Control.DEBT,), age_then=19, children=1)
    services.write_piece(piece=situation, **act)
    goal = services.set_goal(text="Un travail", **act)
    services.plan_action(text="CV", doer=Doer.TOGETHER, due_on=TODAY, goal_id=goal.pk, **act)
    services.plan_action(text="Autre", doer=Doer.WORKER, **act)
    services.write_note(text="Une note", **act)
    services.record_violence(new=NewViolence(facts=Facts(denial=True)), **act)
    consent(case, place.nadia, purpose=Purpose.KEEPING)
    made = exported(case, place.nadia)
    assert made["standard"] == "HTCDS 2.0"
    person = {name: value for name, value in made["person"].items() if value is not None}
    assert person == {
        "mln_Pseudonym": NAME,
        "prs_FirstName": "Ana",
        "prs_SecondName": "Inventée",
        "prs_Birthdate": "1999-02-28",
        "prs_MobilePhone": "0600000000",
        "prs_MailingCity": "Alençon",
        "prs_NumberOfChildren": 1,
        "prs_PrimaryLanguage": "por",
    }
    assert made["victim"]["vic_MethodsOfControl"] == ["DebtBondage"]
    assert made["victim"]["vic_AgeWhenTrafficked"] == 19
    assert [(plan["spl_Objectives"], plan["spl_ActionPlan"]) for plan in made["plan"]] == [
        ("Un travail", "CV"),
        (None, "Autre"),
    ]
    assert made["comment"] == [{"cco_CaseComment": "Une note"}]
    assert made["case"]["mln_ViolenceTypes"] == ["denial"]
    assert made["case"]["cas_Status"] == "Active"
    assert [(one["con_Consent"], one["mln_Purpose"]) for one in made["consent"]] == [(True, "keeping")]
    assert not any(made["perpetrator"].values())


def test_what_is_not_held_is_there_empty_and_said(place) -> None:
    made = exported(open_case(place), place.nadia)
    for field in FIELDS.values():
        if field.is_held:
            continue
        assert made["not_held"][field.name] == field.why_not
        if field.section not in MANY:
            assert made[field.section.value][field.name] is None
    for section in set(Section) - MANY:
        theirs = {field.name for field in FIELDS.values() if field.section is section}
        assert set(made[section.value]) == theirs | set(OURS.get(section, {}))


def test_how_it_ended_and_where_she_was_referred_is_told(db) -> None:
    place, town = make_place(), make_town()
    case = open_case(place, by=town.colleague)
    referral = refer(town)
    services.attach_referral(case_id=case.pk, referral_id=referral.pk, **acting(town.colleague))
    referral.state, referral.ended_at = "done", LATER
    referral.save()
    services.close(case_id=case.pk, reason=ClosingReason.OTHER_SERVICE, text="Suivie là", **acting(town.colleague))
    made = exported(case, town.colleague)
    assert made["case"]["cas_Status"] == "ClosedReferred"
    assert made["case"]["cas_ReasonForCaseClosure"] == "Un autre service l’accompagne. Suivie là"
    assert [one["cas_ReferredOrganisation"] for one in made["referral"]] == [town.first.service.name]


def test_a_value_that_the_standard_does_not_know_is_refused() -> None:
    whole = {"standard": "HTCDS 2.0", "made_on": dt.date(2026, 1, 1), "not_held": {}}
    whole |= {section.value: [] if section in MANY else {} for section in Section}
    document_model().model_validate(whole)
    for wrong in ({"vic_TraffickingStatus": "Maybe"}, {"vic_MethodsOfControl": ["Hypnosis"]}, {"vic_Colour": "x"}):
        with pytest.raises(ValidationError):
            document_model().model_validate({**whole, "victim": wrong})


def test_an_export_leaves_its_line_and_is_not_for_everybody(place) -> None:
    case = open_case(place)
    exported(case, place.nadia)
    assert Line.objects.filter(action=Action.CASE_EXPORTED, subject_id=case.pk, reason="person_asks").count() == 1
    for person in (place.colleague, place.clinic.reader):
        with pytest.raises(NotAllowed):
            exported(case, person)
