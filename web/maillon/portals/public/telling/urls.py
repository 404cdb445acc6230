"""Speaking: addresses that tell a browser's history nothing."""

from django.urls import path

from maillon.portals.public.telling.views.choosing import choice
from maillon.portals.public.telling.views.keeping import code, finish
from maillon.portals.public.telling.views.reviewing import review, send
from maillon.portals.public.telling.views.screen import screen
from maillon.portals.public.telling.views.starting import telling
from maillon.portals.public.telling.views.stopping import stop

urlpatterns = [
    path("", telling, name="telling"),
    path("choix/", choice, name="telling_choice"),
    path("relire/", review, name="telling_review"),
    path("envoi/", send, name="telling_send"),
    path("pause/", stop, name="telling_stop"),
    path("code/", code, name="telling_code"),
    path("fin/", finish, name="telling_finish"),
    path("<str:screen>/", screen, name="telling_screen"),
]
