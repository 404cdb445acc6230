from django.apps import AppConfig


class FieldConfig(AppConfig):
    name = "maillon.portals.field"
    label = "portal_field"
