"""The first steps of `rules.matching`'s order, counted by the database, so that few rows have to be judged.

Each expression says what the rule of its name says; a test holds both to the same answers over services made up at
random. Only distances may differ, by the rounding of a float. It is SQL, since composing it from expressions took
longer than answering it (`make bench`, `matching`).
"""

import datetime as dt
import json
from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.db.models import IntegerField, QuerySet
from django.db.models.expressions import RawSQL

from maillon.directory.models import Service
from maillon.directory.rules.eligibility import ages_told
from maillon.directory.rules.nearness import BANDS_KM, ZONE_BANDS
from maillon.directory.rules.wanted import Wanted
from maillon.directory.rules.weighing import fresh_place, open_place
from maillon.territories.rules.distances import EARTH_RADIUS_KM

_COLUMNS = ("id", "zone_kind", "is_confidential", "hours", "due_on")
_KEYS = ("ruled_out", "covered", "overdue", "open_questions")
_CODES = "varchar(20)[]"
_OUTSIDE = "(COALESCE(min_age > %s, false) OR COALESCE(max_age < %s, false))"
_UNSURE = (
    "(min_age IS NULL AND max_age IS NULL"
    f" OR (COALESCE(min_age > %s, false) OR COALESCE(max_age < %s, false)) AND NOT {_OUTSIDE})::int"
)
# Distances are the costly step: only what the others leave level with the last that can be shown has one looked up.
_BEST = """
WITH able AS ({able}),
near AS (
    SELECT * FROM (
        SELECT able.*, rank() OVER (ORDER BY ruled_out, covered DESC, overdue, open_questions) AS place FROM able
    ) AS placed
    WHERE place <= %(limit)s
),
banded AS (
    SELECT near.*, COALESCE(
        CASE WHEN NOT is_confidential THEN (
            SELECT CASE WHEN min(km) IS NOT NULL THEN width_bucket(min(km), %(bands)s::float8[]) END
            FROM (
                SELECT %(diameter)s * asin(sqrt(least(1, sin(radians(north - %(north)s) / 2) ^ 2
                    + cos(radians(%(north)s)) * cos(radians(north)) * sin(radians(east - %(east)s) / 2) ^ 2))) AS km
                FROM (
                    SELECT COALESCE(place.latitude, commune.latitude)::float8 AS north,
                        COALESCE(place.longitude, commune.longitude)::float8 AS east
                    FROM directory_place AS place JOIN territories_commune AS commune ON commune.code = place.commune_id
                    WHERE place.service_id = near.id
                ) AS spots
            ) AS distances
        ) END,
        (%(zone_bands)s::jsonb ->> zone_kind)::int,
        cardinality(%(bands)s::float8[])
    ) AS band
    FROM near
)
SELECT place, due_on, hours || ARRAY(
    SELECT spot.hours FROM directory_place AS spot JOIN territories_commune AS commune ON commune.code = spot.commune_id
    WHERE spot.service_id = placed.id AND COALESCE(spot.latitude, commune.latitude) IS NOT NULL
        AND COALESCE(spot.longitude, commune.longitude) IS NOT NULL
), id
FROM (
    SELECT id, due_on, hours, rank() OVER (ORDER BY ruled_out, covered DESC, overdue, open_questions, band) AS place
    FROM banded
) AS placed
WHERE place <= %(limit)s
"""


def best(found: QuerySet[Service], wanted: Wanted, on: dt.date, *, limit: int) -> list[UUID]:
    """The keys of the services among which the best `limit` are: those level with the last of them stay in."""
    keys = (_ruled_out(wanted), _covered(wanted), _raw("(due_on < %s)::int", on), _open_questions(wanted))
    able = found.order_by().annotate(**dict(zip(_KEYS, keys, strict=True)))
    text, params = able.values(*_COLUMNS, *_KEYS).query.sql_with_params()
    named = {f"able{number}": value for number, value in enumerate(params)}
    placed = text % tuple(f"%({name})s" for name in named)
    with connection.cursor() as cursor:
        cursor.execute(_BEST.replace("{able}", placed), named | _told(wanted, limit))
        return _sooner(cursor.fetchall(), wanted.at, on, limit)


def _sooner(
    level: Sequence[tuple[int, dt.date, list[str], UUID]], at: dt.datetime, on: dt.date, limit: int
) -> list[UUID]:
    """Those of them that the next two steps, hours and freshness, leave level with the last of the best `limit`.

    In a large town hundreds are level in all that the database compared; judging each took longer than finding them.
    """
    if len(level) <= limit:
        return [key for *_, key in level]
    placed = sorted(
        ((place, open_place(hours, at), fresh_place(due_on, on)), key) for place, due_on, hours, key in level
    )
    last, _key = placed[limit - 1]
    return [key for place, key in placed if place <= last]


def _told(wanted: Wanted, limit: int) -> dict[str, object]:
    start = wanted.position
    return {
        "limit": limit,
        "bands": list(BANDS_KM),
        "zone_bands": json.dumps(ZONE_BANDS),
        "diameter": 2 * EARTH_RADIUS_KM,
        "north": start.latitude if start else None,
        "east": start.longitude if start else None,
    }


def _covered(wanted: Wanted) -> RawSQL:
    return _count(f"needs @> %s::{_CODES}", [[need] for need in sorted(wanted.needs)])


def _ruled_out(wanted: Wanted) -> RawSQL:
    refused, traits = f"excludes && %s::{_CODES}", sorted(wanted.traits)
    told = ages_told(wanted)
    if told is None:
        return _raw(f"({refused})::int", traits)
    return _raw(f"({refused} OR {_OUTSIDE})::int", traits, told[1], told[0])


def _open_questions(wanted: Wanted) -> RawSQL:
    unsaid = _count(f"NOT (excludes || welcomes) @> %s::{_CODES}", [[trait] for trait in sorted(wanted.traits)])
    told = ages_told(wanted)
    if told is None:
        return unsaid
    youngest, oldest = told
    return _raw(f"{unsaid.sql} + {_UNSURE}", *unsaid.params, youngest, oldest, oldest, youngest)


def _count(test: str, values: Sequence[list[str]]) -> RawSQL:
    return _raw(" + ".join(["0", *[f"({test})::int"] * len(values)]), *values)


def _raw(text: str, *values: object) -> RawSQL:
    return RawSQL(text, values, output_field=IntegerField())  # noqa: S611 - the texts of this module, values apart
