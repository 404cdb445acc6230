"""Referrals as they are really made, for the public door: to a service without an account, and with a code of hers.

asked = refer(make_orne())
asked.token, asked.digits                # what the e-mail and the voice carry
asked.code                               # the eight words that are the person's
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core import mail

from maillon.base import clock
from maillon.base.enums import Confidence
from maillon.base.ids import new_id
from maillon.directory.enums import Need, ZoneKind
from maillon.directory.models import Organisation, Provider, Service
from maillon.referrals import services
from maillon.referrals.content import NewReferral, Wanted
from maillon.referrals.enums import How, PartKind
from maillon.referrals.models import Referral, Step
from maillon.speaking.code import Code, new_code
from tests.reports.factories import Orne, Person

TOLD = {
    PartKind.SITUATION: "Canari-situation-4k2m : elle cherche un lieu sûr.",
    PartKind.CONTACT: "Canari-contact-9x7p : le matin, par message.",
    PartKind.HEALTH: "Canari-health-3q8z : un traitement en cours.",
}
AGREED = frozenset({PartKind.SITUATION, PartKind.CONTACT})
ADDRESS = "accueil@maison.example"


@dataclass(frozen=True)
class Referred:
    """A referral, and what opens it from outside."""

    referral: Referral
    author: Person
    code: Code
    token: str
    digits: str

    @property
    def step(self) -> Step:
        """At its first service, as it stands now."""
        return Step.objects.get(referral=self.referral, position=0)


def service(name: str, organisation: Organisation | None = None) -> Service:
    """An invented shelter of the Orne, in Maillon or reached by e-mail."""
    at = clock.now()
    provider = Provider.objects.create(id=new_id(), name=f"Gestion {name}", organisation=organisation, changed_at=at)
    return Service.objects.create(
        id=new_id(),
        provider=provider,
        name=name,
        needs=[Need.SHELTER],
        zone_kind=ZoneKind.DEPARTEMENT,
        zone=["61"],
        pro_email="" if organisation else ADDRESS,
        confidence=Confidence.VERIFIED,
        due_on=(at + timedelta(days=60)).date(),
        changed_at=at,
        search_key=name.lower(),
    )


def wanted(asked: Service, parts: Collection[PartKind] = AGREED, **more: Any) -> Wanted:
    """She said yes to this service, by voice, an hour ago."""
    given = {"how": How.SPOKEN, "given_at": clock.now() - timedelta(hours=1)}
    return Wanted(service_id=asked.id, parts=frozenset(parts), **{**given, **more})


def refer(orne: Orne, *asked: Wanted, link: bool = True, **more: Any) -> Referred:
    """An adult referred by the association to a house without an account, which has been sent its link.

    A second house would be told of her health too.
    """
    asked = asked or (wanted(service("Maison A")), wanted(service("Maison B"), [*AGREED, PartKind.HEALTH]))
    author, code, at = orne.association.reader, new_code(), clock.now()
    draft = NewReferral(
        draft_id=new_id(),
        commune_code=orne.commune.code,
        needs=(Need.SHELTER,),
        wanted=asked,
        **{"parts": TOLD, "minor": False, "code": code, **more},
    )
    referral = services.propose(draft=draft, by=author.membership, at=at)
    token = digits = ""
    if link:
        step = Step.objects.get(referral=referral, position=0)
        made = services.make_link(step_id=step.id, by=author.membership, keyring=author.keyring, at=at)
        token, digits = token_in(mail.outbox[-1].body), made.digits
    return Referred(referral, author, code, token, digits)


def token_in(text: str) -> str:
    """The token of the address in a message."""
    found = re.search(r"/repondre/([\w-]+)/", text)
    assert found
    return found[1]
