"""Reads what `rules.matching` compares: the services level with the best, their places, and what is free there."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from maillon.base.enums import Confidence
from maillon.directory.models import Capacity, Place, Service
from maillon.directory.rules.matching import Match, rank
from maillon.directory.rules.wanted import Answers, Candidate, FreePlaces, Spot, Wanted
from maillon.directory.rules.weighing import day_of
from maillon.directory.selectors.living import acting_in, living
from maillon.directory.selectors.shortlisting import best
from maillon.territories.models import Commune
from maillon.territories.rules.distances import Position

_FIELDS = (
    "name", "needs", "min_age", "max_age", "welcomes", "excludes", "languages", "zone_kind", "hours", "due_on",
    "ended_on", "is_confidential", "confidence", "eligibility",
)  # fmt: skip
# Tells how the services with these keys answered lately; who was never asked is missing.
Asked = Callable[[Sequence[UUID]], Mapping[UUID, Answers]]


def match(wanted: Wanted, *, commune: Commune, answers: Asked | None = None, limit: int = 20) -> list[Match]:
    """The best services that act in the commune for any of the needs, with why and why not; see `rules.matching`.

    Distances count from the commune's town hall unless `wanted` has a position of its own. `answers` come from whoever
    knows referrals. Ruled-out services follow the others while there is room for them. Four queries and those of
    `answers`, however large the directory is.
    """
    if wanted.position is None:
        wanted = replace(wanted, position=position_of(commune))
    keys = best(_acting(wanted, commune), wanted, day_of(wanted.at), limit=limit)
    told = answers(keys) if answers else {}
    able = _candidates(Service.objects.filter(pk__in=keys), wanted.at)
    return rank((replace(one, answers=told.get(one.id)) for one in able), wanted, limit=limit)


def position_of(commune: Commune) -> Position | None:
    """The commune's town hall; None for the few whose position nobody knows."""
    if commune.latitude is None or commune.longitude is None:
        return None
    return Position(commune.latitude, commune.longitude)


def _acting(wanted: Wanted, commune: Commune) -> QuerySet[Service]:
    found = living(day_of(wanted.at)).filter(acting_in(commune))
    return found.filter(needs__overlap=sorted(wanted.needs)) if wanted.needs else found


def _candidates(found: QuerySet[Service], at: dt.datetime) -> list[Candidate]:
    services = list(found.only(*_FIELDS))
    keys = [service.pk for service in services]
    spots, free = _spots(keys), _free_places(keys, at)
    return [_candidate(service, spots.get(service.pk, ()), free.get(service.pk)) for service in services]


def _candidate(service: Service, spots: tuple[Spot, ...], free: FreePlaces | None) -> Candidate:
    return Candidate(
        id=service.pk,
        name=service.name,
        needs=frozenset(service.needs),
        min_age=service.min_age,
        max_age=service.max_age,
        welcomes=frozenset(service.welcomes),
        excludes=frozenset(service.excludes),
        languages=frozenset(service.languages),
        zone_kind=service.zone_kind,
        hours=service.hours,
        due_on=service.due_on,
        ended_on=service.ended_on,
        is_confidential=service.is_confidential,
        is_certain=service.confidence != Confidence.UNCONFIRMED,
        has_conditions=bool(service.eligibility),
        spots=spots,
        capacity=free,
    )


def _spots(services: Sequence[UUID]) -> dict[UUID, tuple[Spot, ...]]:
    """Where each receives people; a place without a position of its own, nor a commune with one, is left out."""
    latitude = Coalesce(F("latitude"), F("commune__latitude"))
    longitude = Coalesce(F("longitude"), F("commune__longitude"))
    found: dict[UUID, tuple[Spot, ...]] = {}
    places = Place.objects.filter(service_id__in=services).order_by("id")
    for service, north, east, hours in places.values_list("service_id", latitude, longitude, "hours"):
        if north is not None and east is not None:
            found[service] = (*found.get(service, ()), Spot(Position(north, east), hours))
    return found


def _free_places(services: Sequence[UUID], at: dt.datetime) -> dict[UUID, FreePlaces]:
    """What was last said of each, while it may be believed."""
    said = (
        Capacity.objects.filter(service_id__in=services, said_at__lte=at)
        .order_by("service_id", "-said_at", "-id")
        .distinct("service_id")
    )
    return {one.service_id: FreePlaces(one.free, one.total) for one in said if one.expires_at > at}
