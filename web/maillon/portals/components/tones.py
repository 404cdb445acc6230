"""Which colour a state wears. The word always stands beside it: colour alone says nothing."""

from django.db.models import Choices

from maillon.reports.enums import State

_TONES: dict[str, str] = {
    State.SENT: "attention",
    State.OPENED: "info",
    State.ACKNOWLEDGED: "info",
    State.IN_HAND: "progress",
    State.TRANSFERRED: "info",
    State.RETURNED: "attention",
    State.CLOSED: "done",
}


def tone_of(state: object) -> str:
    """The tone of a transmission's state (its enum member or stored value); neutral for anything else."""
    return _TONES.get(str(state), "neutral")


def label_of(state: object) -> str:
    """The words for an enum member, for a transmission's stored state, or the text itself."""
    if isinstance(state, Choices):
        return str(state.label)
    return str(State(state).label) if state in State.values else str(state)
