"""State machines declared as a table: what is not in the table can't happen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal

State = TypeVar("State", bound=str)
Action = TypeVar("Action", bound=str)


class IllegalTransition(Refusal):
    """The action does not exist in this state."""

    message = _("Cette action n’est plus possible : la situation a changé entre-temps. Rechargez la page.")


@dataclass(frozen=True)
class Transition(Generic[State, Action]):
    """One row of the table: from any of `sources`, `action` leads to `target`."""

    action: Action
    sources: frozenset[State]
    target: State


class TransitionTable(Generic[State, Action]):
    """Looks up where an action leads. Raises ValueError when two rows give one state and action two targets."""

    def __init__(self, rows: Iterable[Transition[State, Action]]) -> None:
        self.rows = tuple(rows)
        self._targets: dict[tuple[State, Action], State] = {}
        for row in self.rows:
            for source in row.sources:
                if (source, row.action) in self._targets:
                    msg = f"two transitions for {row.action} from {source}"
                    raise ValueError(msg)
                self._targets[source, row.action] = row.target

    def after(self, state: State, action: Action) -> State:
        """The state that `action` leads to from `state`. Raises IllegalTransition when there is none."""
        try:
            return self._targets[state, action]
        except KeyError:
            raise IllegalTransition from None

    def actions(self, state: State) -> frozenset[Action]:
        """The actions that exist in `state`; empty for a final state."""
        return frozenset(action for source, action in self._targets if source == state)

    def targets(self) -> Mapping[tuple[State, Action], State]:
        """Every (state, action) of the table with the state it leads to, for tests and diagrams."""
        return dict(self._targets)
