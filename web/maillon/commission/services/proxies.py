"""Who speaks for whom at a meeting (CRPA R133-9)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.commission import rules
from maillon.commission.facts import value
from maillon.commission.models import Proxy
from maillon.commission.refusals import NotAllowed, WrongProxy
from maillon.commission.rights import Ability, on_session
from maillon.commission.selectors import table_of
from maillon.commission.services.locking import to_act_on
from maillon.guidance.dated import Unit


@transaction.atomic
def give_proxy(*, session_id: UUID, giver_id: UUID, holder_id: UUID, by: Membership, at: datetime) -> Proxy:
    """Notes that the seat `holder_id` speaks for the seat `giver_id`: by who sits on that, or by the secretary.

    Raises NotAllowed or WrongProxy.
    """
    session, place = to_act_on(session_id, by, at, Ability.GIVE_PROXY, Ability.NOTE_PROXY)
    own = place is not None and place.mandate.seat_id == giver_id
    if not own and Ability.NOTE_PROXY not in on_session(by, session, place):
        raise NotAllowed
    table = table_of(session)
    if not rules.may_give(
        giver_id,
        holder_id,
        given=table.proxies,
        sitting=[seat.pk for seat in table.seats],
        present=table.present,
        per_member=value("proxies", Unit.MEMBERS),
    ):
        raise WrongProxy
    return Proxy.objects.create(
        id=new_id(), session=session, giver_id=giver_id, holder_id=holder_id, given_at=at, noted_by=by
    )


@transaction.atomic
def take_proxy_back(*, session_id: UUID, giver_id: UUID, by: Membership, at: datetime) -> None:
    """The giver comes after all, or gives it to another. Raises NotAllowed."""
    session, place = to_act_on(session_id, by, at, Ability.GIVE_PROXY, Ability.NOTE_PROXY)
    own = place is not None and place.mandate.seat_id == giver_id
    if not own and Ability.NOTE_PROXY not in on_session(by, session, place):
        raise NotAllowed
    Proxy.objects.filter(session=session, giver_id=giver_id).delete()
