"""Everything has an end: reminders first, then destruction with a certificate. And sooner, when she asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.tasks import defer
from maillon.cases import hooks
from maillon.cases.enums import ClosingReason, EntryKind
from maillon.cases.facts import retention
from maillon.cases.models import Case, Certificate, Entry
from maillon.cases.refusals import Held, KeptOpen
from maillon.cases.rights import Ability
from maillon.cases.rules.retention import Days, Reminder, Rule, case_ends_on, entry_ended_by, is_held, may_go, reminder
from maillon.cases.services.act import ENTRY_RELATED, SEALED_TEXTS, Act, act_on_case, locked_case
from maillon.cases.services.destroying import ASKED, destroy_case, destroy_entries
from maillon.journal.enums import Action

_BATCH = 200


@dataclass(frozen=True)
class Erasure:
    """How many whole cases were destroyed, and how many entries of others."""

    cases: int
    entries: int


def remind(*, at: datetime) -> int:
    """Tells who is responsible of cases that come to their end, twice at most; says how many times."""
    ahead = max(retention().reminders)
    keys = _old(timezone.localdate(at) + timedelta(days=ahead)).filter(last_reminder_at=None)
    return sum(_remind(key, at) for key in keys.values_list("pk", flat=True).iterator(_BATCH))


def erase_expired(*, at: datetime) -> Erasure:
    """Destroys cases whose time is over and of which somebody was told, and single entries whose own time is.

    Each case in a transaction of its own. What an upper app keeps open, and what is held, stays.
    """
    old = _old(timezone.localdate(at)).filter(first_reminder_at__isnull=False)
    cases = sum(_erase(key, at) for key in old.values_list("pk", flat=True).iterator(_BATCH))
    return Erasure(cases=cases, entries=sum(_erase_entries(key, at) for key in _with_old_entries(at)))


@transaction.atomic
def erase_asked(*, case_id: UUID, by: Membership, at: datetime) -> Certificate:
    """She asks for erasure (RGPD art. 17): everything sealed goes at once. Raises NotAllowed, Held or KeptOpen."""
    act = act_on_case(case_id, by, at, Ability.ERASE)
    if is_held(act.case.hold_until, act.today):
        raise Held
    reasons = hooks.reasons(case_id)
    if reasons:
        raise KeptOpen(reasons)
    certificate = destroy_case(act, rule=ASKED, ended_as=ClosingReason.HER_CHOICE)
    act.finish()
    return certificate


def _old(on: date) -> QuerySet[Case]:
    months = retention().whole.months
    # At the least 28 days a month; what is nearer is told apart by the calendar, one by one.
    return Case.objects.filter(erased_at=None, last_contact_on__lte=on - timedelta(days=28 * months)).order_by("pk")


@transaction.atomic
def _remind(key: UUID, at: datetime) -> bool:
    case, today = locked_case(key, skip_locked=True), timezone.localdate(at)
    if case is None or case.erased_at is not None or is_held(case.hold_until, today):
        return False
    due = reminder(case_ends_on(case.last_contact_on, retention()), today, retention().reminders)
    if due is Reminder.NONE or (due is Reminder.FIRST and case.first_reminder_at is not None):
        return False
    act = Act(case, None, at)
    if case.first_reminder_at is None:
        case.first_reminder_at = at
    if due is Reminder.LAST:
        case.last_reminder_at = at
    case.save(update_fields=["first_reminder_at", "last_reminder_at"])
    act.line(Action.REMINDED, reason="erasure", details={"reminder": int(due)})
    _tell(case)
    act.finish()
    return True


def _tell(case: Case) -> None:
    responsible = Membership.objects.get(pk=case.responsible_id)
    if responsible.ended_at is None:
        defer("reports.notify_member", member_id=str(responsible.member_id))
    else:
        # Whoever followed her has left: the leads are the ones to hand it over.
        defer("reports.notify_leads", organisation_id=str(case.organisation_id))


@transaction.atomic
def _erase(key: UUID, at: datetime) -> bool:
    case, today = locked_case(key), timezone.localdate(at)
    if case is None or case.erased_at is not None or hooks.reasons(key):
        return False
    reminded = timezone.localdate(case.first_reminder_at) if case.first_reminder_at else None
    ends_on, held, notice = case_ends_on(case.last_contact_on, retention()), case.hold_until, retention().notice
    if not may_go(ends_on, today, reminded_on=reminded, held_until=held, notice=notice):
        return False
    act = Act(case, None, at)
    destroy_case(act, rule=retention().whole.code, ended_as=ClosingReason.LOST_TOUCH)
    act.finish()
    return True


def _with_old_entries(at: datetime) -> Iterable[UUID]:
    soonest = at - timedelta(days=28 * min(rule.months for rule in retention().by_kind))
    kinds = {kind.value for rule in retention().by_kind for kind in rule.kinds}
    old = Entry.objects.filter(erased_at=None, kind__in=kinds, written_at__lte=soonest)
    old = old.filter(Q(item__isnull=False) | Q(document__file__isnull=False), case__erased_at=None)
    return old.order_by("case_id").values_list("case_id", flat=True).distinct().iterator(_BATCH)


@transaction.atomic
def _erase_entries(key: UUID, at: datetime) -> int:
    case, today = locked_case(key), timezone.localdate(at)
    if case is None or case.erased_at is not None or is_held(case.hold_until, today):
        return 0
    over: dict[Rule, list[Entry]] = {}
    entries = case.entries.filter(erased_at=None).select_related("replaced_by", *ENTRY_RELATED).defer(*SEALED_TEXTS)
    for entry in entries:
        rule = entry_ended_by(EntryKind(entry.kind), _days(entry, case), today, retention().by_kind)
        if rule is not None and (entry.item is not None or hasattr(entry, "document")):
            over.setdefault(rule, []).append(entry)
    act = Act(case, None, at)
    for rule, found in over.items():
        destroy_entries(act, found, rule=rule.code)
    act.finish()
    return sum(map(len, over.values()))


def _days(entry: Entry, case: Case) -> Days:
    later = getattr(entry, "replaced_by", None)
    return Days(
        happened=timezone.localdate(entry.happened_at),
        replaced=timezone.localdate(later.written_at) if later else None,
        closed=timezone.localdate(case.closed_at) if case.closed_at else None,
    )
