"""Addresses of the room where the directory is imported and exported."""

from django.urls import path

from maillon.portals.admin.exchange import views

urlpatterns = [
    path("", views.exchange, name="exchange"),
    path("confirmer/", views.confirm, name="exchange_confirm"),
    path("fichier/", views.export, name="exchange_export"),
]
