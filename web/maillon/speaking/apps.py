from django.apps import AppConfig


class SpeakingConfig(AppConfig):
    name = "maillon.speaking"
