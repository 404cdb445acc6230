"""Addresses of the public door: its first page, and one line per room. The language stands before them."""

from django.urls import include, path

from maillon.portals.public.views import home

app_name = "public"
urlpatterns = [
    path("", home, name="home"),
    path("trouver/", include("maillon.portals.public.doors.urls")),
    path("parler/", include("maillon.portals.public.telling.urls")),
    path("retour/", include("maillon.portals.public.returning.urls")),
    path("repondre/", include("maillon.portals.public.answering.urls")),
    path("", include("maillon.portals.public.leaving.urls")),
]
