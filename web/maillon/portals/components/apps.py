from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    name = "maillon.portals.components"
    label = "portal_components"
