"""A form that comes back when its sitting is over: nothing typed is lost, and traces reach nobody they must not."""

import pytest
import time_machine

from maillon.base import clock
from maillon.speaking.sessions import IDLE_LIFE
from tests.portals.public.speaking import Visitor


@pytest.fixture
def visitor(door):
    found = Visitor()
    found.begin()
    return found


def test_traces_are_shown_outside_the_form_and_go_into_no_account(visitor):
    visitor.get("telling_screen", "11")
    with time_machine.travel(clock.now() + IDLE_LIFE * 2, tick=False):
        response = visitor.post("telling_screen", "11", who="@pseudo-inventé", go="on")
        assert response.status_code == 403
        assert "@pseudo-inventé" in visitor.html
        form = visitor.html.split('action="/parler/"')[1].split("</form>")[0]
        assert "pseudo-inventé" not in form
        assert 'name="who"' not in visitor.html
        visitor.post("telling", narrative="", **{"for": "self"})
        visitor.get("telling_screen", "3")
        assert "pseudo-inventé" not in visitor.html


def test_the_account_itself_is_in_the_form_and_begins_the_next(visitor):
    visitor.get("telling_screen", "3")
    with time_machine.travel(clock.now() + IDLE_LIFE * 2, tick=False):
        visitor.post("telling_screen", "3", narrative="deux mots", go="on")
        assert ">deux mots</textarea>" in visitor.html.split('action="/parler/"')[1].split("</form>")[0]
