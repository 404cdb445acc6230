"""Silence goes on to the next service: reminder, the lead, then whoever the person agreed to as well."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from maillon.base.locking import locked_row
from maillon.base.tasks import defer
from maillon.journal.enums import Action
from maillon.referrals import rules
from maillon.referrals.deadlines import dues_of
from maillon.referrals.enums import LinkEnd, Move, StepState
from maillon.referrals.models import Link, Step
from maillon.referrals.rules import Dues, Silence
from maillon.referrals.services.act import Act, is_gone
from maillon.referrals.services.locking import locked_referral
from maillon.referrals.services.shutting import end

_BATCH = 200
_WAITING = Q(state__in=[*rules.UNANSWERED, StepState.ACCEPTED])
REMINDED, ESCALATED, PASSED_ON, CLOSED = "reminded", "escalated", "passed_on", "closed"


def watch_silence(*, at: datetime) -> dict[str, int]:
    """Looks at every step that waits; says how many were reminded, escalated, passed on, and closed by a service's end.

    Safe to run at any time, twice, or from two workers. Also ends links whose time is over.
    """
    done = dict.fromkeys((REMINDED, ESCALATED, PASSED_ON, CLOSED), 0)
    waiting = Step.objects.filter(_WAITING).order_by("proposed_at")
    for key, referral_id in waiting.values_list("pk", "referral_id").iterator(_BATCH):
        for what in _look(key, referral_id, at):
            done[what] += 1
    for key in Link.objects.filter(ended_at=None, expires_at__lte=at).values_list("pk", flat=True).iterator(_BATCH):
        _end_link(key, at)
    return done


@transaction.atomic
def _look(key: UUID, referral_id: UUID, at: datetime) -> list[str]:
    referral = locked_referral(referral_id, skip_locked=True)
    if referral is None:
        # Somebody is answering just now; the next round looks again.
        return []
    act = Act(referral, None, at)
    step = act.step(key)
    due = dues_of(step)
    if due is None:
        return []
    done = _close(act, step) or _raise(act, step, due)
    if done:
        act.finish()
    return done


def _close(act: Act, step: Step) -> list[str]:
    if not is_gone(step, act.at):
        return []
    act.close(step)
    act.tell_author()
    return [CLOSED]


def _raise(act: Act, step: Step, due: Dues) -> list[str]:
    level = rules.silence(due, act.at)
    if level is Silence.OVER:
        act.move(step, Move.FALL_SILENT, Action.STEP_SILENT)
        act.tell_author()
        return [PASSED_ON]
    done: list[str] = []
    if level >= Silence.REMIND and step.reminded_at is None:
        step.reminded_at = act.at
        act.line(step, Action.REMINDED)
        act.tell_service(step)
        done.append(REMINDED)
    if level >= Silence.LEAD and step.escalated_at is None:
        step.escalated_at = act.at
        act.line(step, Action.ESCALATED)
        _tell_leads(act, step)
        done.append(ESCALATED)
    if done:
        step.save(update_fields=["reminded_at", "escalated_at"])
    return done


def _tell_leads(act: Act, step: Step) -> None:
    # Whoever refers is told too: she may telephone before anything is passed on.
    act.tell_author()
    if step.recipient_id is not None:
        defer("reports.notify_leads", organisation_id=str(step.recipient_id))


@transaction.atomic
def _end_link(key: UUID, at: datetime) -> None:
    link = locked_row(Link.objects.select_related("key_pair").filter(pk=key, ended_at=None), no_key=False)
    if link is not None:
        end(link, LinkEnd.EXPIRED, at)
