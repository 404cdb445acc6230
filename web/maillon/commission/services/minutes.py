"""Minutes: drawn once from what was noted, sealed to the préfecture and to who sits at such meetings."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.commission import rules
from maillon.commission.content import Minutes
from maillon.commission.enums import Kind, Move, Sealed, State
from maillon.commission.models import Session
from maillon.commission.refusals import Erased, NotAllowed
from maillon.commission.rights import Ability, is_secretary, on_session
from maillon.commission.selectors import mandates_on, place_at
from maillon.commission.services.locking import line, to_act_on
from maillon.commission.services.writing import written
from maillon.journal.enums import Action
from maillon.journal.services import record_many
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring
from maillon.vault.selectors import current_keys

_REASON = "minutes"


@transaction.atomic
def look_at_minutes(*, session_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> Minutes:
    """What the minutes will say, for the secretary to read before they are drawn. Journalled.

    Raises NotAllowed, or CannotOpen without the préfecture's key.
    """
    session, _place = to_act_on(session_id, by, at, Ability.MINUTE)
    return written(session, by=by, keyring=keyring, at=at, reason=_REASON)


@transaction.atomic
def draw_minutes(
    *, session_id: UUID, draw: Callable[[Minutes], bytes], by: Membership, keyring: Keyring, at: datetime
) -> Session:
    """Draws the minutes and seals them, for good: to the préfecture, and to each member whose seat such a meeting has.

    `draw` makes the document (PDF/UA) of what was noted; nothing else goes into it. Members are told that something
    waits. Raises NotAllowed or CannotOpen.
    """
    session, _place = to_act_on(session_id, by, at, Ability.MINUTE)
    document = draw(written(session, by=by, keyring=keyring, at=at, reason=_REASON))
    session.state, session.minuted_at = rules.MEETING.after(State(session.state), Move.MINUTE), at
    session.minutes = vault.seal(
        plaintext=document,
        kind=Sealed.MINUTES,
        subject_id=session.pk,
        organisations=[session.commission.prefecture_id],
        members=_readers(session, at),
        at=at,
    )
    session.save(update_fields=["state", "minuted_at", "minutes"])
    record_many([line(session, Action.MINUTES_MADE, by, at)])
    return session


def _readers(session: Session, at: datetime) -> list[UUID]:
    """The members who sit at such meetings, on the day of this one and still today; each with a key of her own."""
    today = mandates_on(session.commission_id, timezone.localdate(at))
    held = mandates_on(session.commission_id, timezone.localdate(session.held_at)).values("pk")
    entitled = {
        mandate.membership.member_id
        for mandate in today.filter(pk__in=held)
        if rules.may_attend(mandate.seat.in_quality, Kind(session.kind))
    }
    return sorted(current_keys(members=entitled))


@transaction.atomic
def read_minutes(*, session_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> bytes:
    """The sealed document, for the secretary or a member it was sealed to. Journalled.

    Raises NotAllowed, Erased, or CannotOpen for who was named after they were drawn.
    """
    session = Session.objects.select_related("commission", "minutes").filter(pk=session_id).first()
    if session is None:
        raise NotAllowed
    place = place_at(session, by, timezone.localdate(at))
    if Ability.READ_MINUTES not in on_session(by, session, place):
        if session.erased_at is not None and Ability.SEE in on_session(by, session, place):
            raise Erased
        raise NotAllowed
    assert session.minutes is not None
    through = session.commission.prefecture_id if is_secretary(by, session.commission) else None
    document = vault.open_item(
        item=session.minutes, keyring=keyring, organisation_id=through, by=by, at=at, reason=_REASON
    )
    record_many([line(session, Action.OPENED, by, at, reason=_REASON)])
    return document
