"""Settings of a real public process that serves the small door of urls.py, with files served where they lie."""

from maillon.config.settings.public import *  # noqa: F403 - a settings module extends its base by name

ROOT_URLCONF = "tests.portals.public.gate.urls"
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
