"""Addresses of the professionals' portal: one line per room, all names in one flat space."""

from django.urls import include, path

app_name = "pro"

urlpatterns = [
    path("", include("maillon.portals.pro.home.urls")),
    path("", include("maillon.portals.pro.sign_in.urls")),
    path("", include("maillon.portals.pro.report.urls")),
    path("hors-ligne/", include("maillon.portals.pro.offline.urls")),
    path("", include("maillon.portals.pro.inbox.urls")),
    path("", include("maillon.portals.pro.letters.urls")),
    path("", include("maillon.portals.pro.referrals.urls")),
    path("", include("maillon.portals.pro.protection.urls")),
    path("", include("maillon.portals.pro.cases.urls")),
    path("", include("maillon.portals.pro.exits.urls")),
    path("", include("maillon.portals.pro.commission.urls")),
    path("", include("maillon.portals.pro.services.urls")),
    path("", include("maillon.portals.pro.rules.urls")),
    path("", include("maillon.portals.pro.members.urls")),
    path("", include("maillon.portals.pro.profile.urls")),
    path("", include("maillon.portals.pro.practice.urls")),
]
