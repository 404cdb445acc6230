"""The approval of an association: asked for, completed, decided by the préfet or by his silence."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.base.locking import locked_row
from maillon.base.tasks import defer
from maillon.directory import services as directory
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.exits import rules
from maillon.exits.enums import ApprovalMove, ApprovalState
from maillon.exits.models import Approval
from maillon.exits.refusals import AlreadyOpen, NoDepartement, NoPrefecture, NotAllowed, TooLate, WrongDay
from maillon.exits.rights import Ability, may_ask_approval, on_approval
from maillon.exits.rules import Asked
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.territories.models import Departement

_WEEK = timedelta(days=7)


@transaction.atomic
def ask_approval(
    *, prefecture_id: UUID, departements: Collection[str], asked_on: date, by: Membership, at: datetime
) -> Approval:
    """Notes that the association asked the préfet of its seat for an approval, for these départements (codes).

    Raises NotAllowed (only a lead of an association may), NoPrefecture, NoDepartement, WrongDay for a day to come, or
    AlreadyOpen while another one waits.
    """
    if not may_ask_approval(by):
        raise NotAllowed
    prefecture = Organisation.objects.filter(pk=prefecture_id, kind=OrganisationKind.PREFECTURE, is_active=True).first()
    if prefecture is None:
        raise NoPrefecture
    named = list(Departement.objects.filter(pk__in=list(departements)))
    if not named or len(named) != len(set(departements)):
        raise NoDepartement
    if asked_on > timezone.localdate(at):
        raise WrongDay
    Organisation.objects.select_for_update(of=("self",), no_key=True).get(pk=by.organisation_id)
    if Approval.objects.filter(association=by.organisation_id, state__in=rules.WAITING_APPROVALS).exists():
        raise AlreadyOpen
    approval = Approval.objects.create(
        id=new_id(), association=by.organisation, prefecture=prefecture, asked_on=asked_on, asked_by=by
    )
    approval.departements.set(named)
    _tell(approval.prefecture_id)
    _record(approval, by, at, Action.APPROVAL_ASKED)
    return approval


@transaction.atomic
def claim_papers(*, approval_id: UUID, claimed_on: date, by: Membership, at: datetime) -> Approval:
    """The préfet says that a paper is missing. Raises NotAllowed, WrongDay, or TooLate after two months."""
    approval = _locked(approval_id, by, Ability.CLAIM)
    _check_day(claimed_on, approval.supplied_on or approval.asked_on, at)
    if not rules.may_claim(asked_of(approval), claimed_on):
        raise TooLate
    approval.claimed_on, approval.supplied_on = claimed_on, None
    return _move(approval, ApprovalMove.CLAIM, by, at, tell=approval.association_id)


@transaction.atomic
def supply_papers(*, approval_id: UUID, supplied_on: date, by: Membership, at: datetime) -> Approval:
    """The association gave what was missing. Raises NotAllowed or WrongDay."""
    approval = _locked(approval_id, by, Ability.SUPPLY)
    assert approval.claimed_on is not None
    _check_day(supplied_on, approval.claimed_on, at)
    approval.supplied_on = supplied_on
    return _move(approval, ApprovalMove.SUPPLY, by, at, tell=approval.prefecture_id)


@transaction.atomic
def complete_approval(*, approval_id: UUID, complete_on: date, by: Membership, at: datetime) -> Approval:
    """The préfet says that nothing is missing: the four months run from that day. Raises NotAllowed or WrongDay."""
    approval = _locked(approval_id, by, Ability.COMPLETE)
    _check_day(complete_on, approval.supplied_on or approval.asked_on, at)
    approval.complete_on = complete_on
    return _move(approval, ApprovalMove.COMPLETE, by, at, tell=approval.association_id)


@transaction.atomic
def decide_approval(
    *, approval_id: UUID, granted: bool, decided_on: date, by: Membership, at: datetime, from_on: date | None = None
) -> Approval:
    """The préfet decides; granted, it lasts three years from `from_on`, or from the day of the decision.

    Raises NotAllowed, or WrongDay for a decision to come or before the request, or a first day before the decision.
    """
    approval = _locked(approval_id, by, Ability.DECIDE)
    _check_day(decided_on, approval.asked_on, at)
    start = from_on or decided_on
    if start < decided_on:
        raise WrongDay
    approval.decided_on, approval.decided_by = decided_on, by
    if granted:
        _approve(approval, start, by, at)
    move = ApprovalMove.GRANT if granted else ApprovalMove.REFUSE
    return _move(approval, move, by, at, tell=approval.association_id)


@transaction.atomic
def withdraw_approval(*, approval_id: UUID, withdrawn_on: date, by: Membership, at: datetime) -> Approval:
    """The préfet takes it back: nothing new can be asked of him. Paths go on. Raises NotAllowed or WrongDay."""
    approval = _locked(approval_id, by, Ability.WITHDRAW)
    assert approval.decided_on is not None
    _check_day(withdrawn_on, approval.decided_on, at)
    approval.withdrawn_on = withdrawn_on
    directory.record_psp_approval(approval.association_id, None, by=by, at=at)
    return _move(approval, ApprovalMove.WITHDRAW, by, at, tell=approval.association_id)


def watch_approvals(*, at: datetime) -> int:
    """Notes the approvals that four months of silence have made, and says how many. Safe to run twice.

    Also tells the directory of those that have begun, today or in the week before.
    """
    waiting = Approval.objects.filter(state__in=[ApprovalState.ASKED, ApprovalState.COMPLETE])
    silent = sum(_fall_silent(key, at) for key in waiting.order_by("asked_on").values_list("pk", flat=True))
    today = timezone.localdate(at)
    begun = Approval.objects.filter(state__in=rules.APPROVED, from_on__range=(today - _WEEK, today))
    for association_id, start in begun.order_by("from_on").values_list("association_id", "from_on"):
        directory.record_psp_approval(association_id, start, by=None, at=at)
    return silent


@transaction.atomic
def _fall_silent(key: UUID, at: datetime) -> bool:
    approval = _found(key, skip_locked=True)
    if approval is None or ApprovalMove.FALL_SILENT not in rules.APPROVAL.actions(ApprovalState(approval.state)):
        return False
    silent_on = rules.approved_by_silence_on(asked_of(approval))
    if silent_on is None or timezone.localdate(at) < silent_on:
        return False
    approval.complete_on = approval.complete_on or rules.complete_on(asked_of(approval))
    approval.decided_on = silent_on
    _approve(approval, silent_on, None, at)
    _tell(approval.prefecture_id)
    _move(approval, ApprovalMove.FALL_SILENT, None, at, tell=approval.association_id)
    return True


def asked_of(approval: Approval) -> Asked:
    """What happened to it, as the rules want it."""
    return Asked(
        asked_on=approval.asked_on,
        claimed_on=approval.claimed_on,
        supplied_on=approval.supplied_on,
        complete_on=approval.complete_on,
    )


def _approve(approval: Approval, start: date, by: Membership | None, at: datetime) -> None:
    approval.from_on, approval.until_on = start, rules.approval_until(start)
    # One that begins later leaves the one before it in the directory: see `watch_approvals`.
    if start <= timezone.localdate(at):
        directory.record_psp_approval(approval.association_id, start, by=by, at=at)


def _move(approval: Approval, move: ApprovalMove, by: Membership | None, at: datetime, *, tell: UUID) -> Approval:
    approval.state = rules.APPROVAL.after(ApprovalState(approval.state), move)
    approval.save()
    _tell(tell)
    decided = approval.state not in rules.WAITING_APPROVALS
    _record(approval, by, at, Action.APPROVAL_DECIDED if decided else Action.APPROVAL_ASKED, reason=move)
    return approval


def _check_day(day: date, after: date, at: datetime) -> None:
    if not after <= day <= timezone.localdate(at):
        raise WrongDay


def _locked(key: UUID, by: Membership, ability: Ability) -> Approval:
    approval = _found(key)
    if approval is None or ability not in on_approval(by, approval):
        raise NotAllowed
    return approval


def _found(key: UUID, *, skip_locked: bool = False) -> Approval | None:
    query = Approval.objects.select_related("association", "prefecture").filter(pk=key)
    return locked_row(query, skip_locked=skip_locked)


def _tell(organisation_id: UUID) -> None:
    defer("reports.notify_organisation", organisation_id=str(organisation_id))


def _record(approval: Approval, by: Membership | None, at: datetime, action: Action, *, reason: str = "") -> None:
    record(
        by=by,
        at=at,
        action=action,
        subject_kind="approval",
        subject_id=approval.pk,
        recipient_organisation_id=approval.prefecture_id,
        reason=reason,
    )
