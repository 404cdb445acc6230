"""Coming back with a code."""

from django.urls import path

from maillon.portals.public.returning.views.acting import act, leave
from maillon.portals.public.returning.views.entering import returning
from maillon.portals.public.returning.views.following import following

urlpatterns = [
    path("", returning, name="returning"),
    path("suite/", following, name="following"),
    path("suite/agir/", act, name="following_act"),
    path("fin/", leave, name="following_end"),
]
