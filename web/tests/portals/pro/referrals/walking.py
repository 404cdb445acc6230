"""Writes a referral as a browser without scripts does: a POST for each screen, following where it leads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.test import Client
from django.urls import resolve, reverse

from maillon.directory.enums import Need
from maillon.directory.models import Service
from maillon.referrals.models import Referral
from tests.accounts.factories import make_membership, sign_in
from tests.directory.offers import make_provider, make_service
from tests.reports.factories import AT, House, Orne, make_house, make_orne
from tests.territories.factories import load_known_communes

EMAIL = "accueil@exemple.invalid"
SITUATION, CONTACT = "canari-situation-7731", "canari-contact-4402"


@dataclass(frozen=True)
class Scene:
    """Who and what there is."""

    orne: Orne
    second: House
    shelter: Service
    other: Service
    by_link: Service
    council: Service


@dataclass
class Walker:
    """A client on the path; `at` is where it stands."""

    client: Client
    at: str = ""
    page: str = field(default="", repr=False)

    def get(self, address: str):
        """Opens a page."""
        return self._arrived(self.client.get(address, follow=True))

    def post(self, address: str = "", **typed):
        """Sends a form, with the version of the draft that the page was made from."""
        if version := re.search(r'name="version" value="(\d+)"', self.page):
            typed.setdefault("version", version[1])
        return self._arrived(self.client.post(address or self.at, typed, follow=True))

    def _arrived(self, response):
        self.at, self.page = response.request["PATH_INFO"], response.content.decode()
        return response

    def again(self) -> "Walker":
        """Another browser with the same cookies: what is done in it touches no other test's."""
        other = Client()
        other.cookies.load(self.client.cookies)
        return Walker(other, self.at, self.page)

    @property
    def step(self) -> str:
        """The present screen's slug, or the route's name."""
        match = resolve(self.at)
        return match.kwargs.get("step", match.url_name)

    def answers(self, step: str, **typed):
        """Answers the present screen, which must be `step`."""
        assert self.step == step, f"on {self.step}, not on {step}"
        return self.post(**typed)

    def begins(self):
        """To the first question."""
        self.post(reverse("pro:referral_start"))

    def says_who(self, *, minor: bool = False):
        """From the first question to the services."""
        self.begins()
        self.answers("besoins", ticked=["shelter"])
        self.answers("age", answer="minor" if minor else "adult")
        self.answers("commune", commune="61001")
        self.answers("contraintes", none="1")
        self.answers("langue", ticked=["fr"])
        self.answers("delai", answer="no")

    def chooses(self, services: Sequence[Service]):
        """The services in this order."""
        for service in services:
            self.answers("services", act=f"add:{service.pk}")
            assert "error-summary" not in self.page
        self.answers("services", act="go_on")

    def hears_her_agree(self, service: Service, parts=("situation", "contact")):
        """What one service is told, and her yes."""
        if self.step.startswith("adresse"):
            self.post(email=service.email)
        self.answers(f"contenu-{service.pk}", parts=list(parts))
        self.answers(f"accord-{service.pk}", language="fr", how="spoken", given_on="2026-11-23")

    def writes(self):
        """The words, without a code for her."""
        self.answers("mots-situation", text=SITUATION)
        self.answers("mots-contact", text=CONTACT)
        self.answers("suivi", answer="no")

    def sends(self) -> Referral:
        """From the review to the receipt."""
        assert self.step == "referral_review", self.at
        self.post(self.at.replace("relire", "envoyer"))
        assert self.step == "referral_sent", self.at
        return Referral.objects.get(pk=resolve(self.at).kwargs["referral_id"])


def make_scene() -> Scene:
    """Everybody, and the services that each of them offers."""
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


def make_referrer() -> Walker:
    """A nurse: she refers, and does not read at her organisation."""
    house = make_house(health=True)
    return Walker(sign_in(Client(), make_membership(house.organisation)))


def refers(walker: Walker, *services: Service) -> Referral:
    """A whole referral of an adult to these services, each told situation and contact."""
    walker.says_who()
    walker.chooses(services)
    for service in services:
        walker.hears_her_agree(service)
    walker.writes()
    return walker.sends()
