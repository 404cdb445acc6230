"""Shows for which situations two versions of the data answer differently."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from maillon.base import clock
from maillon.guidance import rulebook
from maillon.guidance.compare import compare
from maillon.guidance.compare_readings import compare_readings
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.side_by_side import render, render_reading


class Command(BaseCommand):
    help = "Compares two folders of guidance data, over all situations and sets of signs, old and new side by side."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("old", type=Path, help="the folder of the older data")
        parser.add_argument("new", type=Path, nargs="?", default=rulebook.DATA, help="by default, the present data")
        parser.add_argument("--on", type=date.fromisoformat, default=None, help="the day of the answers, as YYYY-MM-DD")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            old, new = rulebook.read(options["old"]), rulebook.read(options["new"])
        except BrokenRulebook as fault:
            raise CommandError(str(fault)) from fault
        found = compare(old, new, options["on"] or timezone.localdate(clock.now()))
        for difference in found:
            self.stdout.write(render(difference, old, new) + "\n")
        readings = compare_readings(old.indicators, new.indicators)
        for reading in readings:
            self.stdout.write(render_reading(reading, old, new) + "\n")
        self.stdout.write(
            f"{old.version} -> {new.version}: {len(found)} difference(s) in the answers, "
            f"{len(readings)} in what signs amount to"
        )
