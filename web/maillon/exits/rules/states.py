"""The states of a path, of a request to the préfet, and of an association's approval."""

from maillon.base.states import Transition, TransitionTable
from maillon.exits.enums import (
    ApprovalMove,
    ApprovalState,
    EndReason,
    PathMove,
    PathState,
    RequestMove,
    RequestState,
)

OPEN_PATHS = frozenset(PathState) - {PathState.ENDED}
OPEN_REQUESTS = frozenset({RequestState.PREPARING, RequestState.SUBMITTED, RequestState.OPINION})
# What the préfecture may open: what was handed to it and not taken back.
HANDED_OVER = frozenset({RequestState.SUBMITTED, RequestState.OPINION, RequestState.GRANTED, RequestState.REFUSED})
DECIDED = frozenset({RequestState.GRANTED, RequestState.REFUSED})
# What waits for the préfet.
WAITING_APPROVALS = frozenset({ApprovalState.ASKED, ApprovalState.MISSING, ApprovalState.COMPLETE})
APPROVED = frozenset({ApprovalState.GRANTED, ApprovalState.TACIT})

PATH: TransitionTable[PathState, PathMove] = TransitionTable(
    [
        # After a refusal she may ask anew.
        Transition(PathMove.ASK, frozenset({PathState.INTEREST, PathState.REFUSED}), PathState.ASKING),
        Transition(PathMove.STEP_BACK, frozenset({PathState.ASKING}), PathState.INTEREST),
        Transition(PathMove.GRANT, frozenset({PathState.ASKING}), PathState.GRANTED),
        Transition(PathMove.REFUSE, frozenset({PathState.ASKING}), PathState.REFUSED),
        Transition(PathMove.BEGIN, frozenset({PathState.GRANTED}), PathState.RUNNING),
        Transition(PathMove.END, OPEN_PATHS, PathState.ENDED),
    ]
)

REQUEST: TransitionTable[RequestState, RequestMove] = TransitionTable(
    [
        Transition(RequestMove.SUBMIT, frozenset({RequestState.PREPARING}), RequestState.SUBMITTED),
        Transition(RequestMove.SEND_BACK, frozenset({RequestState.SUBMITTED}), RequestState.PREPARING),
        Transition(RequestMove.OPINE, frozenset({RequestState.SUBMITTED}), RequestState.OPINION),
        # The préfet decides after the opinion, never before (CASF L121-9 II).
        Transition(RequestMove.GRANT, frozenset({RequestState.OPINION}), RequestState.GRANTED),
        Transition(RequestMove.REFUSE, frozenset({RequestState.OPINION}), RequestState.REFUSED),
        Transition(RequestMove.WITHDRAW, OPEN_REQUESTS, RequestState.WITHDRAWN),
    ]
)

APPROVAL: TransitionTable[ApprovalState, ApprovalMove] = TransitionTable(
    [
        Transition(ApprovalMove.CLAIM, frozenset({ApprovalState.ASKED}), ApprovalState.MISSING),
        Transition(ApprovalMove.SUPPLY, frozenset({ApprovalState.MISSING}), ApprovalState.ASKED),
        Transition(ApprovalMove.COMPLETE, frozenset({ApprovalState.ASKED}), ApprovalState.COMPLETE),
        Transition(ApprovalMove.GRANT, frozenset({ApprovalState.ASKED, ApprovalState.COMPLETE}), ApprovalState.GRANTED),
        Transition(ApprovalMove.REFUSE, WAITING_APPROVALS, ApprovalState.REFUSED),
        Transition(
            ApprovalMove.FALL_SILENT, frozenset({ApprovalState.ASKED, ApprovalState.COMPLETE}), ApprovalState.TACIT
        ),
        # Where its conditions are no longer met (read in a secondary source).
        Transition(ApprovalMove.WITHDRAW, APPROVED, ApprovalState.WITHDRAWN),
    ]
)

_REASONS = {
    PathState.INTEREST: (EndReason.WITHDRAWN,),
    PathState.ASKING: (EndReason.WITHDRAWN,),
    PathState.REFUSED: (EndReason.REFUSED, EndReason.WITHDRAWN),
    PathState.GRANTED: (EndReason.WITHDRAWN, EndReason.STOPPED),
    PathState.RUNNING: (EndReason.COMPLETED, EndReason.STOPPED, EndReason.WITHDRAWN),
    PathState.ENDED: (),
}


def end_reasons(state: PathState, *, renewal_refused: bool = False) -> tuple[EndReason, ...]:
    """How a path may end from here; `renewal_refused` where the last thing asked was a renewal, and it was refused."""
    found = _REASONS[state]
    return (*found, EndReason.REFUSED) if renewal_refused and state is PathState.RUNNING else found
