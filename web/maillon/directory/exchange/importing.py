"""Takes a file into the directory: everything, or nothing and a report of all that is wrong."""

import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from django.db import connection, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from maillon.base.actors import Actor
from maillon.base.errors import Refusal
from maillon.base.ids import new_id
from maillon.directory.exchange.areas import Areas
from maillon.directory.exchange.comparing import Options, compared, sorted_out
from maillon.directory.exchange.formats.kind import Format
from maillon.directory.exchange.reports import Report
from maillon.directory.exchange.stored import of_source
from maillon.directory.exchange.writing import Writer
from maillon.journal import services as journal
from maillon.journal.enums import Action

_SOURCE_LENGTH = 60


class NoSource(Refusal):
    """Without a source, nobody could tell later what came from where."""

    message = _("Donnez un nom à la source, de 60 caractères au plus.")


class Outdated(Refusal):
    """What would be done is no longer what was shown."""

    message = _("L’annuaire a changé depuis : voici ce que l’import ferait maintenant. Relisez avant de confirmer.")


def import_file(
    file: BinaryIO,
    kind: Format,
    *,
    source: str,
    by: Actor | None,
    at: dt.datetime,
    dry_run: bool,
    options: Options = Options(),  # noqa: B008 - frozen
    shown: str | None = None,
) -> Report:
    """Makes what came from `source` agree with the file, in one transaction; with a bad line, nothing is written.

    `shown`: the fingerprint of the report that somebody agreed to. Raises NoSource, or Outdated when that report no
    longer holds. Whoever calls checks the right.
    """
    source = source.strip()
    if not source or len(source) > _SOURCE_LENGTH:
        raise NoSource
    areas = Areas()
    with _collecting_nothing(), transaction.atomic():
        found = sorted_out(kind.read(file), areas, localdate(at))
        # Only from here on are rows locked.
        _wait_for_others(source)
        report, work = compared(found, of_source(source), kind=kind, options=options, today=localdate(at))
        if shown is not None and report.fingerprint != shown:
            raise Outdated
        if report.changes_something and not dry_run:
            Writer(source=source, at=at, areas=areas).write(work)
            _record(report, source, kind, by=by, at=at)
            report.written = True
    return report


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Keeps Python from looking through a file's records for garbage again and again: a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _wait_for_others(source: str) -> None:
    """Two imports of one source wait for each other; what the first has written is seen by the second."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), hashtext(%s))", ["directory import", source])


def _record(report: Report, source: str, kind: Format, *, by: Actor | None, at: dt.datetime) -> None:
    journal.record(
        by=by,
        at=at,
        action=Action.DIRECTORY_IMPORTED,
        subject_kind="import",
        subject_id=new_id(),
        details={"source": source, "format": kind.code, **report.counts()},
    )
