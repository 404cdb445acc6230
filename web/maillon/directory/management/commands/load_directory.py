"""Loads the directory's first entries from the project's files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.directory.services import load_directory
from maillon.territories.models import Commune


class Command(BaseCommand):
    help = "Loads the first entries of the directory; may be run again, and leaves alone what a person has touched."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Says how many were added, changed and left; needs the communes, and says so on stderr."""
        if not Commune.objects.exists():
            msg = "The communes are not loaded. First run: manage.py load_territories"
            raise CommandError(msg)
        try:
            loaded = load_directory(at=clock.now())
        except Refusal as refusal:
            msg = f"The directory's files can't be used: {refusal}"
            raise CommandError(msg) from refusal
        self.stdout.write(f"Services added: {loaded.added}, changed: {loaded.changed}, left alone: {loaded.left}.")
