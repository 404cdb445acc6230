"""On Mondays the organisations whose entries want confirming get a notice that says nothing."""

import datetime as dt

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from maillon.directory import tasks
from maillon.directory.services import end_service, remind_due
from tests.directory.factories import OrganisationFactory
from tests.directory.offers import AT, make_provider, make_service
from tests.territories.factories import Somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation():
    return OrganisationFactory(notice_email="accueil@exemple.invalid")


def reminded(day):
    ProcrastinateJob.objects.all().delete()
    count = remind_due(at=AT + dt.timedelta(days=day))
    assert ProcrastinateJob.objects.filter(task_name="directory.notify_organisation").count() == count
    return count


@pytest.mark.parametrize(("day", "count"), [(159, 0), (160, 1), (200, 1), (360, 1), (361, 0)])
def test_from_three_weeks_before_until_it_has_long_been_hidden(organisation, day, count):
    for _ in range(2):
        make_service(make_provider(organisation=organisation))
    make_service()
    assert reminded(day) == count


def test_an_ended_service_and_an_organisation_that_left_are_let_go(organisation):
    made = make_service(make_provider(organisation=organisation))
    end_service(made.pk, by=Somebody(), at=AT)
    make_service(make_provider(organisation=OrganisationFactory(is_active=False)))
    assert reminded(170) == 0


def test_the_notice_says_only_that_something_waits(organisation):
    tasks.notify_organisation(str(organisation.pk))
    (sent,) = mail.outbox
    assert sent.to == [organisation.notice_email]
    assert organisation.name not in sent.body + sent.subject
    assert "annuaire" not in (sent.body + sent.subject).lower()
