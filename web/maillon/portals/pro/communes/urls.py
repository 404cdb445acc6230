"""The address that finds communes while somebody types."""

from django.urls import path

from maillon.portals.pro.communes import views

urlpatterns = [path("communes/", views.results, name="communes")]
