"""The transmission that a request is about, if its reader may know of it."""

from uuid import UUID

from django.http import Http404

from maillon.accounts.http import MemberRequest
from maillon.reports import selectors
from maillon.reports.models import Transmission
from maillon.reports.rights import Ability, on_transmission


def found(request: MemberRequest, transmission_id: UUID, ability: Ability = Ability.SEE) -> Transmission:
    """The transmission. Raises Http404 without the ability, as if it did not exist."""
    transmission = selectors.transmission(transmission_id)
    if transmission is None or ability not in on_transmission(request.membership, transmission):
        raise Http404
    return transmission
