"""Addresses of the components themselves: the language switch and, in a demonstration, the gallery."""

from django.conf import settings
from django.urls import URLPattern, path
from django.views.i18n import set_language

from maillon.portals.components.views import gallery

urlpatterns: list[URLPattern] = [path("langue/", set_language, name="set_language")]

if settings.DEMO:
    urlpatterns.append(path("_composants/", gallery, name="component_gallery"))
