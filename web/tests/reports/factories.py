"""Reports as people really make them: sealed with real keys, through the services.

orne = make_orne()                       # Alençon, with the organisations that the law names there
report = make_report(orne)               # a minor's report by a firefighter, sent to all required recipients
orne.council.readers[0]                  # a Person who can open it: membership and keyring
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.directory.models import Organisation
from maillon.guidance.enums import AgeClass, Answer, OffenceKnown, PlaceKind, Wish
from maillon.reports import services
from maillon.reports.content import ReportContent
from maillon.reports.enums import ObservedWhen, Origin
from maillon.reports.models import Draft, Report, Transmission
from maillon.reports.proposals import propose
from maillon.territories.models import Commune
from maillon.vault.keyrings import Keyring
from tests.accounts.factories import keyring_of, make_membership
from tests.directory.factories import OrganisationFactory
from tests.territories.factories import CommuneFactory, CompetenceFactory

AT = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Person:
    """A member acting for an organisation, with her key unlocked."""

    membership: Membership
    keyring: Keyring


@dataclass(frozen=True)
class House:
    """An organisation with its readers, who hold its key."""

    organisation: Organisation
    readers: tuple[Person, ...]

    @property
    def reader(self) -> Person:
        """Its first reader."""
        return self.readers[0]


@dataclass(frozen=True)
class Orne:
    """Alençon, a firefighter who reports, and the houses that the law may name."""

    commune: Commune
    firefighter: Person
    council: House
    prosecutor: House
    police: House
    association: House


def make_person(organisation: Organisation, role: Role = Role.REPORTER, **member: Any) -> Person:
    """A new member of the organisation with a key of her own; a reader also holds the organisation's."""
    membership = make_membership(organisation, role, **member)
    return Person(membership, keyring_of(membership))


def make_house(*, readers: int = 1, **organisation: Any) -> House:
    """A new organisation whose readers hold its key. Keyword arguments are those of OrganisationFactory."""
    made = OrganisationFactory(**organisation)
    return House(made, tuple(make_person(made, Role.RECIPIENT) for _ in range(readers)))


def make_orne() -> Orne:
    """Alençon with a council, a prosecutor, a police station and an association that read, and a firefighter."""
    commune = CommuneFactory()
    council, prosecutor, police = make_house(council=True), make_house(prosecutor=True), make_house(police=True)
    for house in (council, prosecutor, police):
        CompetenceFactory(jurisdiction=house.organisation.jurisdiction, commune=commune)
    return Orne(
        commune=commune,
        firefighter=make_person(OrganisationFactory(fire_rescue=True)),
        council=council,
        prosecutor=prosecutor,
        police=police,
        association=make_house(),
    )


def minor_content(commune: Commune, /, **answers: Any) -> ReportContent:
    """A complete report about somebody of 15 to 17, seen in a hotel."""
    given = {
        "origin": Origin.WITNESSED,
        "danger": False,
        "age": AgeClass.MINOR_15_17,
        "age_is_sure": False,
        "place": PlaceKind.LODGING,
        "commune": commune.code,
        "observed": ObservedWhen.TODAY,
        "narrative": "Une chambre louée à plusieurs, des visites toute la nuit.",
    }
    return ReportContent(**{**given, **answers})


def adult_content(commune: Commune, /, **answers: Any) -> ReportContent:
    """A complete report about an adult who wants help and agrees that her name is passed on."""
    given = {
        "age": AgeClass.ADULT,
        "age_is_sure": True,
        "wish": Wish.WANTS_HELP,
        "agreement": True,
        "can_protect_herself": Answer.UNKNOWN,
        "offence": OffenceKnown.NONE,
        "identity": "Une personne inventée, jointe par l’accueil de jour.",
    }
    return minor_content(commune, **{**given, **answers})


def make_draft(author: Person, content: ReportContent, *, at: dt.datetime = AT) -> Draft:
    """A draft with this content, sealed to its author."""
    return services.save_draft(content=content, by=author.membership, at=at)


def make_report(
    orne: Orne,
    *,
    author: Person | None = None,
    content: ReportContent | None = None,
    chosen: Collection[UUID] | None = None,
    at: dt.datetime = AT,
) -> Report:
    """A sent report; a minor's, by the firefighter, unless told otherwise.

    `chosen` are the recipients' ids; None takes everyone who is proposed and can be reached.
    """
    by = author or orne.firefighter
    content = content or minor_content(orne.commune)
    draft = make_draft(by, content, at=at)
    if chosen is None:
        chosen = propose(content, by.membership, on=localdate(at)).reachable().keys()
    return services.submit(
        draft_id=draft.id,
        seen_version=draft.version,
        chosen=chosen,
        by=by.membership,
        keyring=by.keyring,
        at=at,
    )


def transmission_to(report: Report, house: House) -> Transmission:
    """The report's transmission to this house."""
    return report.transmissions.get(recipient=house.organisation)
