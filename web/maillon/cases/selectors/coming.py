"""What comes next in cases, and to whom they may be shared or handed over. Nothing here opens anything."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.accounts.selectors import members_of
from maillon.cases.enums import ActionState, AppointmentState, CorrectionState
from maillon.cases.models import Action, Appointment, Case, Correction
from maillon.cases.rules.entitled import RECEIVING
from maillon.directory.models import Organisation
from maillon.vault.selectors import has_key, holders


@dataclass(frozen=True)
class Coming:
    """The next of each, where there is one: `appointment` not settled yet, even if its moment has passed."""

    appointment: datetime | None = None
    action: date | None = None
    correction: date | None = None


def coming(case_ids: Collection[UUID]) -> dict[UUID, Coming]:
    """The earliest of each that waits, by case. Three queries, for a page of the list."""
    appointments = Appointment.objects.filter(entry__case__in=case_ids, state=AppointmentState.PLANNED)
    actions = Action.objects.filter(entry__case__in=case_ids, state=ActionState.PLANNED, due_on__isnull=False)
    corrections = Correction.objects.filter(entry__case__in=case_ids, state=CorrectionState.ASKED)
    first_meeting, first_due = _first(appointments, "starts_at"), _first(actions, "due_on")
    first_answer = _first(corrections, "due_on")
    return {key: Coming(first_meeting.get(key), first_due.get(key), first_answer.get(key)) for key in case_ids}


def _first(waiting: QuerySet[Any], moment: str) -> dict[UUID, Any]:
    """The earliest of each case. The database picks: a page of long cases would else be hundreds of rows."""
    first = waiting.order_by("entry__case_id", moment).distinct("entry__case_id")
    return dict(first.values_list("entry__case_id", moment))


def successors(case: Case) -> list[Membership]:
    """The members of its organisation who could follow her: they read, hold the key, and do not follow her already."""
    held = holders(case.organisation_id)
    members = members_of(case.organisation)
    return [one for one in members if one.role_enum.reads and one.member_id in held and one.pk != case.responsible_id]


def colleagues(case: Case) -> list[Membership]:
    """The members of its organisation who see nothing of it unless it is shared with them. A lead sees it already."""
    seeing = {case.responsible_id, case.replacement_id}
    members = members_of(case.organisation)
    return [one for one in members if one.role_enum.reports and one.role != Role.LEAD and one.pk not in seeing]


def receivers(case: Case) -> list[Organisation]:
    """The organisations that may be given a part of it, or take it over, by name."""
    kinds = [kind.value for kind in RECEIVING]
    others = Organisation.objects.filter(is_active=True, kind__in=kinds).exclude(pk=case.organisation_id)
    readable = has_key(others.values_list("pk", flat=True))
    return [one for one in others.order_by("name") if one.pk in readable]
