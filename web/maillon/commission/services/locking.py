"""Reading a meeting in order to change it: every change locks it first, so that no two meet at one table."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.locking import locked_row
from maillon.commission.enums import State
from maillon.commission.models import AgendaItem, Session
from maillon.commission.refusals import NotAllowed
from maillon.commission.rights import Ability, on_item, on_session
from maillon.commission.selectors import Place, place_at
from maillon.journal.enums import Action
from maillon.journal.services import Entry


def locked_session(key: UUID) -> Session | None:
    """The meeting, locked until the caller's transaction ends; None when there is none."""
    return locked_row(Session.objects.select_related("commission", "minutes").filter(pk=key))


def to_act_on(session_id: UUID, by: Membership, at: datetime, *abilities: Ability) -> tuple[Session, Place | None]:
    """A locked meeting with the place of `by` there. Raises NotAllowed when she has none of the abilities."""
    session = locked_session(session_id)
    if session is None:
        raise NotAllowed
    place = place_at(session, by, timezone.localdate(at))
    if not set(abilities) & on_session(by, session, place):
        raise NotAllowed
    return session, place


def to_act_on_item(
    item_id: UUID, by: Membership, at: datetime, *abilities: Ability
) -> tuple[Session, AgendaItem, Place | None]:
    """One point of a locked meeting. Raises NotAllowed when `by` has none of the abilities there."""
    session_id = AgendaItem.objects.filter(pk=item_id).values_list("session_id", flat=True).first()
    session = locked_session(session_id) if session_id is not None else None
    if session is None:
        raise NotAllowed
    item = AgendaItem.objects.select_related("request__path", "sheet").get(pk=item_id)
    item.session = session
    place = place_at(session, by, timezone.localdate(at))
    if not set(abilities) & on_item(by, item, place):
        raise NotAllowed
    return session, item, place


def line(
    session: Session,
    action: Action,
    by: Membership | None,
    at: datetime,
    *,
    reason: str = "",
    details: dict[str, object] | None = None,
) -> Entry:
    """A journal line about a meeting."""
    return Entry(
        by=by,
        at=at,
        action=action,
        subject_kind="commission_session",
        subject_id=session.pk,
        reason=reason,
        details=details,
    )


def is_open(session: Session) -> bool:
    """Whether the meeting is under way."""
    return State(session.state) is State.OPEN
