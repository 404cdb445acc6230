"""The one address for finding a door: answers travel in the form, never in an address."""

from django.urls import path

from maillon.portals.public.doors.views import find

urlpatterns = [path("", find, name="find")]
