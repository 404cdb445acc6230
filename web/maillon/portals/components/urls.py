"""Addresses of the components themselves: the language switch and, in a demonstration, the gallery."""

from django.conf import settings
from django.urls import URLPattern, path
from django.views.i18n import set_language

from maillon.portals.components.views import gallery


def addresses(*, demo: bool) -> list[URLPattern]:
    """The gallery is there only where the data is invented."""
    patterns = [path("langue/", set_language, name="set_language")]
    return [*patterns, path("_composants/", gallery, name="component_gallery")] if demo else patterns


urlpatterns = addresses(demo=settings.DEMO)
