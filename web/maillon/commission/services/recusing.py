"""Who is kept from a point: neither her voice nor the file, and no proxy of hers."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.commission.enums import Kind, RecusalReason
from maillon.commission.models import Attendance, Recusal, Seat
from maillon.commission.refusals import NotAllowed
from maillon.commission.rights import Ability, on_item
from maillon.commission.rules import may_attend
from maillon.commission.services.files import take_back
from maillon.commission.services.locking import is_open, line, to_act_on_item
from maillon.commission.services.opining import withdraw_opinion
from maillon.journal.enums import Action
from maillon.journal.services import record_many


@transaction.atomic
def recuse(*, item_id: UUID, seat_id: UUID, reason: RecusalReason, by: Membership, at: datetime) -> Recusal:
    """Keeps a seat from a point: by who sits there, or by the secretary. Its file shuts for her at once.

    An opinion that was noted already falls, since she took part in it. Noting it twice is noting it once. There is no
    way back: who said that she has an interest does not deliberate. Raises NotAllowed.
    """
    session, item, place = to_act_on_item(item_id, by, at, Ability.RECUSE, Ability.NOTE_RECUSAL)
    seat = Seat.objects.filter(pk=seat_id, commission=session.commission_id, ended_at=None).first()
    own = place is not None and place.mandate.seat_id == seat_id
    if seat is None or not (own or Ability.NOTE_RECUSAL in on_item(by, item, place)):
        raise NotAllowed
    if not may_attend(seat.in_quality, Kind(session.kind)):
        raise NotAllowed
    recusal, is_new = Recusal.objects.get_or_create(
        item=item, seat=seat, defaults={"id": new_id(), "reason": reason, "noted_at": at, "noted_by": by}
    )
    if is_new and is_open(session):
        there = Attendance.objects.filter(session=session, seat=seat).select_related("mandate__membership")
        keys = take_back(session, [one.mandate.membership.member_id for one in there], [item], by=by, at=at)
        withdraw_opinion(item)
        details: dict[str, object] = {"item": str(item.pk), "seat": str(seat.pk), "keys": keys}
        record_many([line(session, Action.SESSION_CLOSED, by, at, reason="recused", details=details)])
    return recusal
