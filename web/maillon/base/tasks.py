"""Background work: a job deferred inside a transaction exists if, and only if, the transaction commits."""

from collections.abc import Callable, Sequence
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

# Five tries over about half an hour, then the job stays in the table as failed, where operations.md says to look.
_RETRY = RetryStrategy(max_attempts=5, exponential_wait=4)


def task(name: str) -> Callable[[Callable[..., None]], Any]:
    """Registers a function as the background task `name`. Arguments must be JSON: keys, never content."""
    return app.task(name=name, retry=_RETRY)


def periodic(name: str, cron: str) -> Callable[[Callable[..., None]], Any]:
    """Registers a function that a worker runs at the times of `cron`; it takes the planned time as `timestamp`."""

    def register(function: Callable[..., None]) -> Any:
        return app.periodic(cron=cron)(
            app.task(name=name, retry=_RETRY, queueing_lock=name, pass_context=False)(function)
        )

    return register


def defer(name: str, **arguments: Any) -> None:
    """Queues the task `name` in the caller's transaction."""
    app.configure_task(name).defer(**arguments)


def defer_many(name: str, arguments: Sequence[dict[str, Any]]) -> None:
    """Queues the task `name` once per mapping of arguments, in the caller's transaction and in one statement."""
    if arguments:
        app.configure_task(name).batch_defer(*arguments)
