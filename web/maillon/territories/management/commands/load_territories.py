"""Loads communes, départements and jurisdictions from the project's files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from maillon.territories.rules.coverage import CoverageError
from maillon.territories.services.files import UnknownDepartementError, load_files


class Command(BaseCommand):
    help = "Loads communes and who is competent where; may be run again, and then changes only what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        """One option."""
        parser.add_argument("--departement", metavar="CODE", help="only this département, for example 61")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Shows each step as it begins; a wrong code or a broken file ends with a message on stderr."""
        try:
            loaded = load_files(options["departement"], tell=self._tell)
        except UnknownDepartementError as error:
            msg = f"There is no département {error}. Give a code such as 61, 2A or 974."
            raise CommandError(msg) from error
        except CoverageError as error:
            msg = f"The jurisdictions file can't be used: {error}"
            raise CommandError(msg) from error
        counts = f"{loaded.departements} départements, {loaded.communes} communes, {loaded.competences} competences"
        self.stdout.write(f"Changed: {counts}.")

    def _tell(self, line: str) -> None:
        self.stdout.write(f"Loading {line}…")
        self.stdout.flush()
