"""Who may do what with a report and its transmissions. The one place that knows; views and templates ask it."""

from collections.abc import Set
from enum import StrEnum

from maillon.accounts.models import Membership
from maillon.reports.enums import Move, Outcome, State
from maillon.reports.models import Draft, Report, Transmission
from maillon.reports.rules import OPEN_STATES, TRANSMISSION


class Ability(StrEnum):
    """What somebody may do."""

    SEE = "see"
    READ_CONTENT = "read_content"
    OPEN = "open"
    ACKNOWLEDGE = "acknowledge"
    TAKE = "take"
    ASSIGN = "assign"
    WRITE_NOTE = "write_note"
    READ_NOTES = "read_notes"
    WRITE_MESSAGE = "write_message"
    READ_MESSAGES = "read_messages"
    MARK_STEP = "mark_step"
    TRANSFER = "transfer"
    RETURN = "return"
    TAKE_BACK = "take_back"
    CLOSE = "close"
    VERIFY = "verify"
    PRINT_LETTER = "print_letter"
    EDIT = "edit"
    SEND = "send"
    SEE_STATE = "see_state"
    RELEASE = "release"
    SET_ASIDE = "set_aside"
    RESTORE = "restore"
    MUTE = "mute"
    UNMUTE = "unmute"
    DECIDE_ERASURE = "decide_erasure"
    ASK_ERASURE = "ask_erasure"
    WITHDRAW_CONSENT = "withdraw_consent"


_MOVES = {
    Move.OPEN: Ability.OPEN,
    Move.ACKNOWLEDGE: Ability.ACKNOWLEDGE,
    Move.TAKE: Ability.TAKE,
    Move.TRANSFER: Ability.TRANSFER,
    Move.RETURN: Ability.RETURN,
    Move.TAKE_BACK: Ability.TAKE_BACK,
    Move.CLOSE: Ability.CLOSE,
}
_NOTHING: frozenset[Ability] = frozenset()
# What needs the sealed content: gone once it has been erased.
_READING = {Ability.READ_CONTENT, Ability.READ_NOTES, Ability.READ_MESSAGES, Ability.PRINT_LETTER}


def _acts(membership: Membership | None) -> bool:
    return membership is not None and membership.ended_at is None


def on_transmission(membership: Membership | None, transmission: Transmission) -> frozenset[Ability]:
    """What `membership` may do with a transmission. Needs `report` loaded; asks nothing else of the database."""
    if membership is None or not _acts(membership):
        return _NOTHING
    abilities = set[Ability]()
    if membership.organisation_id == transmission.recipient_id and membership.role_enum.reads:
        abilities |= _as_recipient(transmission)
    if membership.id == transmission.report.author_id and membership.role_enum.reports:
        abilities |= _as_author(transmission)
    return _readable(abilities, transmission.report, erased=transmission.erased_at is not None)


def _readable(abilities: Set[Ability], report: Report, *, erased: bool = False) -> frozenset[Ability]:
    return frozenset(abilities - _READING if erased or report.erased_at is not None else abilities)


def _as_recipient(transmission: Transmission) -> set[Ability]:
    state = State(transmission.state)
    if state is State.RETURNED:
        return {Ability.SEE}
    if transmission.held_at is not None:
        return _while_held(state)
    abilities = {Ability.SEE, Ability.SEE_STATE} | {_MOVES[move] for move in TRANSMISSION.actions(state)}
    abilities |= _about_the_person(transmission, state)
    if transmission.parent_id is None:
        # What came straight from its author has nowhere to go back to: it is transferred or closed.
        abilities.discard(Ability.RETURN)
    if state is State.SENT:
        return abilities
    abilities |= {Ability.READ_CONTENT, Ability.READ_NOTES, Ability.READ_MESSAGES, Ability.PRINT_LETTER}
    if state in OPEN_STATES:
        abilities |= {Ability.ASSIGN, Ability.WRITE_NOTE, Ability.WRITE_MESSAGE, Ability.MARK_STEP}
    if transmission.verify_on is not None and transmission.verified_at is None:
        abilities.add(Ability.VERIFY)
    return abilities


def _while_held(state: State) -> set[Ability]:
    # Opened in order to judge it; whatever else is done with it comes after it was released. Only what the person asks
    # about her data has to be answered in time all the same.
    abilities = {Ability.SEE, Ability.SEE_STATE, Ability.RELEASE, Ability.SET_ASIDE, Ability.DECIDE_ERASURE}
    if state is State.SENT:
        return abilities | {Ability.OPEN}
    return abilities | {Ability.READ_CONTENT, Ability.READ_MESSAGES}


def _about_the_person(transmission: Transmission, state: State) -> set[Ability]:
    """What there is to do with somebody who has no account; nothing with a member's report."""
    report = transmission.report
    if not report.without_account or transmission.erased_at is not None or report.erased_at is not None:
        return set()
    abilities = {Ability.DECIDE_ERASURE}
    if state in OPEN_STATES:
        abilities.add(Ability.MUTE if transmission.muted_at is None else Ability.UNMUTE)
    if transmission.outcome == Outcome.ABUSE:
        abilities.add(Ability.RESTORE)
    return abilities


def _as_author(transmission: Transmission) -> set[Ability]:
    abilities = {Ability.SEE_STATE, Ability.READ_MESSAGES}
    if transmission.state in OPEN_STATES:
        abilities.add(Ability.WRITE_MESSAGE)
    return abilities


def of_the_person(transmission: Transmission) -> frozenset[Ability]:
    """What whoever holds the code of its report may do with a transmission. Needs `report` loaded.

    Only for a report that a code belongs to; that the code is hers was proved before.
    """
    report, state = transmission.report, State(transmission.state)
    if not report.without_account:
        return _NOTHING
    abilities = {Ability.SEE_STATE}
    if transmission.erased_at is not None or report.erased_at is not None:
        return frozenset(abilities)
    abilities.add(Ability.READ_MESSAGES)
    if state is State.RETURNED:
        return frozenset(abilities)
    abilities |= {Ability.ASK_ERASURE, Ability.WITHDRAW_CONSENT}
    if state in OPEN_STATES:
        abilities.add(Ability.WRITE_MESSAGE)
    return frozenset(abilities)


def on_report(membership: Membership | None, report: Report) -> frozenset[Ability]:
    """What `membership` may do with a report as its author; recipients act on their transmission."""
    if membership is None or not _acts(membership) or membership.id != report.author_id:
        return _NOTHING
    if not membership.role_enum.reports:
        return _NOTHING
    return _readable({Ability.SEE, Ability.READ_CONTENT, Ability.MARK_STEP, Ability.PRINT_LETTER}, report)


def on_draft(membership: Membership | None, draft: Draft) -> frozenset[Ability]:
    """What `membership` may do with a draft: everything for its author, nothing for anybody else."""
    if membership is None or not _acts(membership) or membership.id != draft.author_id:
        return _NOTHING
    if not membership.role_enum.reports:
        return _NOTHING
    return frozenset({Ability.SEE, Ability.READ_CONTENT, Ability.EDIT, Ability.SEND})
