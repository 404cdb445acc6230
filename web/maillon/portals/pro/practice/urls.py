"""Addresses of the rooms of exercises: the trainer's, and those of phones without an account."""

from django.urls import path

from maillon.portals.pro.practice.views import phones, rooms, walls

urlpatterns = [
    path("exercice/salles/", rooms.rooms, name="practice_rooms"),
    path("exercice/salles/ouvrir/", rooms.open_one, name="practice_open"),
    path("exercice/salles/<uuid:room_id>/", walls.wall, name="practice_wall"),
    path("exercice/salles/<uuid:room_id>/comptes/", walls.counts, name="practice_counts"),
    path("exercice/salles/<uuid:room_id>/fin/", rooms.close, name="practice_close"),
    path("exercice/salles/<uuid:room_id>/bilan/", walls.debrief, name="practice_debrief"),
    path("exercice/formation/", rooms.figures, name="practice_figures"),
    path("exercice/salle/", phones.join, name="practice_join"),
    path("exercice/salle/jeu/", phones.play, name="practice_play"),
    path("exercice/salle/retour/<slug:code>/", phones.told, name="practice_told"),
]
