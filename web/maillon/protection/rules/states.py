"""The states of an assessment and of a coordination sheet, and what leads from one to another."""

from maillon.base.states import Transition, TransitionTable
from maillon.protection.enums import ActKind, AssessmentState, Move, SheetMove, SheetState

OPEN_STATES = frozenset({AssessmentState.RECEIVED, AssessmentState.UNDER_WAY})

ASSESSMENT: TransitionTable[AssessmentState, Move] = TransitionTable(
    [
        # Also from one assessor to the next.
        Transition(Move.ASSIGN, OPEN_STATES, AssessmentState.UNDER_WAY),
        Transition(Move.END, frozenset({AssessmentState.UNDER_WAY}), AssessmentState.ENDED),
        # Grave and immediate danger waits for nobody to be assigned (CASF L226-4: « sans délai »).
        Transition(Move.SEIZE, OPEN_STATES, AssessmentState.ENDED),
    ]
)

SHEET: TransitionTable[SheetState, SheetMove] = TransitionTable(
    [
        Transition(SheetMove.SUBMIT, frozenset({SheetState.WRITTEN}), SheetState.SUBMITTED),
        Transition(SheetMove.WITHDRAW, frozenset({SheetState.WRITTEN, SheetState.SUBMITTED}), SheetState.WITHDRAWN),
    ]
)

# Where the child or the family took part: what CNIL calls a contact. Professionals among themselves are none.
CONTACTS = frozenset({ActKind.CHILD_MET, ActKind.HOME_VISIT, ActKind.PARENTS_MET, ActKind.CALL})
