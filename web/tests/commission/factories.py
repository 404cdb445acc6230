"""A commission as a préfecture really keeps it, with files that are sealed.

house = make_commission()                     # secretary, chair, gendarmerie, association, health, child protection
request = make_request(house)                 # an entry that the association handed to the préfecture
session = convoked(house, [request])          # a meeting that its members were told of
opened(house, session)                        # everybody who may sit there answered the roll call
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from maillon.accounts.enums import Role
from maillon.base.ids import new_id, new_number
from maillon.cases.enums import How as ToldHow
from maillon.cases.enums import Purpose
from maillon.cases.models import Case, Consent
from maillon.commission import services
from maillon.commission.content import Minutes
from maillon.commission.enums import Kind, Mode, Rank, Sense, Topic
from maillon.commission.models import AgendaItem, Commission, Mandate, Session
from maillon.commission.services import Advice, Answered
from maillon.directory.models import Organisation
from maillon.exits.content import Circumstances, Identity
from maillon.exits.enums import PaperKind, PathState, RequestKind, RequestState
from maillon.exits.models import Paper, Path, Request
from maillon.protection import services as protection
from maillon.protection.content import NewAssessment, SheetContent
from maillon.protection.enums import Age
from maillon.protection.models import PathSheet
from maillon.vault import services as vault
from tests.protection.factories import SHEET
from tests.reports.factories import AT, House, Person, make_house, make_person

# A Monday; the meeting is eight days later, at ten on the clocks of France.
HELD_AT = AT + dt.timedelta(days=8)


@dataclass(frozen=True)
class Seated:
    """Somebody with a mandate."""

    person: Person
    mandate: Mandate


@dataclass(frozen=True)
class Commissioned:
    """A commission with one seat for each of a few qualities, and who keeps it."""

    commission: Commission
    prefecture: House
    secretary: Person
    lead: Person
    association: House
    seated: dict[str, Seated]

    def __getitem__(self, quality: str) -> Seated:
        return self.seated[quality]


def make_commission() -> Commissioned:
    """Through the services, as a lead of the préfecture sets it up; everybody undertook secrecy."""
    prefecture, association = make_house(prefecture=True), make_house()
    lead = make_person(prefecture.organisation, Role.LEAD)
    commission = services.found(by=lead.membership, at=AT)
    people = {
        "prefet": make_person(prefecture.organisation, Role.REPORTER),
        "gendarmerie": make_house(gendarmerie=True).reader,
        "association": make_person(association.organisation, Role.REPORTER),
        "sante": make_house(health=True).reader,
        "conseil_departemental": make_house(council=True).reader,
    }
    made = Commissioned(commission, prefecture, prefecture.reader, lead, association, {})
    for quality, person in people.items():
        made.seated[quality] = seat(made, quality, person)
    return made


def seat(house: Commissioned, quality: str, person: Person, *, pledged: bool = True) -> Seated:
    """A new seat with this person on it."""
    act: dict[str, Any] = {"by": house.lead.membership, "at": AT}
    place = services.open_seat(commission_id=house.commission.pk, quality=quality, **act)
    mandate = services.name(
        seat_id=place.pk, membership=person.membership, held_as=Rank.TITULAR, starts_on=AT.date(), **act
    )
    if pledged:
        mandate = services.pledge(mandate_id=mandate.pk, by=person.membership, at=AT)
    return Seated(person, mandate)


def make_case(organisation: House) -> Case:
    """A case of the association; only what a path hangs on."""
    return Case.objects.create(
        id=new_id(),
        number=new_number(),
        draft_id=new_id(),
        organisation=organisation.organisation,
        responsible=organisation.reader.membership,
        language="fr",
        opened_at=AT,
        last_contact_on=AT.date(),
    )


PAPERS = {
    PaperKind.IDENTITY: Identity(last_name="Inventée", first_name="Lune", birth_on="1996-02-29").to_bytes(),
    PaperKind.SITUATION: Circumstances(family="Un enfant", social="Logée par l’association").to_bytes(),
}


def make_request(
    house: Commissioned, *, association: House | None = None, papers: dict[PaperKind, bytes] | None = None
) -> Request:
    """An entry that was handed to the préfecture, with papers sealed to both sides."""
    author = association or house.association
    case, by = make_case(author), author.reader.membership
    path = Path.objects.create(
        id=new_id(),
        number=new_number(),
        case=case,
        association=author.organisation,
        prefecture=house.prefecture.organisation,
        state=PathState.ASKING,
        started_at=AT,
        started_by=by,
    )
    consent = Consent.objects.create(
        id=new_id(),
        case=case,
        purpose=Purpose.EXIT_PATH,
        recipient=house.prefecture.organisation,
        how=ToldHow.SPOKEN,
        language="fr",
        wording="Le texte lu.",
        given_at=AT,
        recorded_by=by,
    )
    request = Request.objects.create(
        id=new_id(),
        path=path,
        kind=RequestKind.ENTRY,
        position=1,
        state=RequestState.SUBMITTED,
        created_at=AT,
        consent=consent,
        agreed_at=AT,
        agreed_how=ToldHow.SPOKEN,
        agreed_language="fr",
        agreed_wording="Le texte lu.",
        submitted_at=AT,
        submitted_by=by,
    )
    for kind, text in (PAPERS if papers is None else papers).items():
        _seal(request, kind, text)
    return request


def _seal(request: Request, kind: PaperKind, text: bytes) -> None:
    path = request.path
    item = vault.seal(
        plaintext=text,
        kind=f"exits.{kind}",
        subject_id=request.pk,
        organisations=[path.association_id, path.prefecture_id],
        at=AT,
    )
    Paper.objects.create(id=new_id(), request=request, kind=kind, item=item, written_at=AT, written_by=path.started_by)


def make_sheet(house: Commissioned, content: SheetContent = SHEET) -> PathSheet:
    """A minor's coordination sheet, written at the council whose reader sits, and submitted to the secretariat."""
    author = house["conseil_departemental"].person
    departement = author.membership.organisation.departement_id
    Organisation.objects.filter(pk=house.prefecture.organisation.pk).update(departement_id=departement)
    act: dict[str, Any] = {"by": author.membership, "keyring": author.keyring, "at": AT}
    new = NewAssessment(key=new_id(), age=Age.FROM_15, child="Lune Exemple", received_on=AT.date())
    made = protection.start(new=new, by=author.membership, at=AT)
    sheet = protection.write_sheet(assessment_id=made.pk, content=content, **act)
    return protection.submit_sheet(sheet_id=sheet.pk, **act)


