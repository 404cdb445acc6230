"""The states of a case, and what leads from one to another."""

from maillon.base.states import Transition, TransitionTable
from maillon.cases.enums import CaseMove, CaseState

CASE: TransitionTable[CaseState, CaseMove] = TransitionTable(
    [
        Transition(CaseMove.CLOSE, frozenset({CaseState.OPEN}), CaseState.CLOSED),
        Transition(CaseMove.REOPEN, frozenset({CaseState.CLOSED}), CaseState.OPEN),
        Transition(CaseMove.TRANSFER, frozenset({CaseState.OPEN}), CaseState.TRANSFERRED),
        Transition(CaseMove.TAKE_BACK, frozenset({CaseState.TRANSFERRED}), CaseState.OPEN),
    ]
)
