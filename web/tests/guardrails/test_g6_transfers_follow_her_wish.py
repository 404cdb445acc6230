"""G6: what a person tells an association is never shown to police by default; it moves on the law's grounds alone."""

from itertools import product

import pytest

from maillon.directory.enums import OrganisationKind
from maillon.guidance.enums import AgeClass, Ground, OffenceKnown
from maillon.reports import rules
from maillon.reports.refusals import NoGround
from maillon.reports.rules import AUTHORITIES
from maillon.vault.refusals import CannotOpen
from maillon.vault.services import open_item
from tests.reports.acting import acknowledged, open_as, transferred
from tests.reports.factories import (
    AT,
    adult_content,
    make_orne,
    make_person,
    make_report,
    minor_content,
    transmission_to,
)

pytestmark = pytest.mark.guardrail("G6")
EVERYTHING = list(product(OrganisationKind, OrganisationKind, AgeClass, OffenceKnown, [True, False]))
_OFFICIALS = {
    OrganisationKind.GENDARMERIE,
    OrganisationKind.POLICE,
    OrganisationKind.PROSECUTOR,
    OrganisationKind.FIRE_RESCUE,
    OrganisationKind.PREFECTURE,
    OrganisationKind.COUNCIL,
}


def grounds(sender, recipient, age, offence, bound):
    return rules.transfer_grounds(sender=sender, recipient=recipient, age=age, offence=offence, bound=bound)


def test_an_adult_moves_by_her_consent_a_judicial_request_or_article_40_alone():
    for sender, recipient, age, offence, bound in EVERYTHING:
        if age is not AgeClass.ADULT:
            continue
        found = grounds(sender, recipient, age, offence, bound)
        allowed = {Ground.CONSENT}
        if recipient in AUTHORITIES:
            allowed.add(Ground.JUDICIAL_REQUEST)
        if sender in _OFFICIALS and recipient is OrganisationKind.PROSECUTOR and offence is OffenceKnown.CRIME_OR_DELIT:
            allowed.add(Ground.CPP_40)
        assert found == allowed


@pytest.mark.parametrize("authority", sorted(AUTHORITIES))
def test_an_association_passes_an_adult_to_an_authority_by_consent_or_judicial_request_alone(authority):
    for offence, bound in product(OffenceKnown, [True, False]):
        found = grounds(OrganisationKind.ASSOCIATION, authority, AgeClass.ADULT, offence, bound)
        assert found == {Ground.CONSENT, Ground.JUDICIAL_REQUEST}


def test_an_adults_identity_moves_by_consent_or_in_the_named_exceptions_alone():
    moving = {ground for ground in Ground if rules.identity_moves(ground, minor=False)}
    assert moving == {Ground.CONSENT, Ground.JUDICIAL_REQUEST, Ground.CP_226_14_1, Ground.CP_226_14_3}


def test_a_minors_consent_is_never_asked():
    for sender, recipient, age, offence, bound in EVERYTHING:
        if age is not AgeClass.ADULT:
            assert Ground.CONSENT not in grounds(sender, recipient, age, offence, bound)


def test_nothing_moves_without_a_legal_ground():
    for case in EVERYTHING:
        assert Ground.NO_PERSONAL_DATA not in grounds(*case)


@pytest.fixture
def orne(db):
    return make_orne()


def test_the_service_refuses_every_ground_that_the_table_does_not_give(orne):
    report = make_report(orne, content=adult_content(orne.commune))
    received = acknowledged(orne.association, transmission_to(report, orne.association))
    for ground in set(Ground) - {Ground.CONSENT, Ground.JUDICIAL_REQUEST}:
        with pytest.raises(NoGround):
            transferred(orne.association, received, orne.police, ground)
    assert not report.transmissions.filter(recipient=orne.police.organisation).exists()


def test_until_a_transfer_police_can_open_nothing_of_it(orne):
    report = make_report(orne, content=adult_content(orne.commune))
    acknowledged(orne.association, transmission_to(report, orne.association))
    officer = orne.police.reader
    for item in (report.account, report.identity):
        with pytest.raises(CannotOpen):
            open_item(
                item=item,
                keyring=officer.keyring,
                organisation_id=orne.police.organisation.id,
                by=officer.membership,
                at=AT,
                reason="handling",
            )


def test_by_consent_the_account_and_her_identity_move(orne):
    report = make_report(orne, content=adult_content(orne.commune))
    received = acknowledged(orne.association, transmission_to(report, orne.association))
    onward = transferred(orne.association, received, orne.police, Ground.CONSENT)
    opened = open_as(orne.police.reader, onward)
    assert "visites" in opened.content.narrative
    assert "accueil de jour" in opened.identity


def test_article_40_takes_the_facts_of_an_adult_along_and_not_her_identity(orne):
    content = adult_content(orne.commune, offence=OffenceKnown.CRIME_OR_DELIT)
    colleague = make_person(orne.association.organisation)
    report = make_report(orne, author=colleague, content=content, chosen=[orne.association.organisation.id])
    first = acknowledged(orne.association, transmission_to(report, orne.association))
    second = transferred(orne.association, first, orne.council, Ground.CONSENT)
    assert open_as(orne.council.reader, second).identity
    acknowledged(orne.council, second)
    third = transferred(orne.council, second, orne.prosecutor, Ground.CPP_40)
    opened = open_as(orne.prosecutor.reader, third)
    assert "visites" in opened.content.narrative
    assert opened.identity == ""
    assert "accueil de jour" not in opened.content.narrative


def test_whoever_was_not_given_the_identity_opens_none(orne):
    report = make_report(orne, content=minor_content(orne.commune, grave=True, identity="Prénom inventé"))
    for house in (orne.council, orne.prosecutor):
        assert open_as(house.reader, transmission_to(report, house)).identity == "Prénom inventé"
    outsider = orne.association.reader
    with pytest.raises(CannotOpen):
        open_item(
            item=report.identity,
            keyring=outsider.keyring,
            organisation_id=orne.association.organisation.id,
            by=outsider.membership,
            at=AT,
            reason="handling",
        )
