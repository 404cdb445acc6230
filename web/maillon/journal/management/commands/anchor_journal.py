"""Writes down, outside the database, where the journal stands."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from maillon.base.clock import now
from maillon.journal.anchors import statement
from maillon.journal.selectors import heads, journal_key


class Command(BaseCommand):
    """Writes FILE, which `verify_journal --anchor FILE` checks against. Never overwrites one."""

    help = _("Écrit dans un fichier l’état du journal, à conserver hors de la base de données.")

    def add_arguments(self, parser: CommandParser) -> None:
        """One path."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when the file is there already or can't be written."""
        stated = heads()
        try:
            with options["file"].open("x", encoding="utf-8") as file:
                file.write(statement(journal_key(), now(), stated))
        except OSError as error:
            raise CommandError(_("Impossible d’écrire %(file)s : %(why)s") % _why(options["file"], error)) from error
        lines = sum(head.length for head in stated)
        self.stdout.write(
            _("%(lines)d lignes ancrées dans %(file)s. Conservez ce fichier sur une autre machine.")
            % {"lines": lines, "file": options["file"]}
        )


def _why(file: Path, error: OSError) -> dict[str, str]:
    return {"file": str(file), "why": error.strerror or type(error).__name__}
