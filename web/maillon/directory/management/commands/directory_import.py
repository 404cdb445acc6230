"""`manage.py directory_import FILE --source NAME`: takes a directory file in, or says all that is wrong with it."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import override

from maillon.base.clock import now
from maillon.base.errors import Refusal
from maillon.directory.exchange.comparing import Options
from maillon.directory.exchange.formats import FORMATS
from maillon.directory.exchange.importing import import_file
from maillon.directory.exchange.reports import Report, Touched

_SHOWN = 50


class Command(BaseCommand):
    """Shows the differences; bad lines go to stderr, and then the command fails and nothing has been written."""

    help = "Imports services from a file: everything, or nothing. May be run again, and then changes only what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, its format and source, and how to take it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--source", required=True, help="a name for where the file comes from, always the same")
        parser.add_argument("--format", required=True, choices=sorted(FORMATS))
        parser.add_argument("--dry-run", action="store_true", help="show what would change and write nothing")
        parser.add_argument("--partial", action="store_true", help="what the file does not name goes on as it is")
        parser.add_argument("--overwrite", action="store_true", help="also overwrite what a person has edited here")

    def handle(self, *_args: Any, **options: Any) -> None:
        """In English, like every command."""
        with override("en"):
            report = self._report(options)
            self._tell(report)
        if report.bad:
            msg = f"Nothing was imported: {len(report.bad)} bad lines."
            raise CommandError(msg)
        self.stdout.write("Imported." if report.written else "Nothing was written.")

    def _report(self, options: dict[str, Any]) -> Report:
        try:
            with options["file"].open("rb") as file:
                return import_file(
                    file,
                    FORMATS[options["format"]],
                    source=options["source"],
                    by=None,
                    at=now(),
                    dry_run=options["dry_run"],
                    options=Options(complete=not options["partial"], overwrite=options["overwrite"]),
                )
        except OSError as error:
            msg = f"{options['file']} can't be read: {error.strerror}"
            raise CommandError(msg) from error
        except Refusal as refusal:
            raise CommandError(str(refusal.message)) from refusal

    def _tell(self, report: Report) -> None:
        for row in report.bad:
            for problem in row.problems:
                place = " ".join(part for part in (row.where, row.external_id, problem.field) if part)
                self.stderr.write(f"{place}: {problem.what}" + (f" ({problem.value})" if problem.value else ""))
        for sentence, count in report.reasons():
            self.stdout.write(f"{count} × {sentence}")
        for title in ("added", "changed", "ended", "kept"):
            self._list(title, getattr(report, title))
        self.stdout.write(f"untouched: {report.untouched}")

    def _list(self, title: str, touched: list[Touched]) -> None:
        self.stdout.write(f"{title}: {len(touched)}")
        for each in touched[:_SHOWN]:
            fields = ", ".join(change.field for change in each.fields)
            self.stdout.write(f"  {each.external_id} {each.name}" + (f" ({fields})" if fields else ""))
        if len(touched) > _SHOWN:
            self.stdout.write(f"  … and {len(touched) - _SHOWN} more")
