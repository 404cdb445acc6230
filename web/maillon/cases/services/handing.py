"""Who follows her: another member when one leaves, or somebody who stands in for a while."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.events import publish
from maillon.base.tasks import defer
from maillon.cases.events import CaseHandedOver
from maillon.cases.models import Case
from maillon.cases.refusals import WrongMoment, WrongSuccessor
from maillon.cases.rights import Ability
from maillon.cases.services.act import Act, act_on_case
from maillon.cases.services.receiving import hold_member
from maillon.journal.enums import Action
from maillon.vault.selectors import holders


@transaction.atomic
def hand_over(*, case_id: UUID, to_id: UUID, by: Membership, at: datetime) -> Case:
    """Somebody else of the organisation (her membership's id) is responsible from now on.

    Whoever was sees nothing of it any more, unless she leads or it is shared with her. Raises NotAllowed, or
    WrongSuccessor for somebody who can't follow a person.
    """
    hold_member(to_id)
    act = act_on_case(case_id, by, at, Ability.HAND_OVER)
    case, successor = act.case, _successor(act, to_id)
    details = {"from": str(case.responsible_id), "to": str(successor.pk)}
    case.responsible = successor
    if case.replacement_id == successor.pk:
        case.replacement = case.replaced_until = None
    case.save(update_fields=["responsible", "replacement", "replaced_until"])
    act.line(Action.CASE_HANDED_OVER, details=details)
    _tell(act, successor)
    publish(CaseHandedOver(case.pk, successor.pk, at))
    act.finish()
    return case


@transaction.atomic
def name_replacement(*, case_id: UUID, to_id: UUID, until: date, by: Membership, at: datetime) -> Case:
    """Somebody else there stands in to the end of a day. Raises NotAllowed, WrongSuccessor or WrongMoment."""
    hold_member(to_id)
    act = act_on_case(case_id, by, at, Ability.REPLACE)
    if until < act.today:
        raise WrongMoment
    act.case.replacement, act.case.replaced_until = _successor(act, to_id), until
    act.case.save(update_fields=["replacement", "replaced_until"])
    details = {"replacement": str(to_id), "until": until.isoformat()}
    act.line(Action.CASE_HANDED_OVER, reason="replacement", details=details)
    _tell(act, act.case.replacement)
    act.finish()
    return act.case


@transaction.atomic
def end_replacement(*, case_id: UUID, by: Membership, at: datetime) -> Case:
    """Nobody stands in any more. Raises NotAllowed."""
    act = act_on_case(case_id, by, at, Ability.REPLACE)
    act.case.replacement = act.case.replaced_until = None
    act.case.save(update_fields=["replacement", "replaced_until"])
    act.line(Action.CASE_HANDED_OVER, reason="replacement_ended")
    act.finish()
    return act.case


def _successor(act: Act, key: UUID) -> Membership:
    found = Membership.objects.select_related("member").filter(
        pk=key, organisation_id=act.case.organisation_id, ended_at=None, member__is_active=True
    )
    successor = found.first()
    if successor is None or not successor.role_enum.reads or successor.pk == act.case.responsible_id:
        raise WrongSuccessor
    # Without the organisation's key she would follow somebody of whom she can read nothing.
    if successor.member_id not in holders(act.case.organisation_id):
        raise WrongSuccessor
    return successor


def _tell(act: Act, member: Membership) -> None:
    if member.pk != act.actor.pk:
        defer("reports.notify_member", member_id=str(member.member_id))
