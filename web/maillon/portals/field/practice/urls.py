"""Addresses of exercises played alone. The address names an invented situation; answers travel in the form."""

from django.urls import path

from maillon.portals.field.practice import views

urlpatterns = [
    path("", views.scenarios, name="practice"),
    path("situation/<slug:code>/", views.scenario, name="practice_scenario"),
]
