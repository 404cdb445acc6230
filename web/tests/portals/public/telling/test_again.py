"""The same button again, by a second tap, a reload or after a lost answer: the code stays within reach."""

import pytest
from django.db import IntegrityError

from maillon.portals.public.telling.views import stopping
from maillon.reports.models import Report
from maillon.speaking import services
from maillon.speaking.models import Speaker
from tests.portals.public.speaking import Visitor
from tests.portals.public.telling.test_walk import tell


@pytest.fixture
def kept(visitor):
    """A visitor who has kept her account, and whose code is on the screen."""
    visitor.begin()
    visitor.post("telling_screen", "3", narrative="deux mots", go="stop")
    visitor.post("telling_stop", what="keep")
    return visitor


def confirm(visitor):
    words = visitor.words
    first, second = (int(piece[0]) for piece in visitor.html.split("Mot numéro ")[1:3])
    visitor.post("telling_code", first=words[first - 1], second=words[second - 1])


def test_sent_twice_shows_the_same_eight_words_again(visitor, orne):
    tell(visitor, orne)
    visitor.post("telling_choice", reader=[str(orne.association.organisation.id)], go="on")
    visitor.post("telling_send")
    words = visitor.words
    visitor.post("telling_send")
    assert visitor.words == words
    assert len(words) == 8
    assert Report.objects.count() == 1


@pytest.mark.parametrize("what", ["keep", "wipe"])
def test_stopping_again_shows_the_words_of_what_was_kept(kept, what):
    words = kept.words
    kept.post("telling_stop", what=what)
    assert kept.words == words
    assert len(words) == 8
    assert Speaker.objects.count() == 1


def test_starting_anew_waits_until_she_has_her_words(kept):
    words = kept.words
    kept.begin()
    assert kept.words == words
    confirm(kept)
    kept.begin()
    assert kept.path == "/parler/1/"


def test_entering_another_code_waits_too_and_her_own_does_not(kept):
    words, other = kept.words, Visitor()
    other.begin()
    other.get("telling_stop")
    other.post("telling_stop", what="keep")
    kept.post("returning", code=" ".join(other.words))
    assert kept.words == words
    kept.post("returning", code=" ".join(words))
    assert kept.path == "/parler/1/"


def test_kept_by_two_taps_at_once_is_kept_once_and_shown(visitor, monkeypatch):
    pause, tries = services.pause, []

    def second_of_two(**given):
        tries.append(given)
        if len(tries) == 1:
            raise IntegrityError
        return pause(**given)

    monkeypatch.setattr(stopping.services, "pause", second_of_two)
    visitor.begin()
    visitor.get("telling_stop")
    visitor.post("telling_stop", what="keep")
    assert len(visitor.words) == 8
    assert len(tries) == 2


def test_kept_while_another_tap_sends_it_leads_to_the_code_of_what_was_sent(visitor, orne):
    tell(visitor, orne)
    visitor.post("telling_choice", reader=[str(orne.association.organisation.id)], go="on")
    before = dict(visitor.client.session.items())
    visitor.post("telling_send")
    words = visitor.words
    # The other tap read the sitting before the first one emptied it.
    session = visitor.client.session
    session.update(before)
    session.save()
    visitor.post("telling_stop", what="keep")
    assert visitor.words == words
    assert visitor.heading.startswith("C’est envoyé")
