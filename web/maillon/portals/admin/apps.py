from django.apps import AppConfig


class AdminConfig(AppConfig):
    name = "maillon.portals.admin"
    label = "portal_admin"
