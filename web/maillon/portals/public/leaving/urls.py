"""Leaving at once, and how to stay safe."""

from django.urls import path

from maillon.portals.public.leaving.views import leave, safety

urlpatterns = [
    path("quitter/", leave, name="leave"),
    path("se-proteger/", safety, name="safety"),
]
