"""Who may do what with the commission, a meeting and one of its points. The one place that knows.

Two ways in, which one person may have both of: readers of the préfecture keep the secretariat; whoever has a mandate
sits in the name of her own organisation, and sees what belongs to the meetings of her seat alone.
"""

from enum import StrEnum

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.commission.enums import Kind, Move, State
from maillon.commission.models import AgendaItem, Commission, Session
from maillon.commission.rules import MEETING, may_attend, may_deliberate, may_open_file
from maillon.commission.selectors import Place
from maillon.directory.enums import OrganisationKind


class Ability(StrEnum):
    """What somebody may do."""

    SEE = "see"
    NAME = "name"
    PREPARE = "prepare"
    CHANGE = "change"
    CONVOKE = "convoke"
    CANCEL = "cancel"
    OPEN = "open"
    LAPSE = "lapse"
    REPEAT = "repeat"
    CALL = "call"
    CLOSE = "close"
    MINUTE = "minute"
    READ_MINUTES = "read_minutes"
    NOTE_PROXY = "note_proxy"
    GIVE_PROXY = "give_proxy"
    PLEDGE = "pledge"
    NOTE_RECUSAL = "note_recusal"
    RECUSE = "recuse"
    OPINE = "opine"
    OPEN_FILE = "open_file"
    OPEN_SHEET = "open_sheet"
    DISSENT = "dissent"


_NOTHING: frozenset[Ability] = frozenset()
_MOVES = {
    Move.CONVOKE: Ability.CONVOKE,
    Move.OPEN: Ability.OPEN,
    Move.LAPSE: Ability.LAPSE,
    Move.CLOSE: Ability.CLOSE,
    Move.MINUTE: Ability.MINUTE,
    Move.CANCEL: Ability.CANCEL,
}


def may_found(membership: Membership | None) -> bool:
    """Whether `membership` may set the commission up: a lead of a préfecture. Needs its organisation loaded."""
    return (
        membership is not None
        and membership.ended_at is None
        and membership.role_enum is Role.LEAD
        and membership.organisation.kind == OrganisationKind.PREFECTURE
    )


def is_secretary(membership: Membership | None, commission: Commission) -> bool:
    """Whether she keeps this commission's secretariat: she reads at its préfecture."""
    return (
        membership is not None
        and membership.ended_at is None
        and membership.role_enum.reads
        and membership.organisation_id == commission.prefecture_id
    )


def on_commission(membership: Membership | None, commission: Commission, place: Place | None) -> frozenset[Ability]:
    """What `membership` may do with the commission itself; `place` is any place of hers there, or None.

    Naming who sits, and so who opens files, is for the leads of the préfecture.
    """
    abilities = {Ability.SEE} if place is not None else set[Ability]()
    if membership is not None and is_secretary(membership, commission):
        abilities |= {Ability.SEE, Ability.PREPARE}
        if membership.role_enum is Role.LEAD:
            abilities.add(Ability.NAME)
    return frozenset(abilities)


def on_session(membership: Membership | None, session: Session, place: Place | None) -> frozenset[Ability]:
    """What `membership` may do with a meeting. Needs `commission` loaded; `place` is hers there, or None."""
    abilities = _as_secretary(session) if is_secretary(membership, session.commission) else set[Ability]()
    if membership is not None and place is not None and place.mandate.membership_id == membership.pk:
        abilities |= _as_member(session, place)
    return frozenset(abilities)


def _as_secretary(session: Session) -> set[Ability]:
    state = State(session.state)
    abilities = {Ability.SEE} | {_MOVES[move] for move in MEETING.actions(state)}
    if state is State.DRAFT:
        abilities.add(Ability.CHANGE)
    if state in {State.CONVOKED, State.OPEN}:
        abilities |= {Ability.NOTE_PROXY, Ability.NOTE_RECUSAL}
    if state is State.OPEN:
        abilities.add(Ability.CALL)
    if state is State.LAPSED:
        abilities.add(Ability.REPEAT)
    if session.minutes_id is not None:
        abilities.add(Ability.READ_MINUTES)
    return abilities


def _as_member(session: Session, place: Place) -> set[Ability]:
    state = State(session.state)
    if not may_attend(place.mandate.seat.in_quality, Kind(session.kind)) or session.convoked_at is None:
        return set()
    abilities = {Ability.SEE}
    if place.mandate.pledged_at is None:
        abilities.add(Ability.PLEDGE)
    if state is State.CONVOKED:
        abilities.add(Ability.GIVE_PROXY)
    if session.minutes_id is not None:
        abilities.add(Ability.READ_MINUTES)
    return abilities


def on_item(membership: Membership | None, item: AgendaItem, place: Place | None) -> frozenset[Ability]:
    """What `membership` may do with one point. Needs `session__commission` loaded.

    Whoever is of the association that made the request is kept from it by a recusal that the opening notes.
    """
    of_session = on_session(membership, item.session, place)
    if Ability.SEE not in of_session:
        return _NOTHING
    abilities = {Ability.SEE} | (of_session & {Ability.NOTE_RECUSAL})
    if item.session.state == State.OPEN and is_secretary(membership, item.session.commission):
        abilities.add(Ability.OPINE)
    if place is not None and may_attend(place.mandate.seat.in_quality, Kind(item.session.kind)):
        abilities |= _as_member_of_item(item, place)
    return frozenset(abilities)


def _as_member_of_item(item: AgendaItem, place: Place) -> set[Ability]:
    standing, abilities = place.standing(item), set[Ability]()
    if item.session.state in {State.CONVOKED, State.OPEN} and not standing.recused:
        abilities.add(Ability.RECUSE)
    if may_deliberate(standing):
        abilities.add(Ability.DISSENT)
    shut = item.session.files_shut_at is not None or place.mandate.pledged_at is None
    if may_open_file(standing) and not shut:
        abilities |= _opening(item)
    return abilities


def _opening(item: AgendaItem) -> set[Ability]:
    """What opens of a point: the file of an adult and a minor's sheet are different rights, at different meetings."""
    if item.request_id is not None and item.session.kind == Kind.INDIVIDUAL:
        return {Ability.OPEN_FILE}
    if item.sheet_id is not None and item.session.kind == Kind.MINORS:
        return {Ability.OPEN_SHEET}
    return set()
