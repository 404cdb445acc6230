"""Addresses of the part that works without a signal. What is written there never stands in one."""

from django.urls import path

from maillon.portals.pro.offline.views import contact, shell

urlpatterns = [
    path("", shell.page, name="offline"),
    path("service-worker.js", shell.worker, name="offline_worker"),
    path("manifest.webmanifest", shell.manifest, name="offline_manifest"),
    path("donnees.json", shell.data, name="offline_data"),
    path("etat/", contact.state, name="offline_state"),
    path("installer/", contact.install, name="offline_install"),
    path("envoyer/", contact.send, name="offline_send"),
]