def planned(
    house: Commissioned,
    points: Collection[Request | PathSheet | Topic] = (),
    *,
    kind: Kind = Kind.INDIVIDUAL,
    at: dt.datetime = AT,
    **more: Any,
) -> Session:
    """A meeting in preparation, with these points."""
    act: dict[str, Any] = {"by": house.secretary.membership, "at": at}
    given: dict[str, Any] = {"held_at": HELD_AT, "remote": True, **more}
    session = services.plan(commission_id=house.commission.pk, kind=kind, **given, **act)
    for point in points:
        if isinstance(point, Request):
            services.add_request(session_id=session.pk, request_id=point.pk, **act)
        elif isinstance(point, PathSheet):
            services.add_sheet(session_id=session.pk, sheet_id=point.pk, **act)
        else:
            services.add_topic(session_id=session.pk, topic=point, **act)
    return session


def convoked(
    house: Commissioned, points: Collection[Request | PathSheet | Topic], *, at: dt.datetime = AT, **more: Any
) -> Session:
    """A meeting that its members were told of."""
    session = planned(house, points, at=at, **more)
    return services.convoke(session_id=session.pk, by=house.secretary.membership, at=at)


def roll(house: Commissioned, *qualities: str, mode: Mode = Mode.ON_SITE) -> Sequence[Answered]:
    """Who answered the roll call; without names, everybody who sits at meetings on requests."""
    wanted = qualities or ("prefet", "gendarmerie", "association", "sante")
    return [Answered(house[quality].mandate.pk, mode) for quality in wanted]


def opened(house: Commissioned, session: Session, *qualities: str, at: dt.datetime = HELD_AT) -> Session:
    """The meeting under way."""
    return services.open_session(
        session_id=session.pk,
        roll=roll(house, *qualities),
        by=house.secretary.membership,
        keyring=house.secretary.keyring,
        at=at,
    )


def point_of(session: Session, request: Request | PathSheet | None = None) -> AgendaItem:
    """The point of this request or sheet, or the first."""
    points = session.items.order_by("position")
    if isinstance(request, PathSheet):
        return points.get(sheet=request)
    return points.get(request=request) if request else points[0]


def agreed(
    house: Commissioned,
    item: AgendaItem,
    sense: Sense = Sense.FAVOURABLE,
    *,
    at: dt.datetime = HELD_AT,
    words: str = "",
) -> None:
    """An opinion without a vote."""
    services.give_opinion(
        item_id=item.pk, advice=Advice(sense=sense), words=words, by=house.secretary.membership, at=at
    )


def closed(house: Commissioned, session: Session, *, at: dt.datetime = HELD_AT) -> Session:
    """The meeting at its end."""
    return services.close(session_id=session.pk, by=house.secretary.membership, at=at)


def read(house: Commissioned, quality: str, item: AgendaItem, *, at: dt.datetime = HELD_AT) -> dict[PaperKind, bytes]:
    """What somebody reads of a file."""
    person = house[quality].person
    found = services.open_file(item_id=item.pk, by=person.membership, keyring=person.keyring, at=at)
    return dict(found.papers)


def minuted(house: Commissioned, session: Session, *, at: dt.datetime = HELD_AT) -> list[Minutes]:
    """The minutes as they were drawn."""
    drawn: list[Minutes] = []

    def draw(minutes: Minutes) -> bytes:
        drawn.append(minutes)
        return b"%PDF invented"

    secretary = house.secretary
    services.draw_minutes(session_id=session.pk, draw=draw, by=secretary.membership, keyring=secretary.keyring, at=at)
    return drawn
