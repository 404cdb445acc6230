"""Referrals as people really make them: sealed with real keys, through the services.

town = make_town()                        # Alençon, who refers, and services with and without an account
referral = refer(town)                    # an adult who agreed to the three houses, in this order
step_at(referral, town.first)             # the referral at one of them
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from maillon.accounts.enums import Role
from maillon.base.ids import new_id
from maillon.directory.enums import Need, ZoneKind
from maillon.directory.models import Provider, Service
from maillon.referrals import services
from maillon.referrals.content import NewReferral, Wanted
from maillon.referrals.enums import How, ParentsReason, PartKind, Reading, StepState
from maillon.referrals.models import Referral, Step
from maillon.speaking import services as speaking
from maillon.speaking.code import Code
from maillon.territories.models import Commune
from maillon.vault.keyrings import Keyring
from tests.reports.factories import AT, House, Person, make_house, make_person
from tests.territories.factories import CommuneFactory

PARTS = {
    PartKind.SITUATION: "Elle a quitté hier un logement qui n’était pas le sien.",
    PartKind.NEEDS: "Un lit ce soir, quelqu’un à qui parler.",
    PartKind.IDENTITY: "Se fait appeler Lune",
    PartKind.CONTACT: "SMS le matin, mot convenu tulipe",
}
TOLD = frozenset({PartKind.SITUATION, PartKind.CONTACT})


@dataclass(frozen=True)
class Place:
    """A service, and the house behind it if that takes part."""

    service: Service
    house: House | None = None

    @property
    def reader(self) -> Person:
        """Somebody who reads there."""
        assert self.house is not None
        return self.house.reader


@dataclass(frozen=True)
class Town:
    """A commune, an association where `worker` refers and `colleague` reads, three services here and one by link."""

    commune: Commune
    worker: Person
    colleague: Person
    home: House
    first: Place
    second: Place
    third: Place
    outside: Place

    @property
    def inside(self) -> tuple[Place, ...]:
        """The services that take part."""
        return (self.first, self.second, self.third)


def make_place(house: House | None = None, *, commune: Commune | None = None, **service: Any) -> Place:
    """A service of this house, or of a provider that does not take part."""
    provider = Provider.objects.create(
        id=new_id(), organisation=house.organisation if house else None, name="Structure fictive", changed_at=AT
    )
    given: dict[str, Any] = {
        "name": f"Service fictif {provider.pk}",
        "needs": [Need.SHELTER],
        "zone_kind": ZoneKind.DEPARTEMENT,
        "zone": ["D61"],
        "email": "" if house else "accueil@exemple.invalid",
        "confidence": "verified",
        "due_on": AT.date() + dt.timedelta(days=90),
        "changed_at": AT,
        "search_key": "service fictif",
    }
    return Place(Service.objects.create(id=new_id(), provider=provider, **{**given, **service}), house)


def make_town() -> Town:
    """One of each."""
    home = make_house()
    return Town(
        commune=CommuneFactory(),
        worker=make_person(home.organisation, Role.REPORTER),
        colleague=home.reader,
        home=home,
        first=make_place(make_house()),
        second=make_place(make_house()),
        third=make_place(make_house()),
        outside=make_place(),
    )


def agreed(place: Place, parts: Collection[PartKind] = TOLD, **more: Any) -> Wanted:
    """An adult's agreement to one service, given by voice a moment ago."""
    given: dict[str, Any] = {"how": How.SPOKEN, "language": "fr", "given_at": AT}
    return Wanted(service_id=place.service.pk, parts=frozenset(parts), **{**given, **more})


def draft(town: Town, places: Sequence[Place] | None = None, **more: Any) -> NewReferral:
    """An adult's, to the three houses; or for a minor, to these places by law."""
    places = town.inside if places is None else places
    minor = more.get("minor", False)
    given: dict[str, Any] = {
        "draft_id": new_id(),
        "commune_code": town.commune.pk,
        "needs": (Need.SHELTER,),
        "minor": False,
        "parts": PARTS,
        "wanted": tuple(agreed(place, how=None, given_at=None) if minor else agreed(place) for place in places),
    }
    if minor:
        given |= {"parents_informed": False, "parents_reason": ParentsReason.AGAINST_INTEREST}
    return NewReferral(**{**given, **more})


def refer(town: Town, places: Sequence[Place] | None = None, *, at: dt.datetime = AT, **more: Any) -> Referral:
    """A referral that was made."""
    return services.propose(draft=draft(town, places, **more), by=town.worker.membership, at=at)


def step_at(referral: Referral, place: Place) -> Step:
    """The referral at one service, as it is now."""
    return Step.objects.select_related("referral").get(referral=referral, service=place.service)


def opened(referral: Referral, place: Place, *, at: dt.datetime = AT) -> dict[PartKind, str]:
    """What the service's reader reads."""
    reader, step = place.reader, step_at(referral, place)
    _step, texts = services.open_step(
        step_id=step.pk, by=reader.membership, keyring=reader.keyring, at=at, reason=Reading.ANSWERING
    )
    return dict(texts.texts)


def accepted(referral: Referral, place: Place, *, at: dt.datetime = AT) -> Step:
    """The service read it and took it."""
    opened(referral, place, at=at)
    return services.accept(step_id=step_at(referral, place).pk, by=place.reader.membership, at=at)


def code_keyring(code: Code, *, at: dt.datetime = AT) -> Keyring:
    """What the person opens with, once she is back."""
    return speaking.enter(code=code, at=at).keyring


def states(referral: Referral) -> list[StepState]:
    """The states of its steps, in line."""
    return [StepState(state) for state in referral.steps.order_by("position").values_list("state", flat=True)]
