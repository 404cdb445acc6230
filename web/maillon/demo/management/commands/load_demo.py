"""`manage.py load_demo`: invented people and situations for an empty database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.demo.services import load_demo


class Command(BaseCommand):
    """Exits with an error, and writes nothing, when the database holds any organisation."""

    help = "Fill an empty database with invented people and situations."

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads, and tells each step on a terminal."""
        try:
            load_demo(at=clock.now(), tell=self._tell)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal

    def _tell(self, name: str) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"  {name}")
