"""`manage.py directory_export FILE --format csv`: writes the directory to a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import override

from maillon.directory.exchange.exporting import export_file
from maillon.directory.exchange.formats import FORMATS


class Command(BaseCommand):
    """Never an address of a confidential service, nor a line for professionals alone."""

    help = "Exports the services that have not ended."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, which must not be there yet, its format, and which services."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", required=True, choices=sorted(FORMATS))
        parser.add_argument("--source", help="only what came from this source; “” for what was written here")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Says on stderr what the format could not hold."""
        try:
            with override("en"), options["file"].open("xb") as file:
                left_out = export_file(file, FORMATS[options["format"]], source=options["source"])
                for row in left_out:
                    self.stderr.write(f"{row.external_id} left out: {row.why}")
        except OSError as error:
            msg = f"{options['file']} can't be written: {error.strerror}"
            raise CommandError(msg) from error
        self.stdout.write(f"Exported to {options['file']}.")
