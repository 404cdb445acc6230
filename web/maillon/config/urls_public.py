"""Addresses of the `public` process."""

from django.conf import settings
from django.urls import include, path

from maillon.portals.public.middleware import field_space, home_path

urlpatterns = [
    path("", include("maillon.portals.public.urls")),
    *(
        path(home_path(code).removeprefix("/"), include("maillon.portals.field.urls", namespace=field_space(code)))
        for code, _name in settings.LANGUAGES
    ),
]

handler400 = "maillon.portals.components.errors.bad_request"
handler403 = "maillon.portals.components.errors.forbidden"
handler404 = "maillon.portals.components.errors.not_found"
handler500 = "maillon.portals.components.errors.server_error"
