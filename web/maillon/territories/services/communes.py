"""Loads communes in bulk: what is new is added, what differs is changed, and a second run touches no row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import connection, transaction

from maillon.territories.enums import NameKind
from maillon.territories.models import CommuneName, Departement
from maillon.territories.rules.folding import beginnings
from maillon.territories.rules.rows import CommuneRow
from maillon.territories.rules.typos import variants
from maillon.territories.selectors import forget_communes

_COLUMNS = (
    "code", "name", "departement_id", "postal_codes", "population", "epci", "epci_name", "longitude", "latitude",
    "search_key",
)  # fmt: skip
_NAME_COLUMNS = ("commune_id", "kind", "key", "departement_code", "population", "typo_keys")
_TABLE = "territories_commune"
_NAMES = "territories_communename"


def load_departements(names: Mapping[str, str]) -> int:
    """Makes the table of départements agree with code → name; returns how many rows that changed."""
    known = dict(Departement.objects.values_list("code", "name"))
    differing = [Departement(code=code, name=name) for code, name in names.items() if known.get(code) != name]
    Departement.objects.bulk_create(differing, update_conflicts=True, unique_fields=["code"], update_fields=["name"])
    return len(differing)


def load_communes(rows: Iterable[CommuneRow]) -> int:
    """Makes the communes agree with the rows, and their search names with them; returns how many changed.

    Communes that the rows leave out are left as they are. Their départements must be there.
    """
    by_code = {row.code: row for row in rows}
    with transaction.atomic():
        changed = _merge([_values(row) for row in by_code.values()])
        _renew_names([by_code[code] for code in changed])
    forget_communes()
    return len(changed)


def _values(row: CommuneRow) -> tuple[Any, ...]:
    return (
        row.code, row.name, row.departement, _array(row.postal_codes), row.population, row.epci, row.epci_name,
        row.longitude, row.latitude, row.search_key,
    )  # fmt: skip


def _merge(values: Sequence[tuple[Any, ...]]) -> list[str]:
    """Upserts through a temporary table; the codes of the rows that were new or different."""
    columns = ", ".join(_COLUMNS)
    updates = ", ".join(f"{name} = EXCLUDED.{name}" for name in _COLUMNS[1:])
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS incoming_communes")
        cursor.execute(f"CREATE TEMPORARY TABLE incoming_communes (LIKE {_TABLE}) ON COMMIT DROP")
        _copy("incoming_communes", _COLUMNS, values)
        cursor.execute(
            f"INSERT INTO {_TABLE} AS known ({columns}) SELECT {columns} FROM incoming_communes "  # noqa: S608 - names above
            f"ON CONFLICT (code) DO UPDATE SET {updates} "
            f"WHERE ({', '.join(f'known.{name}' for name in _COLUMNS)}) "
            f"IS DISTINCT FROM ({', '.join(f'EXCLUDED.{name}' for name in _COLUMNS)}) RETURNING code"
        )
        return [code for (code,) in cursor.fetchall()]


def _renew_names(rows: Sequence[CommuneRow]) -> None:
    if not rows:
        return
    CommuneName.objects.filter(commune_id__in=[row.code for row in rows]).delete()
    _copy(_NAMES, _NAME_COLUMNS, (values for row in rows for values in _name_values(row)))


def _name_values(row: CommuneRow) -> Iterator[tuple[Any, ...]]:
    for place, key in enumerate(beginnings(row.name)):
        kind = NameKind.LATER_WORD if place else NameKind.WHOLE
        yield (row.code, kind.value, key, row.departement, row.population or 0, _array(variants(key)))
    for postal in row.postal_codes:
        yield (row.code, NameKind.POSTAL.value, postal, row.departement, row.population or 0, "{}")


def _array(digits: Iterable[object]) -> str:
    # Written out by hand: the driver's own way of sending lists takes longer than all the rest together.
    return "{" + ",".join(map(str, digits)) + "}"


def _copy(table: str, columns: Sequence[str], values: Iterable[tuple[Any, ...]]) -> None:
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in values:
            copy.write_row(row)
