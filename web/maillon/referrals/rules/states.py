"""The states of a step and of a referral, and what leads from one to another."""

from collections.abc import Collection

from maillon.base.states import Transition, TransitionTable
from maillon.referrals.enums import Move, Outcome, ReferralState, RefusalReason, StepState

# Where the service is at it: never two of a referral at once.
ACTIVE = frozenset({StepState.PROPOSED, StepState.SEEN, StepState.ACCEPTED, StepState.MET})
FINAL = frozenset({StepState.DONE, StepState.REFUSED, StepState.SILENT, StepState.WITHDRAWN})
OPEN_STATES = frozenset(StepState) - FINAL
UNANSWERED = frozenset({StepState.PROPOSED, StepState.SEEN})
# The service said yes and did not go back on it.
TAKEN = frozenset({StepState.ACCEPTED, StepState.MET, StepState.DONE})
# A referral with which nothing more happens, unless another service is added.
ENDED = frozenset({ReferralState.DONE, ReferralState.WITHDRAWN, ReferralState.EXHAUSTED})
# Where the service may open what was sealed to it: what it was only planned for, and what it gave up, stays shut.
READABLE = ACTIVE | {StepState.DONE}

STEP: TransitionTable[StepState, Move] = TransitionTable(
    [
        Transition(Move.AGREE, frozenset({StepState.ASKED}), StepState.PLANNED),
        Transition(Move.PROPOSE, frozenset({StepState.PLANNED}), StepState.PROPOSED),
        Transition(Move.SEE, frozenset({StepState.PROPOSED}), StepState.SEEN),
        # Unseen only where a service without an account said yes by telephone: see rights.
        Transition(Move.ACCEPT, UNANSWERED, StepState.ACCEPTED),
        # Also after it accepted: a place that was there may be gone.
        Transition(Move.REFUSE, UNANSWERED | {StepState.ACCEPTED}, StepState.REFUSED),
        Transition(Move.CLOSE, UNANSWERED | {StepState.PLANNED, StepState.ACCEPTED}, StepState.REFUSED),
        Transition(Move.FALL_SILENT, UNANSWERED | {StepState.ACCEPTED}, StepState.SILENT),
        Transition(Move.MEET, frozenset({StepState.ACCEPTED}), StepState.MET),
        Transition(Move.FINISH, frozenset({StepState.MET}), StepState.DONE),
        Transition(Move.WITHDRAW, OPEN_STATES, StepState.WITHDRAWN),
    ]
)


def refusal_reasons(*, minor: bool) -> tuple[RefusalReason, ...]:
    """The reasons that a service may give. A minor's wish is none (loi 2002-305 art. 13)."""
    return tuple(reason for reason in RefusalReason if not (minor and reason is RefusalReason.DECLINED))


def outcomes(*, minor: bool) -> tuple[Outcome, ...]:
    """The ways in which a met step may end."""
    never = Outcome.DECLINED if minor else Outcome.CHILD_PROTECTION
    return tuple(outcome for outcome in Outcome if outcome is not never)


def whole(states: Collection[StepState], *, ended_as: ReferralState = ReferralState.EXHAUSTED) -> ReferralState:
    """What a referral is, given its steps; `ended_as` once nobody is at it and nobody is left in line.

    What only waits for the person's agreement keeps nothing open: she may never come back. A service that met her
    without suiting her is no end: it is passed on like one that refused.
    """
    if StepState.MET in states:
        return ReferralState.MET
    if any(state in ACTIVE or state is StepState.PLANNED for state in states):
        return ReferralState.OPEN
    return ended_as
