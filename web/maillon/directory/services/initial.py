"""Loads the project's own first entries. What a person has written or confirmed since is hers, and left alone."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from django.db import transaction

from maillon.base.enums import Confidence
from maillon.base.ids import new_id
from maillon.directory.enums import Confirmed, Cost, Need, Trait, ZoneKind
from maillon.directory.models import Confirmation, Provider, Service
from maillon.directory.rules.freshness import due_on
from maillon.directory.selectors.upkeep import confirmed_here
from maillon.directory.services.details import PlaceDetails, ServiceDetails
from maillon.directory.services.editing import check
from maillon.directory.services.recording import record
from maillon.directory.services.writing import differences, write
from maillon.journal.enums import Action

FOLDER = Path(__file__).resolve().parents[1] / "data"
_OWN = frozenset({"code", "provider", "told_by", "checked_on", "places"})
_CLOSED: Mapping[str, Any] = {
    "zone_kind": ZoneKind,
    "cost": Cost,
    "confidence": Confidence,
}
_LISTS: Mapping[str, Any] = {"needs": Need, "welcomes": Trait, "excludes": Trait, "languages": str, "zone": str}


@dataclass(frozen=True)
class Loaded:
    """How many services a run added, changed, and left to the people who keep them."""

    added: int = 0
    changed: int = 0
    left: int = 0


def load_directory(*, at: dt.datetime) -> Loaded:
    """Adds what is new in the files and changes what nobody here has touched; all in one transaction.

    May be run again at any time. Raises a refusal of `directory.refusals` when a row does not hold together.
    """
    with transaction.atomic():
        counts = [_load(tomllib.loads(path.read_text("utf-8")), at) for path in sorted(FOLDER.glob("*.toml"))]
    return Loaded(*(sum(getattr(count, entry.name) for count in counts) for entry in fields(Loaded)))


def _load(data: Mapping[str, Any], at: dt.datetime) -> Loaded:
    providers = {row["code"]: _provider(row, data["source"], at) for row in data["provider"]}
    done = [_service(row, providers[row["provider"]], data["source"], at) for row in data["service"]]
    return Loaded(added=done.count("added"), changed=done.count("changed"), left=done.count("left"))


def _provider(row: Mapping[str, Any], source: str, at: dt.datetime) -> Provider:
    told = {name: value for name, value in row.items() if name != "code"}
    made = {"id": new_id(), "changed_at": at, **told}
    return Provider.objects.get_or_create(source=source, external_id=row["code"], defaults=made)[0]


def _service(row: Mapping[str, Any], provider: Provider, source: str, at: dt.datetime) -> str:
    known = Service.objects.annotate(is_theirs=confirmed_here()).filter(source=source, external_id=row["code"]).first()
    if known is not None and (known.is_theirs or known.ended_on is not None):
        return "left"
    details = details_of(row, provider)
    if known is not None and known.confirmed_on == row["checked_on"] and not differences(known, details):
        return "same"
    check(details)
    service = known or Service(id=new_id(), source=source, external_id=row["code"])
    changed = write(service, details, at=at, is_new=known is None)
    _date(service, row, at)
    record(Action.SERVICE_CHANGED, service.pk, by=None, at=at, details={"fields": changed, "new": known is None})
    return "changed" if known else "added"


def details_of(row: Mapping[str, Any], provider: Provider) -> ServiceDetails:
    """A row of a file as the facts of a service. ValueError or TypeError when a code or a field is unknown."""
    told: dict[str, Any] = {name: value for name, value in row.items() if name not in _OWN}
    for name, closed in _CLOSED.items():
        if name in told:
            told[name] = closed(told[name])
    for name, item in _LISTS.items():
        told[name] = tuple(item(value) for value in told.get(name, ()))
    places = tuple(PlaceDetails(**place) for place in row.get("places", ()))
    return ServiceDetails(provider_id=provider.pk, places=places, **told)


def _date(service: Service, row: Mapping[str, Any], at: dt.datetime) -> None:
    checked: dt.date = row["checked_on"]
    service.confirmed_on, service.confirmed_by = checked, row["told_by"]
    service.due_on = due_on(service.needs, checked)
    service.save(update_fields=["confirmed_on", "confirmed_by", "due_on"])
    Confirmation.objects.create(id=new_id(), service=service, way=Confirmed.IMPORTED, at=at, by_name=row["told_by"])
