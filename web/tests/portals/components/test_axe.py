"""The gallery and the public pages in a real browser: axe finds nothing, nothing is asked of another origin."""

import pytest
from django.test import Client, RequestFactory, override_settings

from maillon.base.models import Instance
from maillon.portals.components.views import gallery
from tests.portals.examined import examine
from tests.portals.public.process import SETTINGS

PUBLIC = [
    "/",
    "/en/",
    "/ar/",
    "/se-proteger/",
    "/ar/trouver/",
    "/fiches/",
    "/fiches/fire_rescue/",
    "/en/fiches/health/",
]
GALLERY = ["/_composants/", "/_composants/?sens=rtl"]


@pytest.fixture
def pages(db):
    """Every page, rendered beforehand: Django is not asked from inside the browser's loop."""
    Instance.objects.create(name="Orne", departement_code="61", is_demo=True)
    with override_settings(**SETTINGS):
        drawn = {path: Client().get(path).content for path in PUBLIC}
    return drawn | {path: gallery(RequestFactory().get(path)).content for path in GALLERY}


@pytest.mark.journey
def test_axe_finds_nothing_nothing_is_too_wide_and_every_target_fits_a_thumb(pages):
    assert examine(pages) == []
