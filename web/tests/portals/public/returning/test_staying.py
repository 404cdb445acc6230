"""How long somebody who came back may stay, and what becomes of her words when it was too long."""

from datetime import timedelta

import pytest
import time_machine

from maillon.base import clock
from maillon.reports.models import Message
from maillon.speaking.sessions import IDLE_LIFE
from tests.portals.public.speaking import Visitor
from tests.reports.factories import make_orne
from tests.speaking.factories import speak


@pytest.fixture
def back(door):
    visitor = Visitor()
    visitor.get("returning")
    visitor.post("returning", code=" ".join(speak(make_orne()).code.words))
    return visitor


def test_what_she_does_puts_the_end_off(back):
    almost = IDLE_LIFE - timedelta(minutes=1)
    with time_machine.travel(clock.now(), tick=False) as now:
        back.post("following_act", what="add", **{"add-text": "Un."})
        for text in ("Deux.", "Trois."):
            now.shift(almost)
            back.post("following_act", what="add", **{"add-text": text})
            assert back.path == "/retour/suite/"
            assert text in back.html


def test_too_late_her_words_are_shown_and_lead_to_where_the_code_is_asked_for(back):
    with time_machine.travel(clock.now() + IDLE_LIFE * 2, tick=False):
        response = back.post("following_act", what="add", **{"add-text": "J’ai oublié une chose."})
    assert response.status_code == 403
    assert "J’ai oublié une chose." in back.html
    assert 'action="/parler/"' not in back.html
    assert 'href="/retour/"' in back.html
    assert not Message.objects.exists()
