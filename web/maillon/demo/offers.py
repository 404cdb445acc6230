"""Invented services, said and confirmed by the invented members."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.demo.timeline import ago
from maillon.directory.models import Organisation, Provider, Service
from maillon.directory.services import (
    ProviderDetails,
    details_of,
    note_out_of_zone,
    save_provider,
    save_service,
    say_capacity,
)

_FILE = Path(__file__).parent / "data" / "services.toml"
# What says how a row is made, and no fact of the service.
_MAKING = frozenset({"organisation", "by", "days_ago", "free", "total", "refused"})


def make_offers(organisations: Mapping[str, Organisation], members: Mapping[str, Membership], *, at: datetime) -> None:
    """Makes every invented service, as it would have come about in the months before `at`."""
    for row in tomllib.loads(_FILE.read_text(encoding="utf-8"))["services"]:
        _offer(row, _provider(row, organisations, at), members[row["by"]], at)


def _provider(row: Mapping[str, Any], organisations: Mapping[str, Organisation], at: datetime) -> Provider:
    own = organisations.get(row.get("organisation", ""))
    name = own.name if own else row["provider"]
    known = Provider.objects.filter(name=name, source="").first()
    return known or save_provider(ProviderDetails(name=name, organisation_id=own.pk if own else None), by=None, at=at)


def _offer(row: Mapping[str, Any], provider: Provider, by: Membership, at: datetime) -> None:
    facts = {name: value for name, value in row.items() if name not in _MAKING}
    service = save_service(
        details_of(facts, provider),
        by=by,
        by_name=f"{by.member.name}, {by.organisation.name}",
        at=ago(at, row),
    )
    if "free" in row:
        said_at = at - timedelta(hours=3)
        say_capacity(service.pk, row["free"], row["total"], by=by, by_name=by.member.name, at=said_at)
    _refuse(service, row.get("refused", []), at)


def _refuse(service: Service, communes: list[str], at: datetime) -> None:
    for days, commune in enumerate(communes, start=1):
        note_out_of_zone(
            refusal_id=new_id(), service_id=service.pk, commune_code=commune, at=at - timedelta(days=10 - days)
        )
