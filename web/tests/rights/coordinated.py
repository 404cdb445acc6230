"""A minors' meeting for the matrix, under way on a sheet of the council's: the council's reader sits for the
département, and a préfecture that nobody else here is of keeps the secretariat."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from maillon.accounts.enums import Role
from maillon.base import clock
from maillon.base.ids import new_id
from maillon.commission import services
from maillon.commission.enums import Kind, Mode, Rank
from maillon.commission.models import AgendaItem, Mandate
from maillon.commission.services import Answered
from maillon.protection import services as protection
from maillon.protection.content import NewAssessment, SheetContent
from maillon.protection.enums import Age
from maillon.protection.models import PathSheet
from tests.reports.factories import House, Orne, Person, make_house, make_person


def coordinated(orne: Orne) -> dict[str, dict[str, Any]]:
    """Keyword arguments of addresses, by what the matrix calls their object."""
    now = clock.now()
    told_at = now - dt.timedelta(days=9)
    council = orne.council
    # The first of its département by name, so that the sheet goes there.
    prefecture = make_house(prefecture=True, name="A", departement=council.organisation.departement)
    mandate = _seated(prefecture, council.reader, told_at)
    commission, by = mandate.seat.commission_id, prefecture.reader.membership
    session = services.plan(commission_id=commission, kind=Kind.MINORS, held_at=now, by=by, at=told_at)
    services.add_sheet(session_id=session.pk, sheet_id=_sheet(council.reader, told_at).pk, by=by, at=told_at)
    services.convoke(session_id=session.pk, by=by, at=told_at)
    answered = [Answered(mandate.pk, Mode.ON_SITE)]
    keyring = prefecture.reader.keyring
    services.open_session(session_id=session.pk, roll=answered, by=by, keyring=keyring, at=now)
    return {"open_sheet": {"item_id": _only(session.pk)}}


def _seated(prefecture: House, person: Person, at: dt.datetime) -> Mandate:
    act: dict[str, Any] = {"by": make_person(prefecture.organisation, Role.LEAD).membership, "at": at}
    commission = services.found(**act)
    seat = services.open_seat(commission_id=commission.pk, quality="conseil_departemental", **act)
    mandate = services.name(
        seat_id=seat.pk, membership=person.membership, held_as=Rank.TITULAR, starts_on=localdate(at), **act
    )
    return services.pledge(mandate_id=mandate.pk, by=person.membership, at=at)


def _sheet(author: Person, at: dt.datetime) -> PathSheet:
    new = NewAssessment(key=new_id(), age=Age.DOUBTFUL, child="Une enfant inventée", received_on=localdate(at))
    made = protection.start(new=new, by=author.membership, at=at)
    act: dict[str, Any] = {"by": author.membership, "keyring": author.keyring, "at": at}
    content = SheetContent("Une situation inventée.", "", "Une question inventée.")
    sheet = protection.write_sheet(assessment_id=made.pk, content=content, **act)
    return protection.submit_sheet(sheet_id=sheet.pk, **act)


def _only(session_id: UUID) -> UUID:
    return AgendaItem.objects.get(session=session_id).pk
