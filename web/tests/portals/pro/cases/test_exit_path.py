"""From a case to its exit path."""

from django.test import Client
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.cases import services as cases
from maillon.cases.enums import ClosingReason
from maillon.exits import services
from maillon.exits.enums import EndReason
from tests.accounts.factories import sign_in
from tests.cases.factories import acting, open_case
from tests.portals.pro.cases.conftest import page
from tests.reports.factories import AT, make_person

PREPARE = "Préparer un parcours de sortie"


def start_of(case):
    return reverse("pro:exit_start", args=[case.pk])


def started(place, case):
    """A path of the association that follows her, which is approved."""
    home = place.home.organisation
    home.psp_approved_from, home.psp_approved_until = AT.date(), AT.date().replace(year=AT.year + 3)
    home.save()
    return services.start(case_id=case.pk, prefecture_id=place.prefecture.organisation.pk, **acting(place.nadia))


def test_whoever_follows_her_may_prepare_one(nadia, at, case):
    shown = page(nadia, at())
    assert PREPARE in shown
    assert f'href="{start_of(case)}"' in shown
    assert nadia.get(start_of(case)).status_code == 200


def test_the_one_that_is_open_is_shown_with_its_state_instead(place, nadia, lead, at, case):
    path = started(place, case)
    for reader in (nadia, lead):
        shown = page(reader, at())
        assert f'href="{reverse("pro:exit_path", args=[path.pk])}"' in shown
        assert f"{path.number}</a> (elle s’y intéresse)" in shown
        assert PREPARE not in shown


def test_once_it_has_ended_another_may_be_prepared(place, nadia, at, case):
    path = started(place, case)
    services.end(path_id=path.pk, reason=EndReason.WITHDRAWN, ended_on=AT.date(), **acting(place.nadia))
    shown = page(nadia, at())
    assert PREPARE in shown
    assert path.number not in shown


def test_who_may_not_write_in_the_case_is_offered_none(place, nadia, lead, at, case):
    assert PREPARE not in page(lead, at())
    cases.close(case_id=case.pk, reason=ClosingReason.GOALS_MET, **acting(place.nadia))
    assert PREPARE not in page(nadia, at())


def test_a_health_service_presents_nobody(place):
    doctor = make_person(place.clinic.organisation, Role.RECIPIENT)
    theirs = open_case(place, by=doctor)
    assert PREPARE not in page(sign_in(Client(), doctor.membership), reverse("pro:case", args=[theirs.pk]))
