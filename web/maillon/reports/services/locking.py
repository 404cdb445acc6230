"""Reading a transmission in order to change it."""

from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.base.locking import locked_row
from maillon.reports.enums import Move, State
from maillon.reports.models import Transmission
from maillon.reports.refusals import NotAllowed, StillElsewhere
from maillon.reports.rights import Ability, of_the_person, on_transmission
from maillon.reports.rules import OPEN_STATES, TRANSMISSION


def locked(transmission_id: UUID, by: Membership, ability: Ability) -> Transmission:
    """The transmission, locked until the caller's transaction ends.

    Raises NotAllowed when it does not exist or `by` lacks the ability: an outsider can't tell the two apart.
    """
    query = Transmission.objects.select_related("report__author", "report__code_key", "recipient")
    transmission = locked_row(query.filter(pk=transmission_id), no_key=False)
    if transmission is None or ability not in on_transmission(by, transmission):
        raise NotAllowed
    return transmission


def locked_for_code(transmission_id: UUID, key_pair_id: UUID, ability: Ability) -> Transmission:
    """The same for the person whose code has this key pair. Raises NotAllowed as `locked` does."""
    query = Transmission.objects.select_related("report__author", "report__code_key", "recipient")
    own = query.filter(pk=transmission_id, report__code_key_id=key_pair_id)
    transmission = locked_row(own, no_key=False)
    if transmission is None or ability not in of_the_person(transmission):
        raise NotAllowed
    return transmission


def move(transmission: Transmission, action: Move) -> None:
    """Sets the state that the declared table gives. Raises IllegalTransition when there is none."""
    transmission.state = TRANSMISSION.after(State(transmission.state), action)


def date_opening(transmission: Transmission, at: datetime) -> None:
    """Writes down that the recipient has seen something of it, unless that is known already."""
    if transmission.opened_at is None:
        Transmission.objects.filter(pk=transmission.pk, opened_at=None).update(opened_at=at)
        transmission.opened_at = at


def must_not_be_elsewhere(transmission: Transmission) -> None:
    """Raises StillElsewhere while an organisation that it was transferred to has it in hand."""
    if transmission.transfers.filter(state__in=OPEN_STATES).exists():
        raise StillElsewhere
