"""Addresses of the members' room of the administration."""

from django.urls import path

from maillon.portals.admin.members import views

urlpatterns = [
    path("", views.members, name="members"),
    path("inviter/", views.invite, name="invite"),
    path("invitations/<uuid:key>/annuler/", views.revoke, name="revoke_invitation"),
    path("<uuid:key>/role/", views.change_role, name="change_role"),
    path("<uuid:key>/second-facteur/", views.reset_second_factor, name="reset_second_factor"),
    path("<uuid:key>/depart/", views.end, name="end_membership"),
]
