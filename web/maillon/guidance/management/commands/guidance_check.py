"""Says what in the guidance's data has to be read again."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from maillon.base import clock
from maillon.guidance import rulebook
from maillon.guidance.errors import BrokenRulebook


class Command(BaseCommand):
    help = "Fails when the data are broken, or when a source or a number is past its expiry (today, or on --on)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, default=None, help="the day to judge by, as YYYY-MM-DD")

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["on"] or timezone.localdate(clock.now())
        try:
            rulebook.read(rulebook.DATA, on=on)
        except BrokenRulebook as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"nothing has expired on {on}")
