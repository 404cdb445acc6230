"""A hundred thousand invented services over all of France, where people live, as a national directory has them."""

import datetime as dt
import random
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from maillon.base import clock
from maillon.base.enums import Confidence
from maillon.base.ids import new_id
from maillon.directory.enums import Need, Trait, ZoneKind
from maillon.directory.models import Capacity, Place, Provider, Service
from maillon.directory.rules.zones import COUNTRY, commune_entry, departement_entry
from maillon.directory.selectors import search_key
from maillon.territories.models import Commune
from maillon.territories.regions import departements_of, region_of

SERVICES = 100_000
_BATCH = 1_000
_AGES = [(None, None), (None, None), (18, None), (0, 17), (16, 25), (None, 20)]
# Of a hundred services, how many act in some communes, in a département, in a region, everywhere.
_ZONES = {ZoneKind.COMMUNES: 25, ZoneKind.DEPARTEMENT: 62, ZoneKind.REGION: 10, ZoneKind.COUNTRY: 3}
_WHAT = ["Accueil", "Permanence", "Foyer", "Halte", "Maison", "Point écoute", "Centre", "Antenne", "Consultation"]
_WHOM = [
    "des femmes",
    "de jour",
    "de nuit",
    "juridique",
    "de santé",
    "du logement",
    "des familles",
    "d’accès aux soins",
]
_NAMES = ["du Perche", "Saint-Éloi", "des Tilleuls", "Étoile", "Horizon", "Passerelle", "de la Gare", "Émeraude"]


class Inventing(random.Random):
    """Repeatable: the same services at every run, but for their keys."""

    def service(self, provider: Provider, home: Commune, at: dt.datetime) -> Service:
        """One service of the provider, near a commune."""
        kind = ZoneKind(self.choices(list(_ZONES), list(_ZONES.values()))[0])
        needs = self.sample([need.value for need in Need], self.randint(1, 3))
        youngest, oldest = self.choice(_AGES)
        name = f"{self.choice(_WHAT)} {self.choice(_WHOM)} {self.choice([*_NAMES, home.name, home.name])}"
        key = search_key(name=name, provider=provider.name, summary="", needs=needs, communes=[home.name])
        return Service(
            id=new_id(),
            provider=provider,
            name=name,
            needs=needs,
            min_age=youngest,
            max_age=oldest,
            welcomes=self.sample([Trait.WOMEN.value, Trait.TRANS.value, Trait.WITH_CHILDREN.value], self.randint(0, 2)),
            excludes=self.sample([Trait.MEN.value, Trait.WITH_ANIMAL.value], self.choice([0, 0, 1])),
            languages=self.sample(["fr", "en", "es", "ar", "ro"], self.choice([0, 0, 1, 2])),
            eligibility=self.choice(["", "Sur orientation d’un travailleur social."]),
            zone_kind=kind.value,
            zone=self._zone(kind, home),
            hours=self._hours(),
            is_confidential=Need.SHELTER in needs and self.random() < 0.3,
            confidence=Confidence.SECONDARY.value,
            due_on=at.date() + dt.timedelta(days=self.randint(-120, 180)),
            changed_at=at,
            search_key=key,
        )

    def _zone(self, kind: ZoneKind, home: Commune) -> list[str]:
        if kind is ZoneKind.COUNTRY:
            return [COUNTRY]
        if kind is ZoneKind.DEPARTEMENT:
            return [departement_entry(home.departement_id)]
        if kind is ZoneKind.REGION:
            return [departement_entry(code) for code in departements_of(region_of(home.departement_id))]
        first = int(home.code[-3:])
        return [commune_entry(f"{home.code[:-3]}{first + step:03}") for step in range(self.randint(1, 30))]

    def _hours(self) -> str:
        if self.random() < 0.4:
            return ""
        return f"Mo-Fr {self.randint(8, 10):02}:{self.choice([0, 15, 30, 45]):02}-{self.randint(16, 19)}:00; PH off"


@contextmanager
def offered() -> Iterator[list[Commune]]:
    """The services for as long as they are measured; gives the communes they live by. Undone afterwards."""
    with transaction.atomic():
        communes = list(Commune.objects.exclude(population=None).exclude(latitude=None).order_by("code"))
        _fill(communes)
        yield communes
        transaction.set_rollback(True)


def _fill(communes: list[Commune]) -> None:
    chance, at = Inventing(61), clock.now()
    homes = chance.choices(communes, [(commune.population or 0) + 1 for commune in communes], k=SERVICES)
    providers = [Provider(id=new_id(), name=f"Association {chance.choice(_NAMES)}", changed_at=at) for _ in range(5000)]
    Provider.objects.bulk_create(providers, batch_size=_BATCH)
    for first in range(0, SERVICES, _BATCH):
        part = homes[first : first + _BATCH]
        services = [chance.service(chance.choice(providers), home, at) for home in part]
        Service.objects.bulk_create(services)
        Place.objects.bulk_create(_places(services, part, chance))
        Capacity.objects.bulk_create(_capacities(services, at, chance))
    with connection.cursor() as cursor:
        # As autovacuum does on a running instance: statistics, and nothing left to be sorted into an index.
        cursor.execute("ANALYZE directory_provider, directory_service, directory_place, directory_capacity")
        cursor.execute(
            "SELECT gin_clean_pending_list('service_by_zone_and_need'), gin_clean_pending_list('service_by_words')"
        )


def _places(services: list[Service], homes: list[Commune], chance: random.Random) -> Iterator[Place]:
    for service, home in zip(services, homes, strict=True):
        for _place in range(0 if service.is_confidential else chance.choice([0, 1, 1, 1, 2])):
            yield Place(id=new_id(), service=service, commune=home)


def _capacities(services: list[Service], at: dt.datetime, chance: random.Random) -> Iterator[Capacity]:
    for service in services:
        if Need.SHELTER in service.needs:
            said_at = at - dt.timedelta(hours=chance.randint(1, 40))
            yield Capacity(
                id=new_id(),
                service=service,
                free=chance.randint(0, 5),
                said_at=said_at,
                said_by=service.pk,
                said_by_name="Inventé",
                expires_at=said_at + dt.timedelta(hours=24),
            )
