"""Assessments as a council really makes them: sealed with real keys, through the services.

place = make_place()                    # Alençon's houses, the council's lead and second reader, a préfecture
assessment = started(place)             # entered directly, by the council's reader
under_way(place)                        # the same, in the hands of its reader
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.protection import services
from maillon.protection.content import NewAssessment, Opened, SaidOfParents, SheetContent
from maillon.protection.enums import Age, ParentsHow, Reading
from maillon.protection.models import Assessment, PathSheet
from maillon.protection.rules import Ending
from maillon.referrals.enums import ParentsReason
from maillon.vault.keyrings import Keyring
from tests.accounts.factories import keyring_of, make_membership
from tests.reports.factories import AT, House, Orne, Person, make_house, make_orne

TODAY = dt.date(2026, 11, 23)
CHILD = "Lune Exemple, 16 ans, au foyer inventé"
INFORMED = SaidOfParents(informed=True, on=TODAY, how=ParentsHow.INTERVIEW, words="Les deux parents, ensemble.")
NOT_INFORMED = SaidOfParents(informed=False, reason=ParentsReason.AGAINST_INTEREST, words="Le père l’attend dehors.")
SHEET = SheetContent(
    situation="Une mineure de 15 à 17 ans, en fugue répétée.",
    done="Évaluation en cours, foyer d’urgence.",
    asked="Qui peut l’accueillir hors du département ?",
)


@dataclass(frozen=True)
class Place:
    """The département: who assesses, who keeps sheets, and everybody else."""

    orne: Orne
    lead: Person
    second: Person
    prefecture: House

    @property
    def council(self) -> House:
        """Where informations préoccupantes are assessed."""
        return self.orne.council

    @property
    def reader(self) -> Person:
        """Who assesses there."""
        return self.orne.council.reader


def as_person(membership: Membership) -> Person:
    """A member with her key unlocked."""
    return Person(membership, keyring_of(membership))


def make_place() -> Place:
    """One of each, all in one département."""
    orne = make_orne()
    council = orne.council.organisation
    prefecture = make_house(prefecture=True)
    prefecture.organisation.departement_id = council.departement_id
    prefecture.organisation.save()
    return Place(
        orne=orne,
        lead=as_person(make_membership(council, Role.LEAD)),
        second=as_person(make_membership(council, Role.RECIPIENT)),
        prefecture=prefecture,
    )


def new(**more: Any) -> NewAssessment:
    """What is entered directly, received today."""
    return NewAssessment(**{"key": new_id(), "age": Age.FROM_15, "child": CHILD, "received_on": TODAY, **more})


def started(place: Place, *, by: Person | None = None, at: dt.datetime = AT, **more: Any) -> Assessment:
    """An assessment that nobody has in hand."""
    return services.start(new=new(**more), by=(by or place.reader).membership, at=at)


def under_way(place: Place, *, at: dt.datetime = AT, **more: Any) -> Assessment:
    """The same, in the hands of the council's reader."""
    made = started(place, at=at, **more)
    return services.assign(assessment_id=made.pk, to=place.reader.membership, by=place.lead.membership, at=at)


def ended(place: Place, ending: Ending, *, at: dt.datetime = AT, **more: Any) -> Assessment:
    """One that ended, its parents informed."""
    by, made = place.reader.membership, under_way(place, at=at, **more)
    services.say_parents(assessment_id=made.pk, said=NOT_INFORMED, by=by, at=at)
    return services.end(assessment_id=made.pk, ending=ending, by=by, at=at)


def opened(assessment: Assessment, person: Person, *, at: dt.datetime = AT) -> Opened:
    """What this person reads."""
    return services.open_assessment(
        assessment_id=assessment.pk, by=person.membership, keyring=person.keyring, at=at, reason=Reading.ASSESSING
    )


def sheet_of(place: Place, assessment: Assessment, content: SheetContent = SHEET) -> PathSheet:
    """A coordination sheet that was written."""
    reader = place.reader
    return services.write_sheet(
        assessment_id=assessment.pk, content=content, by=reader.membership, keyring=reader.keyring, at=AT
    )


def submitted(place: Place, assessment: Assessment) -> PathSheet:
    """The same, at the commission's secretariat."""
    reader, sheet = place.reader, sheet_of(place, assessment)
    return services.submit_sheet(sheet_id=sheet.pk, by=reader.membership, keyring=reader.keyring, at=AT)


def acting(person: Person) -> dict[str, Membership | Keyring | dt.datetime]:
    """`by`, `keyring` and `at`, for a service that opens something."""
    return {"by": person.membership, "keyring": person.keyring, "at": AT}
