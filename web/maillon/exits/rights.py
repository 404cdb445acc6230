"""Who may do what with an exit path, its requests, and an approval. The one place that knows.

A file is for those who follow her in the association that presents it, and for the préfecture that it was handed to:
nobody else, whatever the role. The commission opens it in session, through its own rights.
"""

from datetime import date
from enum import StrEnum

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.cases import rights as cases
from maillon.cases.models import Case
from maillon.directory.enums import OrganisationKind
from maillon.exits import rules
from maillon.exits.enums import ApprovalMove, ApprovalState, PathMove, PathState, RequestMove, RequestState
from maillon.exits.models import Approval, Path, Request


class Ability(StrEnum):
    """What somebody may do."""

    SEE = "see"
    READ = "read"
    EXPLAIN = "explain"
    ASK = "ask"
    WRITE = "write"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    SEND_BACK = "send_back"
    OPINE = "opine"
    DECIDE = "decide"
    BEGIN = "begin"
    RENEW = "renew"
    RESIDENCE = "residence"
    END = "end"
    CLAIM = "claim"
    SUPPLY = "supply"
    COMPLETE = "complete"


_NOTHING: frozenset[Ability] = frozenset()
_AS_PREFECTURE = {
    RequestMove.SEND_BACK: Ability.SEND_BACK,
    RequestMove.OPINE: Ability.OPINE,
    RequestMove.GRANT: Ability.DECIDE,
    RequestMove.REFUSE: Ability.DECIDE,
}
_AS_ASSOCIATION = {RequestMove.SUBMIT: Ability.SUBMIT, RequestMove.WITHDRAW: Ability.WITHDRAW}
_OF_APPROVAL = {
    ApprovalMove.CLAIM: Ability.CLAIM,
    ApprovalMove.COMPLETE: Ability.COMPLETE,
    ApprovalMove.GRANT: Ability.DECIDE,
    ApprovalMove.REFUSE: Ability.DECIDE,
    ApprovalMove.WITHDRAW: Ability.WITHDRAW,
}


def may_start(membership: Membership | None, case: Case, today: date) -> bool:
    """Whether `membership` may open a path for this person: whoever may write in her case, in an association."""
    return (
        membership is not None
        and membership.organisation.kind == OrganisationKind.ASSOCIATION
        and cases.Ability.WRITE in cases.on_case(membership, case, today)
    )


def on_path(membership: Membership | None, path: Path, today: date) -> frozenset[Ability]:
    """What `membership` may do with a path as a whole. Needs `case` loaded, and the membership's organisation.

    The préfecture sees a path once a request was handed to it; only for a préfecture the database is asked for that.
    """
    if membership is None:
        return _NOTHING
    if membership.organisation_id == path.association_id:
        return frozenset(_of_association(membership, path, today))
    if _is_prefecture(membership, path.prefecture_id) and _was_handed_over(path):
        # No source read says how the préfet ends a path before its term; what he decided outside can be noted here.
        stops = path.erased_at is None and path.state in {PathState.GRANTED, PathState.RUNNING}
        return frozenset({Ability.SEE, Ability.END} if stops else {Ability.SEE})
    return _NOTHING


def _of_association(membership: Membership, path: Path, today: date) -> set[Ability]:
    theirs = cases.on_case(membership, path.case, today)
    if cases.Ability.SEE not in theirs:
        return set()
    if path.erased_at is not None or cases.Ability.READ not in theirs:
        return {Ability.SEE}
    abilities = {Ability.SEE, Ability.READ}
    if cases.Ability.WRITE in theirs:
        abilities |= _acts(PathState(path.state))
    return abilities


def _acts(state: PathState) -> set[Ability]:
    acts = set[Ability]()
    moves = rules.PATH.actions(state)
    if PathMove.END in moves:
        acts |= {Ability.END, Ability.EXPLAIN, Ability.RESIDENCE}
    if PathMove.ASK in moves:
        acts.add(Ability.ASK)
    if PathMove.BEGIN in moves:
        acts.add(Ability.BEGIN)
    if state is PathState.RUNNING:
        acts.add(Ability.RENEW)
    return acts


def on_request(membership: Membership | None, request: Request, today: date) -> frozenset[Ability]:
    """What `membership` may do with a request and its file. Needs `path__case`, and the membership's organisation.

    Asks nothing else of the database.
    """
    if membership is None:
        return _NOTHING
    if membership.organisation_id == request.path.association_id:
        return frozenset(_association_on_request(membership, request, today))
    if _is_prefecture(membership, request.path.prefecture_id):
        return frozenset(_prefecture_on_request(request))
    return _NOTHING


def _association_on_request(membership: Membership, request: Request, today: date) -> set[Ability]:
    of_path = _of_association(membership, request.path, today)
    abilities = of_path & {Ability.SEE, Ability.READ}
    if Ability.END not in of_path:
        return abilities
    state = RequestState(request.state)
    abilities |= {_AS_ASSOCIATION[move] for move in rules.REQUEST.actions(state) if move in _AS_ASSOCIATION}
    if state is RequestState.PREPARING:
        abilities.add(Ability.WRITE)
    return abilities


def _prefecture_on_request(request: Request) -> set[Ability]:
    state = RequestState(request.state)
    if request.submitted_at is None:
        return set()
    abilities = {Ability.SEE}
    if request.path.erased_at is not None:
        return abilities
    if state in rules.HANDED_OVER:
        abilities.add(Ability.READ)
    return abilities | {_AS_PREFECTURE[move] for move in rules.REQUEST.actions(state) if move in _AS_PREFECTURE}


def _is_prefecture(membership: Membership, prefecture_id: object) -> bool:
    return (
        membership.ended_at is None
        and membership.role_enum.reads
        and membership.organisation_id == prefecture_id
        and membership.organisation.kind == OrganisationKind.PREFECTURE
    )


def _was_handed_over(path: Path) -> bool:
    return path.requests.filter(submitted_at__isnull=False).exists()


def may_ask_approval(membership: Membership | None) -> bool:
    """Whether `membership` may ask for an approval in its organisation's name. Needs its organisation loaded."""
    return (
        membership is not None
        and membership.ended_at is None
        and membership.role_enum is Role.LEAD
        and membership.organisation.kind == OrganisationKind.ASSOCIATION
    )


def on_approval(membership: Membership | None, approval: Approval) -> frozenset[Ability]:
    """What `membership` may do with an approval. Needs its organisation loaded; asks nothing of the database."""
    if membership is None or membership.ended_at is not None:
        return _NOTHING
    moves = rules.APPROVAL.actions(ApprovalState(approval.state))
    if membership.organisation_id == approval.association_id and membership.role_enum.reads:
        supplies = ApprovalMove.SUPPLY in moves and membership.role_enum is Role.LEAD
        return frozenset({Ability.SEE, Ability.SUPPLY} if supplies else {Ability.SEE})
    if _is_prefecture(membership, approval.prefecture_id):
        return frozenset({Ability.SEE} | {_OF_APPROVAL[move] for move in moves if move in _OF_APPROVAL})
    return _NOTHING
