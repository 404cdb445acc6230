"""What the cases do when a lower app says that something happened."""

from maillon.accounts.events import MembershipEnded, ReadingEnded
from maillon.cases.services.leaving import let_go_of_member


def let_go(event: MembershipEnded | ReadingEnded) -> None:
    """Whoever has left, or reads no longer, follows nobody."""
    let_go_of_member(
        membership_id=event.membership_id,
        organisation_id=event.organisation_id,
        left=isinstance(event, MembershipEnded),
        at=event.at,
    )
