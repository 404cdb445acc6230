"""What has to travel up: a lower app publishes, an upper app has subscribed in its AppConfig.ready."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar


@dataclass(frozen=True)
class Event:
    """Something that happened, named in the past tense by its subclass. Carries keys, never content."""


Kind = TypeVar("Kind", bound=Event)
_handlers: dict[type[Event], list[Callable[[Any], None]]] = defaultdict(list)


def subscribe(kind: type[Kind], handler: Callable[[Kind], None]) -> None:
    """Calls `handler` for each published event of exactly this class. Subscribing twice counts once."""
    if handler not in _handlers[kind]:
        _handlers[kind].append(handler)


def publish(event: Event) -> None:
    """Runs the handlers now, inside the caller's transaction: what they raise undoes what the caller wrote."""
    for handler in _handlers[type(event)]:
        handler(event)
