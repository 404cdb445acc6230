"""G12: invented data says so on screen, on every page."""

import re
from pathlib import Path

import pytest
from django.test import Client, RequestFactory, override_settings

from maillon import portals
from maillon.base.models import Instance
from maillon.portals.components import errors
from maillon.portals.components.views import gallery
from tests.portals.public.process import SETTINGS

pytestmark = [pytest.mark.guardrail, pytest.mark.urls("maillon.portals.components.urls")]
BANNER = "Données inventées – démonstration"
TEMPLATES = Path(portals.__file__).parent
# Letters for the post, which are no pages of the product.
NO_PAGES = ("letters/",)


def open_door(path: str) -> str:
    with override_settings(**SETTINGS):
        return Client().get(path).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("is_demo", [True, False])
def test_every_page_of_a_demonstration_says_so_and_no_other_does(is_demo):
    Instance.objects.create(name="Orne", departement_code="61", is_demo=is_demo)
    request = RequestFactory().get("/")
    pages = [open_door("/"), open_door("/nulle-part/")]
    pages += [view(request).content.decode() for view in (gallery, errors.forbidden, errors.not_found)]
    assert [BANNER in page for page in pages] == [is_demo] * len(pages)


def test_every_page_template_is_built_on_the_page_that_carries_the_banner():
    whole = [
        path.relative_to(TEMPLATES).as_posix()
        for path in TEMPLATES.rglob("*.html")
        if re.search(r"<!doctype|<html", path.read_text(), re.IGNORECASE)
        and not any(part in path.as_posix() for part in NO_PAGES)
    ]
    assert whole == ["components/templates/components/page.html"]


def test_the_banner_is_no_block_that_a_page_could_empty():
    page = (TEMPLATES / "components/templates/components/page.html").read_text()
    before = page[: page.index("components/demo_banner.html")]
    assert len(re.findall(r"{% block ", before)) == len(re.findall(r"{% endblock", before))
