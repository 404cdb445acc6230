"""Background work of the directory."""

from uuid import UUID

from maillon.base import clock
from maillon.base.tasks import periodic, task
from maillon.directory import notices
from maillon.directory.services.reminding import remind_due


@task("directory.notify_organisation")
def notify_organisation(organisation_id: str) -> None:
    """Tells an organisation that something waits."""
    notices.to_organisation(UUID(organisation_id))


@periodic("directory.remind_due", "40 6 * * 1")
def remind(timestamp: int) -> None:
    """On Monday mornings: tells the organisations whose entries want to be confirmed."""
    remind_due(at=clock.now())
