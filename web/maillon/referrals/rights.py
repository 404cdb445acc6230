"""Who may do what with a referral and its steps. The one place that knows; views and templates ask it."""

from datetime import datetime
from enum import StrEnum

from maillon.accounts.models import Membership
from maillon.referrals.enums import Basis, Move, ReferralState, StepState
from maillon.referrals.models import Draft, Link, Referral, Step
from maillon.referrals.rules import ENDED, FINAL, READABLE, STEP


class Ability(StrEnum):
    """What somebody may do."""

    SEE = "see"
    READ = "read"
    OPEN = "open"
    ACCEPT = "accept"
    REFUSE = "refuse"
    APPOINT = "appoint"
    MISS = "miss"
    MEET = "meet"
    FINISH = "finish"
    READ_WORDS = "read_words"
    WITHDRAW = "withdraw"
    WITHDRAW_STEP = "withdraw_step"
    RECORD_REVOCATION = "record_revocation"
    ADD_RECIPIENT = "add_recipient"
    MAKE_LINK = "make_link"
    END_LINK = "end_link"
    AGREE = "agree"
    DECLINE = "decline"
    REVOKE = "revoke"
    SAY_MET = "say_met"
    EDIT = "edit"
    SEND = "send"


_NOTHING: frozenset[Ability] = frozenset()
_AS_SERVICE = {
    Move.SEE: Ability.OPEN,
    Move.ACCEPT: Ability.ACCEPT,
    Move.REFUSE: Ability.REFUSE,
    Move.MEET: Ability.MEET,
    Move.FINISH: Ability.FINISH,
}


def may_refer(membership: Membership | None) -> bool:
    """Whether `membership` may make a referral at all."""
    return membership is not None and membership.ended_at is None and membership.role_enum.reports


def on_draft(membership: Membership | None, draft: Draft) -> frozenset[Ability]:
    """What `membership` may do with a draft: everything for its author, nothing for anybody else."""
    if membership is None or not may_refer(membership) or membership.id != draft.author_id:
        return _NOTHING
    return frozenset({Ability.SEE, Ability.READ, Ability.EDIT, Ability.SEND})


def on_referral(membership: Membership | None, referral: Referral) -> frozenset[Ability]:
    """What `membership` may do with the whole of a referral: its author, and readers of the author's organisation.

    Services act on their step and see no more than that. Asks nothing else of the database.
    """
    if not _refers(membership, referral):
        return _NOTHING
    if referral.erased_at is not None:
        return frozenset({Ability.SEE})
    abilities = {Ability.SEE, Ability.READ, Ability.READ_WORDS}
    if referral.state not in ENDED:
        abilities |= {Ability.WITHDRAW}
    if referral.state not in {ReferralState.DONE, ReferralState.WITHDRAWN}:
        abilities |= {Ability.ADD_RECIPIENT}
    return frozenset(abilities)


def _refers(membership: Membership | None, referral: Referral) -> bool:
    if membership is None or membership.ended_at is not None:
        return False
    own = membership.id == referral.author_id and membership.role_enum.reports
    return own or (membership.organisation_id == referral.organisation_id and membership.role_enum.reads)


def on_step(membership: Membership | None, step: Step) -> frozenset[Ability]:
    """What `membership` may do with one step, as the service or as who refers. Needs `referral` loaded.

    A service that is only planned for, or that still waits for the person's agreement, sees nothing at all.
    """
    if membership is None or membership.ended_at is not None:
        return _NOTHING
    abilities = set[Ability]()
    if step.recipient_id is not None and membership.organisation_id == step.recipient_id:
        abilities |= _as_service(step) if membership.role_enum.reads else set()
    if _refers(membership, step.referral):
        abilities |= _as_referrer(step)
    return frozenset(abilities)


def _as_service(step: Step) -> set[Ability]:
    state = StepState(step.state)
    if step.proposed_at is None or state in {StepState.ASKED, StepState.PLANNED}:
        return set()
    abilities = {Ability.SEE}
    if step.referral.erased_at is not None:
        return abilities
    abilities |= {_AS_SERVICE[move] for move in STEP.actions(state) if move in _AS_SERVICE}
    if state is StepState.PROPOSED:
        # Nobody says yes to what she has not read.
        abilities.discard(Ability.ACCEPT)
    if state in READABLE and step.shut_at is None:
        abilities.add(Ability.READ)
    if state is StepState.ACCEPTED:
        abilities.add(Ability.APPOINT)
    if state is StepState.ACCEPTED and step.appointment_at is not None:
        abilities.add(Ability.MISS)
    if step.words_id is not None:
        abilities.add(Ability.READ_WORDS)
    return abilities


def _as_referrer(step: Step) -> set[Ability]:
    state, abilities = StepState(step.state), {Ability.SEE}
    if step.referral.erased_at is not None:
        return abilities
    if step.words_id is not None:
        abilities.add(Ability.READ_WORDS)
    if state not in FINAL:
        abilities.add(Ability.WITHDRAW_STEP)
    if step.referral.basis == Basis.CONSENT and state is not StepState.ASKED and step.shut_at is None:
        abilities.add(Ability.RECORD_REVOCATION)
    if step.without_account:
        abilities |= _for_who_has_no_account(step, state)
    return abilities


def _for_who_has_no_account(step: Step, state: StepState) -> set[Ability]:
    # Its link ends with its answer: what follows is written down by whoever refers, who hears of it by voice, or said
    # through a new link that opens nothing.
    link = {Ability.MAKE_LINK, Ability.END_LINK}
    if state in {StepState.PROPOSED, StepState.SEEN}:
        return link | {Ability.ACCEPT, Ability.REFUSE}
    if state is StepState.ACCEPTED:
        set_already = {Ability.MISS} if step.appointment_at is not None else set()
        return link | {Ability.APPOINT, Ability.MEET, Ability.REFUSE} | set_already
    return link | {Ability.FINISH} if state is StepState.MET else set()


def of_the_person(step: Step) -> frozenset[Ability]:
    """What whoever holds the referral's code may do with one step. Needs `referral` loaded; the code was proved before.

    A minor takes nothing back here: what the law sends does not rest on her consent.
    """
    state, abilities = StepState(step.state), {Ability.SEE}
    if step.referral.code_key_id is None:
        return _NOTHING
    if step.referral.erased_at is not None:
        return frozenset(abilities)
    abilities.add(Ability.READ)
    if step.proposed_at is not None and state in {StepState.ACCEPTED, StepState.MET, StepState.SILENT}:
        abilities.add(Ability.SAY_MET)
    if step.referral.basis == Basis.CONSENT:
        if state is StepState.ASKED:
            abilities |= {Ability.AGREE, Ability.DECLINE}
        elif step.shut_at is None:
            abilities.add(Ability.REVOKE)
    return frozenset(abilities)


def by_link(link: Link, at: datetime) -> frozenset[Ability]:
    """What whoever has a link and its digits may do. Needs `step__referral` loaded."""
    if link.ended_at is not None or at >= link.expires_at or link.step.referral.erased_at is not None:
        return _NOTHING
    state = StepState(link.step.state)
    if state is StepState.PROPOSED:
        return frozenset({Ability.OPEN})
    if state is StepState.SEEN:
        return frozenset({Ability.OPEN, Ability.READ, Ability.ACCEPT, Ability.REFUSE})
    if state is StepState.ACCEPTED:
        return frozenset({Ability.SEE, Ability.MEET})
    return frozenset({Ability.SEE, Ability.FINISH}) if state is StepState.MET else _NOTHING
