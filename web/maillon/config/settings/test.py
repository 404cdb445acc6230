"""The `pro` process under test: throw-away secrets, mail kept in memory, files served without a manifest."""

import os

os.environ.setdefault("MAILLON_SECRET_KEY", "test-only-secret")
os.environ.setdefault("MAILLON_JOURNAL_KEY", "test-only-journal-key")
os.environ.setdefault("MAILLON_INTAKE_KEY", "test-only-intake-key-of-no-instance")
os.environ.setdefault("DATABASE_URL", "postgresql://postgres@localhost/postgres")

from maillon.config.settings.pro import *  # noqa: F403 - the secrets above must stand first
from maillon.config.settings.pro import DATABASES, INSTALLED_APPS

# Keeps migrations in one line; needed where they are made and checked, and not where they are run.
INSTALLED_APPS = [*INSTALLED_APPS, "django_linear_migrations"]
DATABASES["default"]["TEST"] = {"NAME": os.environ.get("MAILLON_TEST_DB", "test_maillon")}
DATABASES["default"]["CONN_MAX_AGE"] = 0
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SECURE_SSL_REDIRECT = False
# The cheapest derivation libsodium allows: tests prove who can open what, not how slow a guess is.
VAULT_KDF = {"opslimit": 1, "memlimit": 8192}
# Nothing has been collected under test: files are found where they lie.
WHITENOISE_AUTOREFRESH = True
