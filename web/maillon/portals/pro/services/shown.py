"""A service as its page and its line in the list need it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from maillon.base.opening import opening
from maillon.directory.models import Place, Service
from maillon.directory.rules import standing
from maillon.portals.pro.services import words
from maillon.territories.selectors import departements


@dataclass(frozen=True)
class Row:
    """One service of the list. `tags` are texts with their tones; `phone_note` says for whom the number is."""

    service: Service
    needs: str
    zone: str
    phone: str
    phone_note: str
    tags: list[tuple[Any, str]]


def departement_names() -> dict[str, str]:
    """Code → “Orne (61)”."""
    return {found.code: str(found) for found in departements()}


def rows(services: list[Service], at: dt.datetime, on: dt.date) -> list[Row]:
    """The lines of the list, in its order. Needs each one's provider loaded."""
    names = departement_names()
    return [_row(service, names, at, on) for service in services]


def _row(service: Service, names: Mapping[str, str], at: dt.datetime, on: dt.date) -> Row:
    return Row(
        service=service,
        needs=words.needs_words(service),
        zone=words.zone_words(service, names),
        phone=service.phone or service.pro_phone,
        phone_note="" if service.phone else _("(professionnels)"),
        tags=_tags(service, at, on),
    )


def _tags(service: Service, at: dt.datetime, on: dt.date) -> list[tuple[Any, str]]:
    if service.ended_on is not None:
        return [(_("a pris fin"), "neutral")]
    opens = words.open_words(opening(service.hours, at), at)
    return [words.STANDINGS[standing(service.due_on, on)], *([opens] if opens[0] else [])]


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
