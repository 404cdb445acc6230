"""Background work of the reports."""

from uuid import UUID

from maillon.base import clock
from maillon.base.tasks import periodic, task
from maillon.reports import notices
from maillon.reports.services.retention import erase_expired
from maillon.reports.services.silence import watch_silence
from maillon.reports.services.triage import escalate_held


@task("reports.notify_organisation")
def notify_organisation(organisation_id: str) -> None:
    """Tells an organisation that something waits."""
    notices.to_organisation(UUID(organisation_id))


@task("reports.notify_leads")
def notify_leads(organisation_id: str) -> None:
    """Tells an organisation's leads that something waits."""
    notices.to_leads(UUID(organisation_id))


@task("reports.notify_member")
def notify_member(member_id: str) -> None:
    """Tells a member that something waits."""
    notices.to_member(UUID(member_id))


@periodic("reports.watch_silence", "*/10 * * * *")
def watch(timestamp: int) -> None:
    """Looks for unacknowledged and unsorted transmissions every ten minutes."""
    at = clock.now()
    watch_silence(at=at)
    escalate_held(at=at)


@periodic("reports.erase_expired", "23 3 * * *")
def erase(timestamp: int) -> None:
    """Destroys what is past its time, every night."""
    erase_expired(at=clock.now())
