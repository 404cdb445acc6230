"""Who may do what with an assessment and a coordination sheet. The one place that knows; views and templates ask it."""

from enum import StrEnum

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.protection.enums import AssessmentState, SheetState
from maillon.protection.models import Assessment, PathSheet
from maillon.protection.rules import OPEN_STATES
from maillon.protection.selectors.places import may_assess, receives_sheets

__all__ = ["Ability", "may_assess", "on_assessment", "on_sheet", "receives_sheets"]


class Ability(StrEnum):
    """What somebody may do."""

    SEE = "see"
    READ = "read"
    WRITE = "write"
    ASSIGN = "assign"
    SET_DUE = "set_due"
    ACT = "act"
    SAY_PARENTS = "say_parents"
    END = "end"
    SEIZE = "seize"
    HOLD = "hold"
    LIFT = "lift"
    WRITE_SHEET = "write_sheet"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    SHOW = "show"


_NOTHING: frozenset[Ability] = frozenset()


def on_assessment(membership: Membership | None, assessment: Assessment) -> frozenset[Ability]:
    """What `membership` may do with an assessment: readers of the council that assesses, and nobody else at all.

    Neither whoever reported nor the commission nor the administrator. Needs the membership's organisation loaded.
    """
    if membership is None or not may_assess(membership) or membership.organisation_id != assessment.organisation_id:
        return _NOTHING
    if assessment.erased_at is not None:
        return frozenset({Ability.SEE})
    abilities = {Ability.SEE, Ability.READ, Ability.WRITE, Ability.WRITE_SHEET}
    state = AssessmentState(assessment.state)
    if state in OPEN_STATES:
        abilities |= {Ability.ASSIGN, Ability.SET_DUE, Ability.SAY_PARENTS, Ability.SEIZE}
    if state is AssessmentState.UNDER_WAY:
        abilities |= {Ability.ACT, Ability.END}
    if membership.role_enum is Role.LEAD:
        abilities.add(Ability.LIFT if assessment.hold_until is not None else Ability.HOLD)
    return frozenset(abilities)


def on_sheet(membership: Membership | None, sheet: PathSheet, *, shown: bool = False) -> frozenset[Ability]:
    """What `membership` may do with a coordination sheet. Needs the membership's organisation loaded.

    Readers of the council that wrote it; once it is submitted, readers of that préfecture, whose secretariat shows it
    to a meeting. `shown` says that a minors' meeting has it before this member just now: she reads it, and no more.
    """
    if membership is None or membership.ended_at is not None:
        return _NOTHING
    submitted = sheet.state == SheetState.SUBMITTED
    abilities = set[Ability]()
    if shown and submitted:
        abilities |= {Ability.SEE, Ability.READ}
    if may_assess(membership) and membership.organisation_id == sheet.organisation_id:
        abilities |= _as_author(sheet)
    if receives_sheets(membership) and membership.organisation_id == sheet.prefecture_id and submitted:
        abilities |= {Ability.SEE, Ability.READ, Ability.SHOW}
    return frozenset(abilities)


def _as_author(sheet: PathSheet) -> set[Ability]:
    if sheet.state == SheetState.WITHDRAWN:
        return {Ability.SEE}
    abilities = {Ability.SEE, Ability.READ, Ability.WITHDRAW}
    return abilities | {Ability.SUBMIT} if sheet.state == SheetState.WRITTEN else abilities
