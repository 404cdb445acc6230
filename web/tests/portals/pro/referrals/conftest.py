"""Alençon, somebody who refers, two services that take part, and one without an account."""

import pytest
from django.test import Client

from maillon.directory.enums import Need
from tests.accounts.factories import make_membership, sign_in
from tests.directory.offers import make_provider, make_service
from tests.portals.pro.referrals.walking import Scene, Walker
from tests.reports.factories import AT, make_house, make_orne
from tests.territories.factories import load_known_communes

EMAIL = "accueil@exemple.invalid"


@pytest.fixture(autouse=True)
def _at_the_time_of_the_reports(time_machine):
    """Views ask the clock: it stands where the factories put their reports."""
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def scene(db) -> Scene:
    load_known_communes()
    orne = make_orne()
    second = make_house(name="Association seconde")

    def offered(name, house, **facts):
        provider = make_provider(name=f"Porteur {name}", organisation=house and house.organisation)
        return make_service(provider, at=AT, name=name, needs=(Need.SHELTER, Need.LEGAL), **facts)

    return Scene(
        orne=orne,
        second=second,
        shelter=offered("Mise à l’abri inventée", orne.association),
        other=offered("Accueil de la seconde", second),
        by_link=offered("Service sans compte", None, email=EMAIL),
        council=offered("Aide à l’enfance inventée", orne.council),
    )


@pytest.fixture
def referrer(scene) -> Walker:
    """A nurse: she refers, and does not read at her organisation."""
    house = make_house(health=True)
    return Walker(sign_in(Client(), make_membership(house.organisation)))


@pytest.fixture
def service(scene) -> Client:
    """The browser of the shelter's reader."""
    return sign_in(Client(), scene.orne.association.reader.membership)
