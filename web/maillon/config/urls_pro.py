"""Addresses of the `pro` process."""

from django.urls import include, path

urlpatterns = [
    path("", include("maillon.portals.components.urls")),
    path("", include("maillon.portals.field.urls")),
    path("", include("maillon.portals.pro.urls")),
    path("administration/", include("maillon.portals.admin.urls")),
]

handler400 = "maillon.portals.components.errors.bad_request"
handler403 = "maillon.portals.components.errors.forbidden"
handler404 = "maillon.portals.components.errors.not_found"
handler500 = "maillon.portals.components.errors.server_error"
