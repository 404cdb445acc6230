"""A door with a gate that nobody has come to yet, and a clock that the test sets."""

import pytest
from django.test import Client, override_settings

from maillon.portals.public.gate import judging
from tests.portals.public.process import SETTINGS


class Time:
    """Seconds, as the gate reads them."""

    at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def time(monkeypatch) -> Time:
    chosen = Time()
    monkeypatch.setattr(judging, "moment", chosen)
    judging.the_gate.cache_clear()
    yield chosen
    judging.the_gate.cache_clear()


@pytest.fixture
def door(db, time):
    with override_settings(**{**SETTINGS, "ROOT_URLCONF": "tests.portals.public.gate.urls"}):
        yield Client()
