from django.apps import AppConfig


class ProConfig(AppConfig):
    name = "maillon.portals.pro"
    label = "portal_pro"
