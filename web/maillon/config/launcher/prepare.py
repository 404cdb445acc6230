"""Brings the database and the static files up to date. A process of its own, so that the launcher stays small."""

import os
import sys
from io import StringIO

import django
from django.conf import settings
from django.core.management import call_command

from maillon.config.launcher.progress import stage


def prepare() -> None:
    """Migrates, loads communes and first services, invents a demonstration in an empty database, gathers files."""
    with stage("Tables"):
        call_command("migrate", interactive=False, verbosity=0)
    with stage("Communes and jurisdictions"):
        call_command("load_territories", stdout=StringIO())
    with stage("First entries of the directory"):
        call_command("load_directory", stdout=StringIO())
    if settings.DEMO and not _is_set_up():
        with stage("Invented organisations, members and reports"):
            call_command("load_demo", stdout=StringIO())
    with stage("Style sheets, scripts and pictures"):
        call_command("collectstatic", interactive=False, verbosity=0)


def _is_set_up() -> bool:
    from maillon.base.selectors import instance  # noqa: PLC0415 - models can be imported only after django.setup()

    return instance() is not None


def main() -> int:
    """Prepares with the settings that DJANGO_SETTINGS_MODULE names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maillon.config.settings.pro")
    try:
        django.setup()
        prepare()
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
