"""Addresses that a form leaves in the browser's bar: opened, reloaded or come back to, none is a dead end."""

import pytest

from maillon.reports.models import Report, Request
from maillon.speaking.models import Sitting
from tests.reports.factories import make_orne
from tests.speaking.factories import speak


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("telling_send", "/parler/"),
        ("telling_finish", "/parler/"),
        ("following_act", "/retour/"),
        ("following_end", "/retour/"),
    ],
)
def test_with_nothing_open_they_lead_to_where_one_begins(visitor, name, path):
    assert visitor.get(name).status_code == 200
    assert visitor.path == path


def test_opening_the_address_that_sends_leads_to_the_review_and_sends_nothing(visitor):
    visitor.begin()
    visitor.get("telling_send")
    assert visitor.path == "/parler/relire/"
    assert not Report.objects.exists()


def test_opening_the_address_that_ends_shows_the_code_and_ends_nothing(visitor):
    visitor.begin()
    visitor.get("telling_stop")
    visitor.post("telling_stop", what="keep")
    visitor.get("telling_finish")
    assert len(visitor.words) == 8
    assert Sitting.objects.exists()


@pytest.mark.parametrize("name", ["following_act", "following_end"])
def test_opening_what_acts_for_her_shows_what_became_of_it_and_does_nothing(visitor, name):
    visitor.get("returning")
    visitor.post("returning", code=" ".join(speak(make_orne()).code.words))
    visitor.get(name)
    assert visitor.path == "/retour/suite/"
    assert not Request.objects.exists()
