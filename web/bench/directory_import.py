"""How long an import of a hundred thousand services takes: each format, and the same file again.

Seconds on the clock, and seconds of CPU of this process and of its database session. Everything is rolled back.
"""

import io
import os
import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from django.db import connection, transaction

from maillon.base.clock import now
from maillon.directory.enums import Need
from maillon.directory.exchange.formats import FORMATS
from maillon.directory.exchange.importing import import_file
from maillon.directory.exchange.records import PlaceRecord, ProviderRecord, Record
from maillon.directory.exchange.terms import terms
from maillon.territories.models import Commune

NAME = "directory_import"
SERVICES = 100_000
PROMISED_S = 60
_KINDS = ("csv", "data-inclusion", "hsds")
_HOURS = ("", "Mo-Fr 09:00-17:00; PH off", "Tu,Th 14:00-18:00", "Mo-Fr 08:30-12:30,13:30-17:30; PH off")
_WORDS = ("accueil", "écoute", "atelier", "permanence", "accompagnement", "droits", "santé", "logement", "jeunes")


def run() -> list[dict[str, object]]:
    """One row per import. Expects a database that holds the communes of France."""
    return [row for kind in _KINDS for row in _rows(kind)]


def _rows(kind: str) -> Iterator[dict[str, object]]:
    file = io.BytesIO()
    FORMATS[kind].write(services(SERVICES), file)
    with transaction.atomic():
        yield _measured(f"{kind}, all new", file, kind)
        yield _measured(f"{kind}, the same again", file, kind)
        transaction.set_rollback(True)


def _measured(what: str, file: io.BytesIO, kind: str) -> dict[str, object]:
    file.seek(0)
    started, cpu, server = time.monotonic(), time.process_time(), _server_cpu()
    report = import_file(file, FORMATS[kind], source="bench", by=None, at=now(), dry_run=False)
    with connection.cursor() as cursor:
        # What a commit would check.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    seconds = time.monotonic() - started
    assert not report.bad, report.bad[:3]
    return {
        "import": what,
        "megabytes": round(len(file.getvalue()) / 1e6, 1),
        "added": len(report.added),
        "untouched": report.untouched,
        "seconds": round(seconds, 1),
        "CPU s, import": round(time.process_time() - cpu, 1),
        "CPU s, database": round(_server_cpu() - server, 1),
        "promised s": PROMISED_S,
    }


def _server_cpu() -> float:
    """Seconds of CPU that the database session has used; 0 where its process can't be seen from here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    path = Path(f"/proc/{pid}/stat")
    if not path.exists():
        return 0.0
    user, system = path.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def services(count: int) -> Iterator[Record]:
    """Invented services of one provider in five, everywhere in France; the same at every run."""
    chance = random.Random(61)  # noqa: S311 - a repeatable choice, not a secret
    communes = list(Commune.objects.exclude(postal_codes=[]).order_by("code"))
    needs = sorted(set(Need.values) & set(terms().written))
    for number in range(count):
        yield _service(number, chance, chance.choice(communes), lambda: chance.sample(needs, chance.randint(1, 3)))


def _service(number: int, chance: random.Random, commune: Commune, needs: Callable[[], list[str]]) -> Record:
    words = " ".join(chance.choices(_WORDS, k=40))
    provider = number // 5
    place = PlaceRecord(
        commune=commune.code,
        address=f"{number % 90 + 1} rue Inventée",
        longitude=commune.longitude,
        latitude=commune.latitude,
        city=commune.name,
        postal_code=commune.postal_codes[0],
    )
    return Record(
        external_id=f"s{number}",
        provider=ProviderRecord(external_id=f"p{provider}", name=f"Structure inventée {provider}"),
        name=f"{words.split()[0].capitalize()} {number}",
        summary=words,
        needs=tuple(sorted(needs())),
        zone=(f"D{commune.departement_id}",),
        zone_kind="departement",
        hours=chance.choice(_HOURS),
        phone=f"02 00 {number // 10000 % 100:02} {number // 100 % 100:02} {number % 100:02}",
        email=f"service{number}@exemple.fr",
        website=f"https://exemple.fr/{number}",
        confidence="secondary",
        confirmed_on=date(2026, 10, 1 + number % 28),
        places=(place,),
    )
