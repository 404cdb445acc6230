"""Reads what `rules.matching` compares: one query for the services that act there, one for free places."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, F, QuerySet, Value, When
from django.db.models.functions import Coalesce

from maillon.base.enums import Confidence
from maillon.directory.models import Capacity
from maillon.directory.models.services import Service
from maillon.directory.rules.matching import Match, rank, shortlist
from maillon.directory.rules.wanted import Answers, Candidate, FreePlaces, Spot, Wanted
from maillon.directory.rules.weighing import day_of
from maillon.directory.selectors.living import acting_in, living
from maillon.territories.models import Commune
from maillon.territories.rules.distances import Position

_NONE_KNOWN: Mapping[UUID, Answers] = {}


def match(
    wanted: Wanted, *, commune: Commune, answers: Mapping[UUID, Answers] = _NONE_KNOWN, limit: int = 20
) -> list[Match]:
    """The best services that act in the commune for any of the needs, with why and why not; see `rules.matching`.

    Distances count from the commune's town hall unless `wanted` has a position of its own. `answers` (by service) come
    from whoever knows referrals. Ruled-out services follow the others while there is room for them. Two queries.
    """
    if wanted.position is None:
        wanted = replace(wanted, position=position_of(commune))
    able = shortlist(_candidates(wanted, commune), wanted, limit=limit)
    free = _free_places([one.id for one in able], wanted.at)
    known = (replace(one, capacity=free.get(one.id), answers=answers.get(one.id)) for one in able)
    return rank(known, wanted, limit=limit)


def position_of(commune: Commune) -> Position | None:
    """The commune's town hall; None for the few whose position nobody knows."""
    if commune.latitude is None or commune.longitude is None:
        return None
    return Position(commune.latitude, commune.longitude)


def _candidates(wanted: Wanted, commune: Commune) -> Iterable[Candidate]:
    found: dict[UUID, Candidate] = {}
    for row in _rows(wanted, commune):
        known = found.get(row[0])
        if known is None:
            found[row[0]] = _candidate(row)
        else:
            # A service comes once for each of its places.
            found[row[0]] = replace(known, spots=known.spots + _spots(*row[-3:]))
    return found.values()


def _rows(wanted: Wanted, commune: Commune) -> QuerySet[Service, tuple[Any, ...]]:
    found = living(day_of(wanted.at)).filter(acting_in(commune))
    if wanted.needs:
        found = found.filter(needs__overlap=sorted(wanted.needs))
    return found.order_by().values_list(
        "id", "name", "needs", "min_age", "max_age", "welcomes", "excludes", "languages", "zone_kind", "hours",
        "due_on", "ended_on", "is_confidential", "confidence",
        Case(When(eligibility="", then=Value(value=False)), default=Value(value=True), output_field=BooleanField()),
        Coalesce(F("places__latitude"), F("places__commune__latitude")),
        Coalesce(F("places__longitude"), F("places__commune__longitude")),
        "places__hours",
    )  # fmt: skip


def _candidate(row: tuple[Any, ...]) -> Candidate:
    (
        key, name, needs, min_age, max_age, welcomes, excludes, languages, zone_kind, hours, due_on, ended_on,
        is_confidential, confidence, has_conditions, *place,
    ) = row  # fmt: skip
    return Candidate(
        id=key,
        name=name,
        needs=frozenset(needs),
        min_age=min_age,
        max_age=max_age,
        welcomes=frozenset(welcomes),
        excludes=frozenset(excludes),
        languages=frozenset(languages),
        zone_kind=zone_kind,
        hours=hours,
        due_on=due_on,
        ended_on=ended_on,
        is_confidential=is_confidential,
        is_certain=confidence != Confidence.UNCONFIRMED,
        has_conditions=has_conditions,
        spots=_spots(*place),
    )


def _spots(latitude: float | None, longitude: float | None, hours: str | None) -> tuple[Spot, ...]:
    if latitude is None or longitude is None:
        return ()
    return (Spot(Position(latitude, longitude), hours or ""),)


def _free_places(services: Iterable[UUID], at: dt.datetime) -> dict[UUID, FreePlaces]:
    """What was last said of each, while it may be believed."""
    said = (
        Capacity.objects.filter(service_id__in=list(services), said_at__lte=at)
        .order_by("service_id", "-said_at", "-id")
        .distinct("service_id")
    )
    return {one.service_id: FreePlaces(one.free, one.total) for one in said if one.expires_at > at}
