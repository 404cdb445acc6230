"""Addresses of a member's own account."""

from django.urls import path

from maillon.portals.pro.profile import views

urlpatterns = [
    path("profil/", views.profile, name="profile"),
    path("profil/phrase-de-passe/", views.passphrase, name="change_passphrase"),
    path("profil/application/", views.application, name="change_application"),
    path("profil/codes-de-secours/", views.recovery_codes, name="new_recovery_codes"),
    path("profil/appareils/<uuid:device_id>/effacer/", views.end_device, name="end_device"),
    path("profil/deconnexion-partout/", views.sign_out_everywhere, name="sign_out_everywhere"),
]
