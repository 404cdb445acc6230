"""Closing, opening again, and keeping content past its time for a procedure."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from maillon.accounts.models import Membership
from maillon.cases import hooks, rules
from maillon.cases.content import Piece
from maillon.cases.enums import CaseMove, CaseState, ClosingReason, EntryKind, HoldGround
from maillon.cases.models import Case, Referred
from maillon.cases.refusals import AlreadyEnded, KeptOpen, NotAllowed, WrongMoment
from maillon.cases.rights import Ability
from maillon.cases.services.act import act_on_case
from maillon.cases.services.sharing import end_all_shares
from maillon.journal.enums import Action
from maillon.referrals.models import Referral
from maillon.referrals.rules import ENDED

# A hold is looked at again at least once a year.
LONGEST_HOLD = timedelta(days=366)


@transaction.atomic
def close(*, case_id: UUID, reason: ClosingReason, by: Membership, at: datetime, text: str = "") -> Case:
    """Ends the case; shares end with it. She may always come back: `reopen`.

    Raises NotAllowed, or KeptOpen with what is still under way.
    """
    act = act_on_case(case_id, by, at, Ability.CLOSE)
    reasons = kept_open_by(act.case)
    if reasons:
        raise KeptOpen(reasons)
    if text.strip():
        act.write(EntryKind.ENDING, Piece(text=text.strip()))
    case = act.case
    case.state = rules.CASE.after(CaseState(case.state), CaseMove.CLOSE)
    case.closed_at, case.closing_reason = at, reason
    case.save(update_fields=["state", "closed_at", "closing_reason"])
    end_all_shares(act)
    act.line(Action.CLOSED, reason=reason)
    act.finish()
    return case


@transaction.atomic
def reopen(*, case_id: UUID, by: Membership, at: datetime) -> Case:
    """She is back. Raises NotAllowed."""
    act = act_on_case(case_id, by, at, Ability.REOPEN)
    case = act.case
    case.state = rules.CASE.after(CaseState(case.state), CaseMove.REOPEN)
    case.closed_at, case.closing_reason = None, ""
    case.save(update_fields=["state", "closed_at", "closing_reason"])
    act.touched(act.today)
    act.line(Action.CASE_REOPENED)
    act.finish()
    return case


@transaction.atomic
def hold(*, case_id: UUID, until: date, ground: HoldGround, by: Membership, at: datetime) -> Case:
    """Nothing of it is erased up to the end of this day, a year away at most. Raises NotAllowed or WrongMoment."""
    act = act_on_case(case_id, by, at, Ability.HOLD)
    if not act.today < until <= act.today + LONGEST_HOLD:
        raise WrongMoment
    act.case.hold_until, act.case.hold_ground = until, ground
    act.case.save(update_fields=["hold_until", "hold_ground"])
    act.line(Action.HOLD_PLACED, reason=ground, details={"until": until.isoformat()})
    act.finish()
    return act.case


@transaction.atomic
def lift(*, case_id: UUID, by: Membership, at: datetime) -> Case:
    """The ordinary time holds again. Raises NotAllowed, or AlreadyEnded where nothing is held."""
    act = act_on_case(case_id, by, at, Ability.HOLD)
    if act.case.hold_until is None:
        raise AlreadyEnded
    act.case.hold_until, act.case.hold_ground = None, ""
    act.case.save(update_fields=["hold_until", "hold_ground"])
    act.line(Action.HOLD_LIFTED)
    act.finish()
    return act.case


@transaction.atomic
def attach_referral(*, case_id: UUID, referral_id: UUID, by: Membership, at: datetime) -> Referred:
    """Ties a referral that the organisation made to the case: what becomes of it stands in the timeline.

    Twice is once. Raises NotAllowed for a referral of another organisation, of a minor, or tied to another case.
    """
    act = act_on_case(case_id, by, at, Ability.WRITE)
    referral = Referral.objects.filter(pk=referral_id, organisation_id=act.case.organisation_id, minor=False).first()
    if referral is None:
        raise NotAllowed
    tied, new = Referred.objects.get_or_create(referral=referral, defaults={"case": act.case, "referred_at": at})
    if tied.case_id != act.case.pk:
        raise NotAllowed
    if new:
        act.line(Action.REFERRED, details={"referral": str(referral_id)})
    act.finish()
    return tied


def kept_open_by(case: Case) -> list[str]:
    """What is under way and must end before the case does, in words for the worker."""
    reasons = hooks.reasons(case.pk)
    if case.referred.exclude(referral__state__in=ENDED).exists():
        reasons.insert(0, _("Une orientation attend encore une réponse."))
    return reasons
