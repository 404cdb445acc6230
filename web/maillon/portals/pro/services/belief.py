"""How far a service's entry may be believed, and why: who confirmed it, whether it answers, whom it took in."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from maillon.base.dates import date_format
from maillon.directory import selectors
from maillon.directory.models import Capacity, Service
from maillon.directory.rules import Standing, standing
from maillon.portals.pro.services.words import CONFIDENCES, STANDINGS

_LATEST = 5
_CALLS_SHOWN = dt.timedelta(days=90)
_ICONS = {"edited": "edit", "confirmed": "check", "imported": "download"}


@dataclass(frozen=True)
class Belief:
    """What the page says. `standing` is a text with its tone; `history` are entries of the timeline component."""

    standing: tuple[Any, str]
    is_doubted: bool
    facts: list[tuple[str, Any]]
    history: list[dict[str, Any]]
    capacity: Capacity | None
    former: Capacity | None


def belief(service: Service, at: dt.datetime, on: dt.date) -> Belief:
    """All of it, in four queries."""
    stands = standing(service.due_on, on)
    capacity = selectors.capacity_of(service, at)
    return Belief(
        standing=STANDINGS[stands],
        is_doubted=stands in {Standing.STALE, Standing.HIDDEN},
        facts=_facts(service, at),
        history=[
            {"at": said.at, "title": said.get_way_display(), "who": said.by_name, "icon": _ICONS[said.way]}
            for said in service.confirmations.order_by("-at")[:_LATEST]
        ],
        capacity=capacity,
        former=None if capacity else service.capacities.order_by("-said_at").first(),
    )


def _facts(service: Service, at: dt.datetime) -> list[tuple[str, Any]]:
    source = " ".join(filter(None, [service.source, service.source_url]))
    return [
        (_("Certitude"), CONFIDENCES[service.confidence]),
        (_("Confirmée le"), _confirmed(service)),
        (_("À confirmer avant le"), _day(service.due_on)),
        (_("Réponse au téléphone"), _calls(service, at)),
        (_("Dernière orientation acceptée"), _day(service.last_success_on)),
        *([(_("Source"), source)] if source else []),
    ]


def _confirmed(service: Service) -> str:
    if service.confirmed_on is None:
        return _("jamais")
    told = {"day": _day(service.confirmed_on), "who": service.confirmed_by}
    return _("%(day)s, par %(who)s") % told if service.confirmed_by else told["day"]


def _day(day: dt.date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else _("aucune connue")


def _calls(service: Service, at: dt.datetime) -> str:
    said = list(service.calls.filter(at__gt=at - _CALLS_SHOWN).values_list("answered", flat=True))
    if not said:
        return _("aucun appel noté en trois mois")
    told = {"answered": sum(said), "total": len(said)}
    return (
        ngettext(
            "a répondu %(answered)s fois sur %(total)s appel noté en trois mois",
            "a répondu %(answered)s fois sur %(total)s appels notés en trois mois",
            len(said),
        )
        % told
    )
