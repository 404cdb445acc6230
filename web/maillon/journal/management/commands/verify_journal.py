"""Checks that nobody has touched the journal.

Found without an anchor, even when done by somebody who can write anything to the database but lacks the journal's key:
a line that was changed, dropped, added, repeated or put elsewhere, and a chain cut back, since its end carries a seal.

Not found without an anchor: a chain put back, lines and end together, to a state that it really had, out of a copy of
the database of that time; and anything at all by somebody who also has the journal's key. An anchor that is kept on
another machine finds both, for what is older than it. Nothing finds them for what came after the last anchor: so
anchor often.
"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from maillon.journal.anchors import NotAnAnchor, marks
from maillon.journal.rules import Finding, Head, Trouble
from maillon.journal.selectors import findings, heads, journal_key


class Command(BaseCommand):
    """Prints each finding on the error output and ends with status 1 when there is any."""

    help = _("Vérifie que le journal est entier ; avec --anchor, aussi contre un état conservé ailleurs.")

    def add_arguments(self, parser: CommandParser) -> None:
        """An optional anchor."""
        parser.add_argument("--anchor", type=Path, help=_("fichier écrit par anchor_journal"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when anything is wrong with the journal or the anchor."""
        anchored = _marks(options["anchor"]) if options["anchor"] else None
        count = 0
        for finding in findings(anchored):
            count += 1
            self.stderr.write(describe(finding))
        if count:
            raise CommandError(_("Le journal n’est pas intact : %(count)d anomalies.") % {"count": count})
        lines = sum(head.length for head in heads())
        self.stdout.write(_("Le journal est intact : %(lines)d lignes.") % {"lines": lines})


def describe(finding: Finding) -> str:
    """The finding in a sentence that names chain and position."""
    place = _("Chaîne %(chain)d, ligne %(position)d : ") % {"chain": finding.chain, "position": finding.position}
    return place + _sentences()[finding.trouble]


def _marks(path: Path) -> dict[int, Head]:
    try:
        return marks(journal_key(), path.read_text(encoding="utf-8"))
    except (NotAnAnchor, OSError, UnicodeDecodeError) as error:
        raise CommandError(_("%(file)s n’est pas un ancrage de ce journal.") % {"file": path}) from error


def _sentences() -> dict[Trouble, str]:
    return {
        Trouble.ALTERED: _("son contenu, ou la ligne d’avant, a été modifié."),
        Trouble.MISSING: _("une ou plusieurs lignes manquent à partir d’ici."),
        Trouble.REPEATED: _("cette position existe deux fois."),
        Trouble.CUT: _("la fin de la chaîne manque à partir d’ici."),
        Trouble.BEYOND: _("des lignes ont été ajoutées après la fin de la chaîne."),
        Trouble.HEAD: _("la fin enregistrée n’est pas celle de la dernière ligne."),
        Trouble.SEAL: _("la fin enregistrée ne porte pas le bon sceau : la chaîne a été raccourcie ou réécrite."),
        Trouble.REWRITTEN: _("la ligne n’est plus celle de l’ancrage : la chaîne a été réécrite."),
        Trouble.SHORTER: _("la chaîne est plus courte que dans l’ancrage."),
        Trouble.NO_CHAIN: _("la chaîne elle-même a disparu."),
    }
