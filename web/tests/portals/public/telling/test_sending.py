"""The form that sends: a report and the end of its sitting come together, in few questions to the database."""

import pytest

from maillon.portals.public import sittings
from maillon.portals.public.telling.views import reviewing
from maillon.reports.models import Report
from maillon.speaking import services
from maillon.speaking.models import Sitting, Speaker
from tests.portals.public.speaking import OWN
from tests.portals.public.telling.test_walk import tell


@pytest.fixture
def ready(visitor, orne):
    """A visitor who has told everything and chosen who reads it."""
    tell(visitor, orne)
    visitor.post("telling_choice", reader=[str(orne.association.organisation.id)], go="on")
    return visitor


def send(visitor):
    """Posts the last form and follows nowhere."""
    token = visitor.html.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    return visitor.client.post("/parler/envoi/", {"csrfmiddlewaretoken": token}, headers=OWN)


def test_it_asks_the_database_no_more_than_ten_times(ready, django_assert_max_num_queries):
    # With the beginning and the end of the transaction.
    with django_assert_max_num_queries(10):
        assert send(ready).status_code == 302
    assert Report.objects.count() == 1


def test_a_sitting_that_cannot_be_written_leaves_no_report_behind(ready, monkeypatch):
    def broken(_request):
        raise ConnectionError

    monkeypatch.setattr(sittings, "write", broken)
    with pytest.raises(ConnectionError):
        send(ready)
    assert (Report.objects.count(), Speaker.objects.count()) == (0, 0)
    monkeypatch.undo()
    ready.post("telling_send")
    assert len(ready.words) == 8


def test_what_was_sent_stays_sent_where_the_sitting_ended_meanwhile(ready, monkeypatch):
    real = services.send

    def leaves_meanwhile(*, along, **given):
        def after_leaving():
            Sitting.objects.all().delete()
            along()

        real(along=after_leaving, **given)

    monkeypatch.setattr(reviewing.services, "send", leaves_meanwhile)
    assert send(ready).status_code == 400
    assert Report.objects.count() == 1
