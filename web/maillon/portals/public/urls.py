"""Addresses of the public door: its page once in each language, and one line per room."""

from django.conf import settings
from django.urls import include, path

from maillon.portals.public.middleware import home_path
from maillon.portals.public.views import home

app_name = "public"
urlpatterns = [
    *(path(home_path(code).removeprefix("/"), home, name=f"home_{code}") for code, _name in settings.LANGUAGES),
    path("parler/", include("maillon.portals.public.telling.urls")),
    path("retour/", include("maillon.portals.public.returning.urls")),
]
