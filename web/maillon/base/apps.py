from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "maillon.base"
