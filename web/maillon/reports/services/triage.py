"""Sorting what stands « à trier »: in waves, by people, and never for good while the content is kept."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.tasks import defer
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record, record_many
from maillon.reports import rules
from maillon.reports.enums import Outcome, Sorting, State
from maillon.reports.models import Transmission
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability, on_transmission
from maillon.reports.services.locking import locked


@transaction.atomic
def release(*, transmission_ids: Collection[UUID], by: Membership, at: datetime) -> list[Transmission]:
    """Puts what was held back into the ordinary inbox, where its clocks run from now on; returns what it moved.

    What somebody else has sorted meanwhile is passed over. Raises NotAllowed when nothing of it is there to sort.
    """
    wave = _wave(transmission_ids, by, Ability.RELEASE)
    for transmission in wave:
        _into_the_inbox(transmission, at)
    defer("reports.notify_organisation", organisation_id=str(by.organisation_id))
    record_many([_line(item, Action.RELEASED, by, at) for item in wave])
    return wave


@transaction.atomic
def set_aside(*, transmission_ids: Collection[UUID], by: Membership, at: datetime) -> list[Transmission]:
    """Closes what was held back as abuse; returns what it closed. `restore` undoes it while the content is kept.

    What somebody else has sorted meanwhile is passed over. Raises NotAllowed when nothing of it is there to sort.
    """
    wave = _wave(transmission_ids, by, Ability.SET_ASIDE)
    for transmission in wave:
        transmission.state = rules.SORTING.after(State(transmission.state), Sorting.SET_ASIDE)
        transmission.outcome, transmission.closed_at, transmission.held_at = Outcome.ABUSE, at, None
        transmission.save(update_fields=["state", "outcome", "closed_at", "held_at"])
    record_many([_line(item, Action.SET_ASIDE, by, at) for item in wave])
    return wave


@transaction.atomic
def restore(*, transmission_id: UUID, by: Membership, at: datetime) -> Transmission:
    """Takes back that it was abuse: it arrives in the ordinary inbox, and its clocks begin. Raises NotAllowed."""
    transmission = locked(transmission_id, by, Ability.RESTORE)
    transmission.state = rules.SORTING.after(State(transmission.state), Sorting.RESTORE)
    transmission.outcome, transmission.closed_at = "", None
    transmission.save(update_fields=["state", "outcome", "closed_at"])
    _into_the_inbox(transmission, at)
    record(by=by, at=at, action=Action.RESTORED, subject_kind="transmission", subject_id=transmission.id)
    return transmission


def escalate_held(*, at: datetime) -> int:
    """Tells the leads of what nobody has sorted in time, once for each; returns how many."""
    waiting = Transmission.objects.filter(held_at__isnull=False, escalated_at=None)
    return sum(_escalate(key, at) for key in waiting.order_by("held_at").values_list("pk", flat=True).iterator(200))


@transaction.atomic
def _escalate(key: UUID, at: datetime) -> bool:
    query = Transmission.objects.select_related("report").select_for_update(of=("self",), skip_locked=True)
    transmission = query.filter(pk=key, held_at__isnull=False, escalated_at=None).first()
    if transmission is None or transmission.held_at is None:
        return False
    if at < rules.sort_by(transmission.held_at, danger=bool(transmission.report.facts.get("danger"))):
        return False
    transmission.escalated_at = at
    transmission.save(update_fields=["escalated_at"])
    defer("reports.notify_leads", organisation_id=str(transmission.recipient_id))
    record(
        by=None,
        at=at,
        action=Action.ESCALATED,
        subject_kind="transmission",
        subject_id=transmission.id,
        recipient_organisation_id=transmission.recipient_id,
        reason="sort",
    )
    return True


def _wave(transmission_ids: Collection[UUID], by: Membership, ability: Ability) -> list[Transmission]:
    query = Transmission.objects.select_related("report").select_for_update(of=("self",))
    # In one order, so that two waves that overlap wait for one another and never in a ring.
    found = query.filter(pk__in=transmission_ids, recipient_id=by.organisation_id).order_by("pk")
    wave = [item for item in found if ability in on_transmission(by, item)]
    if not wave:
        raise NotAllowed
    return wave


def _into_the_inbox(transmission: Transmission, at: datetime) -> None:
    facts = transmission.report.facts
    transmission.held_at, transmission.released_at = None, at
    transmission.acknowledge_by = rules.acknowledge_by(
        at, danger=bool(facts.get("danger")), minor=rules.is_minor(facts)
    )
    # Silence is counted anew: nobody was expected to answer before.
    transmission.reminded_at = transmission.escalated_at = transmission.counted_at = None
    transmission.save(
        update_fields=["held_at", "released_at", "acknowledge_by", "reminded_at", "escalated_at", "counted_at"]
    )


def _line(transmission: Transmission, action: Action, by: Membership, at: datetime) -> Entry:
    return Entry(by=by, at=at, action=action, subject_kind="transmission", subject_id=transmission.id)
