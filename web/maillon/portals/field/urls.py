"""Addresses of what both doors open without an account and without keeping anything: one line per room."""

from django.urls import include, path

app_name = "field"

urlpatterns = [
    path("doute/", include("maillon.portals.field.doubt.urls")),
    path("exercice/", include("maillon.portals.field.practice.urls")),
    path("fiches/", include("maillon.portals.field.cards.urls")),
]
