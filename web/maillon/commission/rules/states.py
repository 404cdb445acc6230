"""The states of a meeting, and what leads from one to another."""

from maillon.base.states import Transition, TransitionTable
from maillon.commission.enums import Move, State

# Nothing more happens.
FINAL = frozenset({State.MINUTED, State.LAPSED, State.CANCELLED})
# It took place.
HELD = frozenset({State.OPEN, State.CLOSED, State.MINUTED})
# Until the members are told, what is on the agenda may change: the convocation carries it (CRPA R133-8).
CHANGEABLE = frozenset({State.DRAFT})
# A proxy or a recusal may still be noted.
AHEAD = frozenset({State.DRAFT, State.CONVOKED})

MEETING: TransitionTable[State, Move] = TransitionTable(
    [
        Transition(Move.CONVOKE, frozenset({State.DRAFT}), State.CONVOKED),
        Transition(Move.OPEN, frozenset({State.CONVOKED}), State.OPEN),
        Transition(Move.LAPSE, frozenset({State.CONVOKED}), State.LAPSED),
        Transition(Move.CLOSE, frozenset({State.OPEN}), State.CLOSED),
        Transition(Move.MINUTE, frozenset({State.CLOSED}), State.MINUTED),
        Transition(Move.CANCEL, AHEAD, State.CANCELLED),
    ]
)
