"""Reading a transmission in order to change it."""

from uuid import UUID

from maillon.accounts.models import Membership
from maillon.reports.enums import Move, State
from maillon.reports.models import Transmission
from maillon.reports.refusals import NotAllowed, StillElsewhere
from maillon.reports.rights import Ability, on_transmission
from maillon.reports.rules import OPEN_STATES, TRANSMISSION


def locked(transmission_id: UUID, by: Membership, ability: Ability) -> Transmission:
    """The transmission, locked until the caller's transaction ends.

    Raises NotAllowed when it does not exist or `by` lacks the ability: an outsider can't tell the two apart.
    """
    query = Transmission.objects.select_related("report__author", "recipient").select_for_update(of=("self",))
    transmission = query.filter(pk=transmission_id).first()
    if transmission is None or ability not in on_transmission(by, transmission):
        raise NotAllowed
    return transmission


def move(transmission: Transmission, action: Move) -> None:
    """Sets the state that the declared table gives. Raises IllegalTransition when there is none."""
    transmission.state = TRANSMISSION.after(State(transmission.state), action)


def must_not_be_elsewhere(transmission: Transmission) -> None:
    """Raises StillElsewhere while an organisation that it was transferred to has it in hand."""
    if transmission.transfers.filter(state__in=OPEN_STATES).exists():
        raise StillElsewhere
