"""What the reports do when a lower app says that something happened."""

from maillon.accounts.events import MembershipEnded, ReadingEnded
from maillon.accounts.models import Membership
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record_many
from maillon.reports.models import Transmission
from maillon.reports.rules import OPEN_STATES


def free_assignments(event: MembershipEnded | ReadingEnded) -> None:
    """Gives back what somebody who reads no longer had in hand: it is nobody's, so that a colleague sees it."""
    theirs = Transmission.objects.select_for_update(of=("self",)).filter(
        assigned_to_id=event.membership_id, state__in=OPEN_STATES
    )
    freed = list(theirs.order_by("pk"))
    Transmission.objects.filter(pk__in=[transmission.pk for transmission in freed]).update(assigned_to=None)
    by = Membership.objects.get(pk=event.by_membership_id)
    record_many(
        [
            Entry(
                by=by,
                at=event.at,
                action=Action.ASSIGNED,
                subject_kind="transmission",
                subject_id=transmission.pk,
                reason="left" if isinstance(event, MembershipEnded) else "reads_no_longer",
                details={"to": None},
            )
            for transmission in freed
        ]
    )
