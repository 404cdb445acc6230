"""The factories make what they say: a report that its recipients can open and nobody else."""

import pytest

from maillon.reports import services
from maillon.reports.refusals import NotAllowed
from tests.reports.factories import AT, adult_content, make_orne, make_report, transmission_to

pytestmark = pytest.mark.django_db


def test_a_report_about_a_minor_reaches_the_council_and_opens_there():
    orne = make_orne()
    report = make_report(orne)
    reader = orne.council.reader
    _sent, opened = services.open_transmission(
        transmission_id=transmission_to(report, orne.council).id,
        by=reader.membership,
        keyring=reader.keyring,
        at=AT,
        reason="handling",
    )
    assert "visites" in opened.content.narrative


def test_an_adults_identity_reaches_the_association_that_she_agreed_to():
    orne = make_orne()
    report = make_report(orne, content=adult_content(orne.commune))
    reader = orne.association.reader
    _sent, opened = services.open_transmission(
        transmission_id=transmission_to(report, orne.association).id,
        by=reader.membership,
        keyring=reader.keyring,
        at=AT,
        reason="handling",
    )
    assert "accueil de jour" in opened.identity


def test_another_organisation_opens_nothing():
    orne = make_orne()
    report = make_report(orne)
    outsider = orne.police.reader
    with pytest.raises(NotAllowed):
        services.open_transmission(
            transmission_id=transmission_to(report, orne.council).id,
            by=outsider.membership,
            keyring=outsider.keyring,
            at=AT,
            reason="handling",
        )
