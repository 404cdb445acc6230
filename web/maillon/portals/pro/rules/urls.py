"""Addresses of the pages that list what guidance rests on."""

from django.urls import path

from maillon.portals.pro.rules import views

urlpatterns = [
    path("regles/", views.rules, name="rules"),
    path("regles/sources/", views.sources, name="rules_sources"),
    path("regles/fondements/", views.grounds, name="rules_grounds"),
    path("regles/numeros/", views.contacts, name="rules_contacts"),
    path("regles/signes/", views.signs, name="rules_signs"),
]
