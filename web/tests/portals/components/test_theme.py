from pathlib import Path

from django.conf import settings as configured
from django.test import RequestFactory

from maillon.portals.components.views import gallery

THEME = Path(__file__).parent / "replacement"


def test_a_theme_replaces_a_component_without_touching_a_page(settings):
    request = RequestFactory().get("/_composants/")
    request.instance_row = None
    before = gallery(request).content.decode()
    settings.TEMPLATES = [{**configured.TEMPLATES[0], "DIRS": [THEME]}]
    after = gallery(request).content.decode()
    assert 'class="replaced"' not in before
    assert after.count('class="replaced"') == before.count('class="tag ') > 0
    assert "Composants" in after
