"""Everything has an end: leads are told before, a hold keeps, and then the content goes with its keys."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.tasks import defer
from maillon.journal.enums import Action
from maillon.protection import rules
from maillon.protection.enums import AssessmentState, HoldGround
from maillon.protection.models import Assessment
from maillon.protection.refusals import WrongHold
from maillon.protection.rights import Ability
from maillon.protection.services.act import Act, act_on, locked
from maillon.protection.services.reading import items_of, sheet_items_of
from maillon.protection.services.sheets import put_away
from maillon.vault import services as vault

_BATCH = 200


@dataclass(frozen=True)
class Kept:
    """How many assessments' leads were told that content will go, and how many contents went."""

    told: int
    erased: int


@transaction.atomic
def place_hold(*, assessment_id: UUID, until: date, ground: HoldGround, by: Membership, at: datetime) -> Assessment:
    """Keeps the content through that day, for a reason; a lead does it. Raises NotAllowed or WrongHold."""
    act = act_on(assessment_id, by, at, Ability.HOLD)
    if not rules.may_hold(until, timezone.localdate(at)):
        raise WrongHold
    act.save(hold_until=until, hold_ground=ground)
    act.line(Action.HOLD_PLACED, reason=ground, details={"until": until.isoformat()})
    return act.finish()


@transaction.atomic
def lift_hold(*, assessment_id: UUID, by: Membership, at: datetime) -> Assessment:
    """Ends a hold; a lead does it. Raises NotAllowed."""
    act = act_on(assessment_id, by, at, Ability.LIFT)
    ground = act.assessment.hold_ground
    act.save(hold_until=None, hold_ground="")
    act.line(Action.HOLD_LIFTED, reason=ground)
    return act.finish()


def erase_expired(*, at: datetime) -> Kept:
    """Destroys what is sealed of ended assessments two years after the last contact; leads know it thirty days before.

    Each in a transaction of its own. Coded facts and dates stay, for the figures; the journal keeps the proof. What is
    not ended is not destroyed: `watch_due` says again and again that it is late.
    """
    today = timezone.localdate(at)
    ended = Assessment.objects.filter(state=AssessmentState.ENDED, erased_at=None)
    ended = ended.filter(last_contact_on__lte=today - _SHORTEST).order_by("last_contact_on")
    done = [_keep(key, at) for key in ended.values_list("pk", flat=True).iterator(_BATCH)]
    return Kept(told=done.count(_TOLD), erased=done.count(_ERASED))


_TOLD, _ERASED = "told", "erased"
# Nothing to look at before: two years, less the notice and a leap day.
_SHORTEST = rules.over_on(date(2027, 1, 1)) - date(2027, 1, 1) - 2 * rules.NOTICE


@transaction.atomic
def _keep(key: UUID, at: datetime) -> str:
    assessment, today = locked(key, skip_locked=True), timezone.localdate(at)
    if assessment is None or assessment.erased_at is not None or today < rules.notice_on(assessment.last_contact_on):
        return ""
    act = Act(assessment, None, at)
    if assessment.erasure_told_on is None:
        act.save(erasure_told_on=today)
        act.line(Action.REMINDED, reason="erasure")
        defer("reports.notify_leads", organisation_id=str(assessment.organisation_id))
        act.finish()
        return _TOLD
    if not rules.is_over(
        last_contact_on=assessment.last_contact_on,
        told_on=assessment.erasure_told_on,
        hold_until=assessment.hold_until,
        today=today,
    ):
        return ""
    _destroy(act)
    return _ERASED


def _destroy(act: Act) -> None:
    assessment = act.assessment
    items = [*items_of(assessment), *sheet_items_of(assessment)]
    put_away(assessment, act.at)
    assessment.writings.all().delete()
    assessment.acts.update(words=None)
    assessment.parents.update(words=None)
    act.save(words=None, erased_at=act.at, erased_items=len(items), hold_until=None, hold_ground="")
    for item in items:
        vault.forget(item=item)
    act.line(Action.ERASED, details={"items": sorted(str(item.pk) for item in items)})
    act.finish()
