"""What recipients do, in one line each, for tests that are about something else."""

import datetime as dt
from typing import Any

from maillon.guidance.enums import Ground
from maillon.reports import services
from maillon.reports.models import Transmission
from maillon.reports.services import OpenedReport
from tests.reports.factories import AT, House, Person

MINUTE = dt.timedelta(minutes=1)


def open_as(person: Person, transmission: Transmission, *, at: dt.datetime = AT) -> OpenedReport:
    """The content, as this person opens it."""
    return services.open_transmission(
        transmission_id=transmission.id, by=person.membership, keyring=person.keyring, at=at, reason="handling"
    )[1]


def acknowledged(house: House, transmission: Transmission, *, at: dt.datetime = AT) -> Transmission:
    """Opened and acknowledged by the house's first reader."""
    open_as(house.reader, transmission, at=at)
    return services.acknowledge(transmission_id=transmission.id, by=house.reader.membership, at=at)


def in_hand(house: House, transmission: Transmission, *, at: dt.datetime = AT) -> Transmission:
    """Taken in hand by the house's first reader."""
    acknowledged(house, transmission, at=at)
    return services.take(transmission_id=transmission.id, by=house.reader.membership, at=at)


def transferred(
    house: House, transmission: Transmission, to: House, ground: Ground, *, at: dt.datetime = AT
) -> Transmission:
    """The new transmission at `to`; the old one must be acknowledged."""
    return services.transfer(
        transmission_id=transmission.id,
        recipient=to.organisation,
        ground=ground,
        by=house.reader.membership,
        keyring=house.reader.keyring,
        at=at,
    )


def act(service: Any, house: House, transmission: Transmission, *, at: dt.datetime = AT, **more: Any) -> Any:
    """Calls a service on the transmission in the name of the house's first reader."""
    return service(transmission_id=transmission.id, by=house.reader.membership, at=at, **more)
