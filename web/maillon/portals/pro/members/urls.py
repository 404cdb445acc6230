"""Addresses of the members' room, for leads."""

from django.urls import path

from maillon.portals.pro.members import views

urlpatterns = [
    path("membres/", views.members, name="members"),
    path("membres/inviter/", views.invite, name="invite"),
    path("membres/invitations/<uuid:key>/annuler/", views.revoke, name="revoke_invitation"),
    path("membres/<uuid:key>/cle/", views.hand_key, name="hand_key"),
    path("membres/<uuid:key>/role/", views.change_role, name="change_role"),
    path("membres/<uuid:key>/second-facteur/", views.reset_second_factor, name="reset_second_factor"),
    path("membres/<uuid:key>/depart/", views.end, name="end_membership"),
]
