"""Addresses of the organisations' room."""

from django.urls import path

from maillon.portals.admin.organisations import views

urlpatterns = [
    path("", views.listing, name="organisations"),
    path("nouvelle/", views.create, name="organisation_new"),
    path("<uuid:key>/", views.change, name="organisation"),
    path("<uuid:key>/participation/", views.participation, name="organisation_participation"),
]
