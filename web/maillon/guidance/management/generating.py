"""Files written from the data, and the check that they are current."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class GeneratingCommand(BaseCommand):
    """Writes what `files` gives; with --check writes nothing and fails when a file is not as it would be written."""

    def files(self) -> dict[Path, str]:
        """The whole content of each file."""
        raise NotImplementedError

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail if something would change")

    def handle(self, *args: Any, **options: Any) -> None:
        stale = {path: text for path, text in self.files().items() if not _holds(path, text)}
        if options["check"]:
            if stale:
                raise CommandError(f"not current: {', '.join(path.name for path in stale)}")
            return
        for path, text in stale.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            self.stdout.write(f"written: {path.name}")


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
