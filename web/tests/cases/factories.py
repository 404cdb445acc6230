"""Cases as people really follow somebody: sealed with real keys, through the services.

place = make_place()                  # an association: Nadia follows, a colleague, a lead; a clinic, police, préfecture
case = open_case(place)               # Nadia's
place.nadia.membership                # a Person: membership and keyring
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from maillon.accounts.enums import Role
from maillon.base.ids import new_id
from maillon.cases import services
from maillon.cases.content import NewCase, NewConsent, NewShare, OpenedCase
from maillon.cases.enums import EntryKind, How, Purpose, Reading
from maillon.cases.models import Case, Consent, Share
from maillon.territories.models import Commune
from tests.reports.factories import AT, House, Person, make_house, make_person
from tests.territories.factories import CommuneFactory

TODAY = AT.date()
LATER = AT + dt.timedelta(hours=1)
NAME = "Lune"


@dataclass(frozen=True)
class Place:
    """An association with who follows, who may stand in, and who leads; and other houses around it."""

    commune: Commune
    home: House
    nadia: Person
    colleague: Person
    lead: Person
    volunteer: Person
    clinic: House
    other: House
    police: House
    council: House
    prefecture: House


def make_place() -> Place:
    """One of each."""
    home = make_house(readers=2)
    return Place(
        commune=CommuneFactory(),
        home=home,
        nadia=home.readers[0],
        colleague=home.readers[1],
        lead=make_person(home.organisation, Role.LEAD),
        volunteer=make_person(home.organisation, Role.REPORTER),
        clinic=make_house(health=True),
        other=make_house(),
        police=make_house(police=True),
        council=make_house(council=True),
        prefecture=make_house(prefecture=True),
    )


def open_case(place: Place, *, by: Person | None = None, at: dt.datetime = AT, **more: Any) -> Case:
    """A case of an adult called Lune, in the place's commune, followed by Nadia."""
    given: dict[str, Any] = {
        "draft_id": new_id(),
        "pseudonym": NAME,
        "adult": True,
        "commune_code": place.commune.pk,
    }
    return services.open_case(new=NewCase(**{**given, **more}), by=(by or place.nadia).membership, at=at)


def acting(person: Person, at: dt.datetime = AT) -> dict[str, Any]:
    """Who acts, when."""
    return {"by": person.membership, "at": at}


def with_key(person: Person, at: dt.datetime = AT) -> dict[str, Any]:
    """The same with her key."""
    return {**acting(person, at), "keyring": person.keyring}


def read(case: Case, person: Person, at: dt.datetime = AT, **more: Any) -> OpenedCase:
    """The timeline as this person is given it."""
    return services.read_case(case_id=case.pk, reason=Reading.FOLLOWING, **with_key(person, at), **more)


def consent(
    case: Case, person: Person, house: House | None = None, *, purpose: Purpose = Purpose.SHARING, **more: Any
) -> Consent:
    """Her agreement, given by voice: to sharing notes with a house, unless told otherwise."""
    given: dict[str, Any] = {
        "purpose": purpose,
        "how": How.SPOKEN,
        "given_at": AT,
        "recipient_id": house.organisation.pk if house else None,
        "kinds": frozenset({EntryKind.NOTE}) if house else frozenset(),
    }
    return services.give_consent(case_id=case.pk, new=NewConsent(**{**given, **more}), **acting(person))


def shared(case: Case, person: Person, house: House, **more: Any) -> Share:
    """Her notes, shared with a house for a month, as she agreed."""
    kinds = more.pop("kinds", frozenset({EntryKind.NOTE}))
    agreed = consent(case, person, house, kinds=kinds)
    given: dict[str, Any] = {
        "kinds": kinds,
        "until": TODAY + dt.timedelta(days=30),
        "organisation_id": house.organisation.pk,
        "consent_id": agreed.pk,
    }
    return services.share(case_id=case.pk, new=NewShare(**{**given, **more}), **with_key(person))
