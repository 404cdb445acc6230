"""Tokens against forged forms, at a door where most people have nothing open."""

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.portals.public.process import SETTINGS


@pytest.fixture
def strict(db):
    """A client that forges nothing and is trusted in nothing."""
    with override_settings(**SETTINGS):
        yield Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("path", ["/doute/", "/exercice/situation/covoiturage/", "/en/doute/"])
def test_a_page_that_keeps_nothing_takes_its_own_form_without_a_cookie(strict, path):
    assert strict.get(path).status_code == 200
    answered = strict.post(path, {"trade": "fire_rescue"})
    assert answered.status_code in {200, 422}
    assert not strict.cookies


def test_what_somebody_has_open_takes_no_form_without_its_token(strict):
    begin = strict.post(reverse("public:telling"), {"for": "self"}, headers={"sec-fetch-site": "same-origin"})
    assert begin.status_code == 302
    assert list(strict.cookies) == [SETTINGS["SESSION_COOKIE_NAME"]]
    screen = begin["Location"]
    assert strict.get(screen).status_code == 200
    assert strict.post(screen, {}).status_code == 403
