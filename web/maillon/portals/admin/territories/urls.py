"""Addresses of the room that says who is competent where."""

from django.urls import path

from maillon.portals.admin.territories import views

urlpatterns = [
    path("", views.listing, name="competences"),
    path("<str:code>/<str:kind>/", views.change, name="competence"),
]
