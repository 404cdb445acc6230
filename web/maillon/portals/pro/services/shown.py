"""A service as its page and its line in the list need it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from maillon.base.opening import opening
from maillon.directory.models import Place, Service
from maillon.directory.rules import Standing, standing
from maillon.portals.pro.services import words
from maillon.territories.selectors import departements


@dataclass(frozen=True)
class Row:
    """One service of the list. Tags are a text and its tone; an empty text is not shown."""

    service: Service
    needs: str
    zone: str
    standing: tuple[Any, str]
    open: tuple[str, str]
    is_doubted: bool


def departement_names() -> dict[str, str]:
    """Code → “Orne (61)”."""
    return {found.code: str(found) for found in departements()}


def rows(services: list[Service], at: dt.datetime, on: dt.date) -> list[Row]:
    """The lines of the list, in its order. Needs each one's provider loaded."""
    names = departement_names()
    return [_row(service, names, at, on) for service in services]


def _row(service: Service, names: Mapping[str, str], at: dt.datetime, on: dt.date) -> Row:
    stands = standing(service.due_on, on)
    return Row(
        service=service,
        needs=words.needs_words(service),
        zone=words.zone_words(service, names),
        standing=words.STANDINGS[stands],
        open=words.open_words(opening(service.hours, at), at),
        is_doubted=stands in {Standing.STALE, Standing.HIDDEN},
    )


def facts(service: Service) -> list[tuple[str, Any]]:
    """For whom, where and when, as labels with values."""
    unknown = words.UNKNOWN
    return [
        (_("Aide proposée"), words.needs_words(service)),
        (_("Âge"), words.ages_words(service)),
        (_("Accueille"), words.traits_words(service.welcomes)),
        (_("N’accueille pas"), words.traits_words(service.excludes)),
        (_("Conditions"), service.eligibility or unknown),
        (_("Langues parlées"), words.languages_words(service.languages)),
        (_("Territoire"), words.zone_words(service, departement_names())),
        (_("Horaires"), words.hours_words(service.hours)),
        (_("Coût"), service.get_cost_display() or unknown),
    ]


@dataclass(frozen=True)
class PlaceLine:
    """A place with its own hours in words, if it has any."""

    place: Place
    hours: str


def places(service: Service) -> list[PlaceLine]:
    """Where it receives people; never anything for a confidential one."""
    if service.is_confidential:
        return []
    return [PlaceLine(place, words.hours_words(place.hours) if place.hours else "") for place in service.places.all()]
