from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "maillon.portals.public"
    label = "portal_public"
