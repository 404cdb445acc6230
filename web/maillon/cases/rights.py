"""Who may do what with a case, what is shared of it, and a transfer. The one place that knows.

An adult's file is for those who follow her: whoever is responsible, whoever replaces her, and the leads of their
organisation. Police, prosecutor, préfecture and child protection see nothing of it, whatever their role.
"""

from datetime import date
from enum import StrEnum

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.cases.enums import CaseMove, CaseState, EntryKind, TransferState
from maillon.cases.models import Case, Share, Transfer
from maillon.cases.rules import CASE, may_follow, may_receive
from maillon.directory.enums import OrganisationKind


class Ability(StrEnum):
    """What somebody may do."""

    SEE = "see"
    READ = "read"
    WRITE = "write"
    SHARE = "share"
    UNSHARE = "unshare"
    CONSENT = "consent"
    WITHDRAW_CONSENT = "withdraw_consent"
    REPLACE = "replace"
    HAND_OVER = "hand_over"
    REVIEW = "review"
    ASK_CORRECTION = "ask_correction"
    DECIDE_CORRECTION = "decide_correction"
    TRANSFER = "transfer"
    CLOSE = "close"
    REOPEN = "reopen"
    HOLD = "hold"
    EXPORT = "export"
    ERASE = "erase"
    READ_SHARED = "read_shared"
    RECEIVE = "receive"
    REFUSE = "refuse"


_NOTHING: frozenset[Ability] = frozenset()
_MOVES = {CaseMove.CLOSE: Ability.CLOSE, CaseMove.REOPEN: Ability.REOPEN, CaseMove.TRANSFER: Ability.TRANSFER}
# Whatever the state, as long as there is content: what is hers does not wait for a case to be open.
_ALWAYS = {Ability.SEE, Ability.READ, Ability.EXPORT, Ability.UNSHARE, Ability.WITHDRAW_CONSENT}
_HER_RIGHTS = {Ability.ASK_CORRECTION, Ability.DECIDE_CORRECTION}
_RESPONSIBLE = _ALWAYS | _HER_RIGHTS | {Ability.HAND_OVER, Ability.REPLACE, Ability.HOLD, Ability.ERASE}
_REPLACEMENT = _ALWAYS | _HER_RIGHTS
_LEAD = _ALWAYS | _HER_RIGHTS | {Ability.HAND_OVER, Ability.REPLACE, Ability.HOLD, Ability.ERASE}
_WRITING = {Ability.WRITE, Ability.SHARE, Ability.CONSENT}


def may_open(membership: Membership | None) -> bool:
    """Whether `membership` may open a case. Needs its organisation loaded."""
    return membership is not None and _works(membership) and may_follow(OrganisationKind(membership.organisation.kind))


def _works(membership: Membership) -> bool:
    return membership.ended_at is None and membership.role_enum.reads


def on_case(membership: Membership | None, case: Case, today: date) -> frozenset[Ability]:
    """What `membership` may do with a case on this day. Asks nothing else of the database.

    A colleague of theirs who is neither responsible, replacement nor lead has nothing but what is shared: `on_share`.
    """
    if membership is None or not _works(membership) or membership.organisation_id != case.organisation_id:
        return _NOTHING
    abilities = _by_place(membership, case, today)
    if not abilities or case.erased_at is not None:
        return frozenset(abilities & {Ability.SEE})
    return frozenset(abilities)


def _by_place(membership: Membership, case: Case, today: date) -> set[Ability]:
    abilities = set[Ability]()
    is_open = case.state == CaseState.OPEN
    moves = {_MOVES[move] for move in CASE.actions(CaseState(case.state)) if move in _MOVES}
    if membership.id == case.responsible_id:
        abilities |= _RESPONSIBLE | moves | (_WRITING if is_open else set())
    elif is_replacement(membership, case, today):
        abilities |= _REPLACEMENT | (_WRITING if is_open else set())
    if membership.role_enum is Role.LEAD:
        # Transfers are her worker's to make: they need to be talked over with the person.
        abilities |= _LEAD | (moves - {Ability.TRANSFER})
        if is_open and membership.id != case.responsible_id:
            abilities.add(Ability.REVIEW)
    return abilities


def is_replacement(membership: Membership, case: Case, today: date) -> bool:
    """Whether she stands in for whoever is responsible on this day."""
    replaced = case.replaced_until is not None and today <= case.replaced_until
    return replaced and membership.id == case.replacement_id


def on_share(membership: Membership | None, share: Share, today: date) -> frozenset[Ability]:
    """What `membership` may do with what is shared of a case. Needs `case`, and the membership's organisation, loaded.

    With an organisation: those who read there. With a member: her alone, in the name that she was given it.
    """
    if membership is None or membership.ended_at is not None or share.case.erased_at is not None:
        return _NOTHING
    if share.ended_at is not None or today > share.until:
        return _NOTHING
    if not may_receive(OrganisationKind(membership.organisation.kind)):
        return _NOTHING
    theirs = membership.organisation_id == share.organisation_id and membership.role_enum.reads
    hers = membership.id == share.member_id and membership.role_enum.reports
    return frozenset({Ability.READ_SHARED}) if theirs or hers else _NOTHING


def on_transfer(membership: Membership | None, transfer: Transfer) -> frozenset[Ability]:
    """What `membership` may do with a case that is offered to her organisation, which must be loaded."""
    if membership is None or not may_open(membership) or membership.organisation_id != transfer.recipient_id:
        return _NOTHING
    if transfer.state != TransferState.WAITING:
        return frozenset({Ability.SEE})
    return frozenset({Ability.SEE, Ability.READ_SHARED, Ability.RECEIVE, Ability.REFUSE})


def shared_kinds(share: Share) -> frozenset[EntryKind]:
    """What a share lets somebody read."""
    return frozenset(EntryKind(kind) for kind in share.kinds)
