"""Addresses of the `public` process: the same behind each language's code (portals.public.middleware)."""

from django.urls import include, path

urlpatterns = [
    path("", include("maillon.portals.public.urls")),
    path("", include("maillon.portals.field.urls")),
]

handler400 = "maillon.portals.components.errors.bad_request"
handler403 = "maillon.portals.components.errors.forbidden"
handler404 = "maillon.portals.components.errors.not_found"
handler500 = "maillon.portals.components.errors.server_error"
