"""Another language in the middle of a screen: what was typed is there in it."""

import re

import pytest

from maillon.portals.public.telling.path import Screen
from tests.portals.public.speaking import Visitor

TYPED = [
    (Screen.WORDS, {"narrative": "deux mots"}, "deux mots"),
    (Screen.COMMUNE, {"typed": "Alenç"}, "Alenç"),
    (Screen.WHO, {"who": "@pseudo"}, "@pseudo"),
    (Screen.CONTACT, {"may_contact": "yes", "channel": "sms", "value": "le soir"}, "le soir"),
    # Not valid, so it can't be kept: shown again all the same.
    (Screen.CONTACT, {"may_contact": "yes", "code_word": "tulipe"}, "tulipe"),
]


@pytest.fixture
def visitor(door):
    found = Visitor()
    found.begin()
    return found


def switch(page, code):
    """The switch's button for a language: its form, its address, its name and value."""
    found = re.search(rf'<button[^>]*formaction="(/{code}/[^"]*)"[^>]*>', page)
    assert found is not None
    assert 'form="telling"' in found[0]
    return found[1], dict([re.search(r' name="(\w+)" value="(\w+)"', found[0]).groups()])


@pytest.mark.parametrize(("screen", "typed", "shown"), TYPED)
def test_what_was_typed_is_there_in_the_other_language(visitor, screen, typed, shown):
    visitor.get("telling_screen", screen)
    address, pressed = switch(visitor.html, "es")
    assert address == f"/es/parler/{screen}/"
    visitor.home = "/es/"
    visitor.post("telling_screen", screen, **typed, **pressed)
    assert visitor.path == address
    assert '<html lang="es"' in visitor.html
    assert shown in visitor.html


@pytest.mark.parametrize("screen", sorted({screen for screen, _typed, _shown in TYPED}))
def test_the_enter_key_presses_no_language(visitor, screen):
    visitor.get("telling_screen", screen)
    first = re.search(r'<button[^>]*form="telling"[^>]*>', visitor.html)
    assert first is not None
    assert "formaction" not in first[0]
    assert re.search(r'value="(on|look)" hidden', first[0])
