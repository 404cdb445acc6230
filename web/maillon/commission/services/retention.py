"""Everything has an end: what is sealed of a meeting goes with the files it spoke of; dates and senses stay."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from maillon.commission import rules
from maillon.commission.enums import Kind
from maillon.commission.models import Dissent, Opinion, Session
from maillon.commission.services.locking import line, locked_session
from maillon.journal.enums import Action
from maillon.journal.services import record_many
from maillon.vault import services as vault
from maillon.vault.models import SealedItem

_BATCH = 200


def erase_expired(*, at: datetime) -> int:
    """Destroys minutes, reasons and disagreements of meetings whose time is over, each in a transaction of its own.

    On requests and on minors' sheets: two years after the meeting, and not before every file or sheet it spoke of was
    destroyed: a hold on one of them holds the minutes too. On policy: five years after. Says of how many meetings.
    """
    old = Session.objects.filter(erased_at=None, ended_at__lte=at - min(rules.FILES_LIFE, rules.POLICY_LIFE))
    return sum(_erase(key, at) for key in old.order_by("pk").values_list("pk", flat=True).iterator(_BATCH))


@transaction.atomic
def _erase(key: UUID, at: datetime) -> bool:
    session = locked_session(key)
    if session is None or session.erased_at is not None or not _is_over(session, at):
        return False
    items = _items(session)
    minutes, session.minutes, session.erased_at = session.minutes, None, at
    session.save(update_fields=["minutes", "erased_at"])
    Opinion.objects.filter(item__session=session).update(words=None)
    Dissent.objects.filter(opinion__item__session=session).update(words=None)
    if minutes is not None:
        items.append(minutes)
    for item in items:
        vault.forget(item=item)
    details: dict[str, object] = {"items": sorted(str(item.pk) for item in items)}
    record_many([line(session, Action.ERASED, None, at, details=details)])
    return True


def _is_over(session: Session, at: datetime) -> bool:
    if session.ended_at is None:
        return False
    spoke = session.items.filter(Q(request__isnull=False) | Q(sheet__isnull=False))
    if session.kind != Kind.INDIVIDUAL and not spoke.exists():
        return at - session.ended_at >= rules.POLICY_LIFE
    kept = spoke.filter(Q(request__path__erased_at=None, request__isnull=False) | Q(sheet__item__isnull=False))
    return at - session.ended_at >= rules.FILES_LIFE and not kept.exists()


def _items(session: Session) -> list[SealedItem]:
    opinions = Opinion.objects.filter(item__session=session).select_related("words")
    dissents = Dissent.objects.filter(opinion__item__session=session).select_related("words")
    sealed = [one.words for one in opinions] + [one.words for one in dissents]
    return [item for item in sealed if item is not None]
