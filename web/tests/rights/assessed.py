"""Minors' assessments for the matrix: under way, held, one that may be started, and a sheet that nobody submitted."""

from typing import Any

from django.utils.timezone import localdate

from maillon.accounts.models import Membership
from maillon.base import clock
from maillon.base.ids import new_id
from maillon.protection import services
from maillon.protection.content import NewAssessment, SheetContent
from maillon.protection.enums import Age, HoldGround
from maillon.protection.models import Assessment
from tests.reports.acting import acknowledged
from tests.reports.factories import Orne, make_report, transmission_to


def assessed(orne: Orne, lead: Membership) -> dict[str, dict[str, Any]]:
    """Keyword arguments of addresses, by what the matrix calls their objects."""
    under_way, held, reader = _started(orne), _started(orne), orne.council.reader
    until = localdate(clock.now()).replace(day=1)
    services.place_hold(
        assessment_id=held.pk,
        until=until.replace(year=until.year + 1),
        ground=HoldGround.PROCEDURE,
        by=lead,
        at=clock.now(),
    )
    sheet = services.write_sheet(
        assessment_id=under_way.pk,
        content=SheetContent("Une situation inventée.", "", "Une question inventée."),
        by=reader.membership,
        keyring=reader.keyring,
        at=clock.now(),
    )
    received = acknowledged(orne.council, transmission_to(make_report(orne), orne.council))
    return {
        "assessment": {"assessment_id": under_way.pk},
        "held_assessment": {"assessment_id": held.pk},
        "assessable": {"transmission_id": received.pk},
        "path_sheet": {"sheet_id": sheet.pk},
    }


def _started(orne: Orne) -> Assessment:
    at, by = clock.now(), orne.council.reader.membership
    new = NewAssessment(key=new_id(), age=Age.DOUBTFUL, child="Une enfant inventée", received_on=localdate(at))
    made = services.start(new=new, by=by, at=at)
    return services.assign(assessment_id=made.pk, to=by, by=by, at=at)
