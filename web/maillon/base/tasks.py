"""Background work: a job deferred inside a transaction exists if, and only if, the transaction commits."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from psycopg.types.json import Jsonb

from maillon.base import rows

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
    """Queues the task `name` once per mapping of arguments, in the caller's transaction and in one statement.

    Within `rows.together`, they are queued with the rows.
    """
    if arguments:
        rows.call(_DEFER, [*_queued_as(name), Jsonb(list(arguments))])


# What procrastinate's own `batch_defer` calls, with the arguments of all jobs in one value: it would describe each job
# for the log three times and hand it over as an array's element, which took a tenth of what sending a report costs.
_DEFER = """procrastinate_defer_jobs_v1(ARRAY(
    SELECT ROW(%s::varchar, %s::varchar, %s::int, %s::text, NULL, args, NULL)::procrastinate_job_to_defer_v1
    FROM jsonb_array_elements(%s::jsonb) AS args
))"""


@cache
def _queued_as(name: str) -> tuple[str, str, int, str | None]:
    """Queue, name, priority and lock of a task's jobs."""
    job = app.configure_task(name).job
    return job.queue, job.task_name, job.priority, job.lock
