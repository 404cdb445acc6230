import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.test import RequestFactory

from maillon.portals.components.views import gallery
from tests.portals.components import theme

TEMPLATES = Path(theme.__file__).parent / "templates"
WHERE = """
import django
django.setup()
from django.template.loader import get_template
print(get_template("components/tag.html").origin.name, get_template("components/page.html").origin.name, sep="\\n")
"""


@pytest.mark.django_db
def test_a_theme_replaces_a_component_without_touching_a_page(settings):
    request = RequestFactory().get("/_composants/")
    request.instance_row = None
    before = gallery(request).content.decode()
    settings.TEMPLATES = [{**configured.TEMPLATES[0], "DIRS": [TEMPLATES]}]
    after = gallery(request).content.decode()
    assert 'class="replaced"' not in before
    assert after.count('class="replaced"') == before.count('class="tag ') > 0
    assert "Composants" in after


def test_a_theme_named_in_the_environment_is_found_first_and_the_rest_stays():
    web = Path(theme.__file__).parents[4]
    environment = {**os.environ, "MAILLON_THEME": "tests.portals.components.theme", "PYTHONPATH": str(web)}
    found = subprocess.run(
        [sys.executable, "-c", WHERE], env=environment, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    assert Path(found[0]) == TEMPLATES / "components/tag.html"
    assert "maillon/portals/components" in found[1]
