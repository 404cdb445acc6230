"""Addresses of the administration of the instance."""

from django.urls import include, path

from maillon.portals.admin import views

app_name = "administration"

urlpatterns = [
    path("", views.home, name="home"),
    path("organisations/", include("maillon.portals.admin.organisations.urls")),
    path("membres/", include("maillon.portals.admin.members.urls")),
    path("annuaire/", include("maillon.portals.admin.exchange.urls")),
    path("ressorts/", include("maillon.portals.admin.territories.urls")),
]
